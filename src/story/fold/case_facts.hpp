#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/filter_match.hpp"
#include "story/complaint.hpp"
#include "story/customer_facts.hpp"

namespace crmtrack::story {

/// The facts of a complaint as they stand while it is folded, as a row that the filters of policy read.
class CaseFacts : public query::Row {
 public:
  CaseFacts(const Complaint& complaint, const CustomerBook& customers) : complaint_(complaint), customers_(customers) {}
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override;
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return none_; }

 private:
  const Complaint& complaint_;
  const CustomerBook& customers_;
  std::vector<std::vector<std::string>> none_;
};

}  // namespace crmtrack::story
