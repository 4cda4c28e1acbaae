#pragma once

#include <string>

#include "record/record.hpp"
#include "util/zone.hpp"

namespace crmtrack::view {

/// One line that says whom a rule told of what, or why not: `notification to ben@example.com: overdue, first_response
/// (rule late-promises) [queued]`. Its times are as in `headline_of`.
std::string notification_headline(const record::Record& record, const util::Zone* zone);
/// One line that says what became of a message: `delivery of 5v0k to ben@example.com by email [sent]`.
std::string delivery_headline(const record::Record& record);

}  // namespace crmtrack::view
