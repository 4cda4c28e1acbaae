#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "report/case.hpp"

namespace crmtrack::command {

/// The values of a column of the complaints of a report, by complaint.
using ColumnValues = std::function<std::vector<std::string_view>(std::string_view column)>;

/// Fills Input::keys for a key. Teams of fewer than report::kFewestPersons persons are one group, so that no figure
/// tells of a person.
void load_report_key(Context& context, report::Key key, const ColumnValues& values, report::Input& input);

}  // namespace crmtrack::command
