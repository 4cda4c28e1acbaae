#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"
#include "query/filter.hpp"
#include "query/filter_sql.hpp"

/// The rows that early warning counts beside those of reports (report_rows.hpp). Texts last until the next row. A story
/// is known by its number.
namespace crmtrack::index {

struct WarnedComplaint {
  std::int64_t story = 0;
  std::string_view status, customer, project, reason, severity;
  util::Instant received{};
  bool bad = false;  ///< no record of it says, or may say, that it was received
};
/// Visits the complaints that a filter selects, in no order.
void each_warned_complaint(const Index& index, const query::Filter& filter, const query::Moment& moment,
                           const std::function<void(const WarnedComplaint&)>& visit);

/// A contact that came in from the customer.
struct InboundContact {
  std::int64_t story = 0;
  std::string_view customer;  ///< of a contact beside any complaint; else empty
  util::Instant at{};
};
void each_inbound_contact(const Index& index, const std::function<void(const InboundContact&)>& visit);

/// The customers of whom nothing more is expected: retired, or merged into another.
std::vector<std::string> departed_customers(const Index& index);

/// The ids of the complaints, or the slugs of the customers, of these stories, in their order.
std::vector<std::string> ids_of_stories(const Index& index, const std::vector<std::int64_t>& stories);

}  // namespace crmtrack::index
