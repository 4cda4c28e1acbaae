#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "command/common/context.hpp"
#include "record/vocabulary.hpp"
#include "session/plan.hpp"
#include "util/time.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

/// Adds what a command says of a step to the fields of its record, from the plan as it is now.
using StepMaker = std::function<void(const session::PlannedStory& plan, yaml::Node& fields)>;
/// Tells the user, in one sentence, what became of the plan; `record` is the one that was written.
using StepSentence = std::function<std::string(const session::PlannedStory& after, const std::string& record)>;

/// Writes one record of kind `step` on the complaint or customer that the user names first, and reports. `says` is for
/// the commit's subject.
int write_step(Context& context, const Invocation& invocation, std::string_view says, const StepMaker& make,
               const StepSentence& sentence);

/// The step that the user names second. Throws Error(refused) where it cannot enter `to`, unless it is contested: then
/// any word of somebody who knows both sides decides.
const story::Step& get_movable_step(const session::PlannedStory& plan, const Invocation& invocation,
                                    record::StepState to, std::string_view verb);
/// Says of a record which step it is about, and into which state it takes it.
void set_state(yaml::Node& fields, const story::Step& step, record::StepState to);
/// The fields of a record that puts a step off.
yaml::Node slipped_fields(const std::string& step, const util::Timestamp& due, const std::string& why);

}  // namespace crmtrack::command
