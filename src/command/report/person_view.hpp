#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "report/report.hpp"

namespace crmtrack::command {

/// Opens a report whose filter says what other people own: asks for the right `person_reports`, records that the user
/// looked, and gives the line that the report shows of the charter. Empty where the filter names nobody else.
/// Throws Error(refused) for a lack of the right, Error(repository) where the look cannot be recorded.
std::string open_person_view(Context& context, const std::string& report, const std::vector<std::string>& words);

/// Withholds from the figures of a view that was opened whatever tells of too few of a person's complaints, also as
/// the difference to everybody's.
void guard_person_view(Context& context, const std::vector<std::string>& words, report::Report& report);

}  // namespace crmtrack::command
