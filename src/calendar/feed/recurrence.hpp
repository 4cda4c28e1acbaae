#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "calendar/feed/feed_event.hpp"
#include "calendar/feed/feed_time.hpp"

namespace crmtrack::calendar {

/// Judges the text of a rule before libical sees it; empty where it may. Refused are frequencies below daily, parts
/// below a day, other calendar systems, and rules of more than a thousand characters.
std::string fault_of_rule(std::string_view rule);

/// The starts of a series by its rule in the years asked and the year before, where days may begin that reach into
/// them. The error says that the rule gives no day, or that the feed as a whole asks for too much.
tl::expected<std::vector<icaltimetype>, std::string> unfold(const FeedTime& start, icalrecurrencetype rule,
                                                            YearRange years, const util::Zone& zone,
                                                            UnfoldBudget& budget);

}  // namespace crmtrack::calendar
