#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"

namespace crmtrack::index {

/// A customer with how many complaints, void ones left out, and compliments there are.
struct ListedCustomer {
  std::string id, name, segment, region, manager;
  std::int64_t complaints = 0, compliments = 0;
  std::string merged_into;
  bool retired = false, contested = false;
};

struct NamedCustomer {
  std::string id, name;
};

/// A record that does not count, because its author was not allowed to write it.
struct RefusedRecord {
  std::string commit;
  std::string story;  ///< the complaint or customer that it would count for; empty: neither
  std::string record, why;
};

/// Answers what commands ask of all complaints, customers and records.
class Overview {
 public:
  /// `index` must outlive it.
  explicit Overview(const Index& index) : index_(index) {}

  /// In order of id.
  [[nodiscard]] std::vector<ListedCustomer> customers() const;
  /// The customers who have a name, in order of id.
  [[nodiscard]] std::vector<NamedCustomer> named_customers() const;
  /// The name of a customer; empty where they have none, or nobody has that slug.
  [[nodiscard]] std::string name_of_customer(std::string_view slug) const;
  /// Everybody who owns a complaint, in order.
  [[nodiscard]] std::vector<std::string> owners() const;
  /// The project of the customer's newest complaint that names one; empty: none does.
  [[nodiscard]] std::string last_project_of(std::string_view customer) const;
  /// The reasons of a project's complaints, the most frequent first.
  [[nodiscard]] std::vector<std::string> reasons_by_use(std::string_view project, std::size_t limit) const;
  /// In order of id.
  [[nodiscard]] std::vector<std::string> contested_complaints(std::size_t limit) const;
  /// In order of id.
  [[nodiscard]] std::vector<std::string> contested_customers(std::size_t limit) const;
  /// The ids of folders that hold records of complaints, and no complaint of their own.
  [[nodiscard]] std::vector<std::string> folders_without_complaint() const;
  [[nodiscard]] std::size_t count_records() const;
  /// The greatest record id; empty where there is no record.
  [[nodiscard]] std::string newest_record() const;
  /// The latest time of a commit that recorded something; the epoch where none did.
  [[nodiscard]] util::Instant newest_commit_time() const;
  /// Refused records, those recorded last first.
  [[nodiscard]] std::vector<RefusedRecord> newest_refused(std::size_t limit) const;

 private:
  const Index& index_;
};

}  // namespace crmtrack::index
