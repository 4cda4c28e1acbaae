#include "command/common/escalation_answer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/common/step.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

int answer_escalation(Context& context, const Invocation& invocation, std::string_view answer, bool needs_why) {
  if (needs_why) required_why(invocation);
  return take_step(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const auto open = std::find_if(complaint.rungs.rbegin(), complaint.rungs.rend(),
                                       [](const story::Rung& rung) { return rung.answer.empty(); });
        if (open == complaint.rungs.rend())
          throw Error(ErrorKind::refused, fmt::format("cannot {} '{}': no escalation of it waits for an answer", answer,
                                                      short_id(context, complaint.id)));
        Draft draft =
            draft_for(context, invocation, complaint, "escalation", fmt::format("{} level {}", answer, open->to_level));
        draft.fields.set("answers", yaml::Node::scalar(open->record));
        set_text(draft.fields, "answer", std::string(answer));
        set_text(draft.fields, "why", invocation.get("why"));
        return std::vector{std::move(draft)};
      },
      [&](const std::string& shown, const story::Complaint& after) {
        return fmt::format("the escalation of {} is answered: {}; level {}", shown, answer, after.level);
      });
}

}  // namespace crmtrack::command
