#pragma once

#include <vector>

#include "command/common/context.hpp"
#include "report/notifications.hpp"

namespace crmtrack::command {

/// The notifications about the complaints of a report that were made in its period, in order of time; those that
/// concern no single complaint too where `everywhere`.
std::vector<report::Notification> load_notifications(Context& context, const report::Input& input, bool everywhere);

}  // namespace crmtrack::command
