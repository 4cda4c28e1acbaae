#include "index/read/overview.hpp"

#include <fmt/format.h>

#include "index/impl.hpp"
#include "index/schema/commit_bytes.hpp"
#include "index/sqlite/reading.hpp"

namespace crmtrack::index {

namespace {

constexpr Reading kCustomerRead{
    Read{"k.id", &ListedCustomer::id},
    Read{"k.name", &ListedCustomer::name},
    Read{"k.segment", &ListedCustomer::segment},
    Read{"k.region", &ListedCustomer::region},
    Read{"k.manager", &ListedCustomer::manager},
    Read{"(SELECT count(*) FROM complaints c WHERE c.customer = k.id AND c.status <> 'void')",
         &ListedCustomer::complaints},
    Read{"k.compliments", &ListedCustomer::compliments},
    Read{"k.merged_into", &ListedCustomer::merged_into},
    Read{"k.retired", &ListedCustomer::retired},
    Read{"k.contested", &ListedCustomer::contested}};

constexpr Reading kNameRead{Read{"id", &NamedCustomer::id}, Read{"name", &NamedCustomer::name}};

struct StoredRefusal {
  std::string_view commit;
  std::string story, record, why;
};
constexpr Reading kRefusalRead{Read{"r.\"commit\"", &StoredRefusal::commit},
                               Read{"CASE WHEN s.kind < 2 THEN s.id END", &StoredRefusal::story},
                               Read{"r.id", &StoredRefusal::record}, Read{"r.refused", &StoredRefusal::why}};

}  // namespace

std::vector<ListedCustomer> Overview::customers() const {
  return index_.impl().run([&] {
    std::vector<ListedCustomer> customers;
    Statement rows = index_.impl().database.prepare(kCustomerRead.select() + " FROM customers k ORDER BY k.id");
    while (rows.step()) kCustomerRead.read(rows, customers.emplace_back());
    return customers;
  });
}

std::vector<NamedCustomer> Overview::named_customers() const {
  return index_.impl().run([&] {
    std::vector<NamedCustomer> customers;
    Statement rows =
        index_.impl().database.prepare(kNameRead.select() + " FROM customers WHERE name IS NOT NULL ORDER BY id");
    while (rows.step()) kNameRead.read(rows, customers.emplace_back());
    return customers;
  });
}

std::string Overview::name_of_customer(std::string_view slug) const {
  return index_.impl().run([&] {
    Statement row = index_.impl().database.prepare("SELECT coalesce(name, '') FROM customers WHERE id = ?");
    row.bind(1, slug);
    return row.step() ? row.text(0) : std::string();
  });
}

std::vector<std::string> Overview::owners() const {
  return index_.impl().texts("SELECT DISTINCT owner FROM complaints WHERE owner IS NOT NULL ORDER BY owner");
}

std::string Overview::last_project_of(std::string_view customer) const {
  const auto projects = index_.impl().texts(
      "SELECT project FROM complaints WHERE customer = ?1 AND project IS NOT NULL "
      "ORDER BY received_unix DESC, id DESC LIMIT 1",
      {customer});
  return projects.empty() ? std::string() : projects.front();
}

std::vector<std::string> Overview::reasons_by_use(std::string_view project, std::size_t limit) const {
  return index_.impl().texts(fmt::format("SELECT reason FROM complaints WHERE project = ?1 AND reason IS NOT NULL "
                                         "GROUP BY reason ORDER BY count(*) DESC, reason LIMIT {}",
                                         limit),
                             {project});
}

std::vector<std::string> Overview::contested_complaints(std::size_t limit) const {
  return index_.impl().texts(fmt::format("SELECT id FROM complaints WHERE contested ORDER BY id LIMIT {}", limit));
}

std::vector<std::string> Overview::contested_customers(std::size_t limit) const {
  return index_.impl().texts(fmt::format("SELECT id FROM customers WHERE contested ORDER BY id LIMIT {}", limit));
}

std::vector<std::string> Overview::folders_without_complaint() const {
  return index_.impl().texts(
      "SELECT id FROM stories WHERE kind = 0 AND key NOT IN (SELECT key FROM complaints) ORDER BY id");
}

std::size_t Overview::count_records() const {
  return index_.impl().run([&] {
    Statement count = index_.impl().database.prepare("SELECT count(*) FROM records");
    return count.step() ? static_cast<std::size_t>(count.integer(0)) : 0;
  });
}

std::string Overview::newest_record() const {
  const auto newest = index_.impl().texts("SELECT max(id) FROM records");
  return newest.empty() ? std::string() : newest.front();
}

util::Instant Overview::newest_commit_time() const {
  return index_.impl().run([&] {
    Statement newest = index_.impl().database.prepare("SELECT max(recorded_unix) FROM records");
    return newest.step() ? newest.instant(0) : util::Instant{};
  });
}

std::vector<RefusedRecord> Overview::newest_refused(std::size_t limit) const {
  return index_.impl().run([&] {
    std::vector<RefusedRecord> refused;
    Statement rows = index_.impl().database.prepare(
        fmt::format("{} FROM records r LEFT JOIN retold t ON t.key = r.key "
                    "JOIN stories s ON s.key = coalesce(t.place, r.story) "
                    "WHERE r.refused IS NOT NULL ORDER BY r.recorded_unix DESC, r.id LIMIT {}",
                    kRefusalRead.select(), limit));
    while (rows.step()) {
      StoredRefusal row;
      kRefusalRead.read(rows, row);
      refused.push_back({commit_hex(row.commit), std::move(row.story), std::move(row.record), std::move(row.why)});
    }
    return refused;
  });
}

}  // namespace crmtrack::index
