#include "index/read/learnt.hpp"

#include "index/read/sql.hpp"

namespace crmtrack::index {

namespace {

/// The one column of a query over the views, where moved and corrected records stand in their places.
std::vector<std::string> ids(const Index& index, const char* query, util::Instant now) {
  std::vector<std::string> found;
  for (const auto& row : sql(index, query, now).rows) found.push_back(row.front().text);
  return found;
}

}  // namespace

std::vector<std::string> reviewed_complaints(const Index& index, util::Instant now) {
  return ids(index, "SELECT DISTINCT complaint FROM record WHERE kind = 'review' AND complaint IS NOT NULL", now);
}

std::vector<std::string> praised_complaints(const Index& index, util::Instant now) {
  return ids(index, "SELECT DISTINCT complaint FROM activity WHERE type = 'compliment' AND complaint IS NOT NULL", now);
}

std::vector<std::string> praised_customers(const Index& index, util::Instant now) {
  return ids(index, "SELECT DISTINCT customer FROM activity WHERE type = 'compliment' AND complaint IS NULL", now);
}

}  // namespace crmtrack::index
