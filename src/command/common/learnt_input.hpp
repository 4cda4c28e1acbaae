#pragma once

#include <vector>

#include "command/common/context.hpp"
#include "report/learnt.hpp"

namespace crmtrack::command {

/// The reviews of the complaints of a report that say a lesson or a root cause, written in its period, in order of
/// time.
std::vector<report::Lesson> load_lessons(Context& context, const report::Input& input);
/// Those whom reviews praise, and the compliments, on these complaints; compliments beside any complaint too where
/// `everywhere`. In order of time.
std::vector<report::Praise> load_praise(Context& context, const report::Input& input, bool everywhere);

}  // namespace crmtrack::command
