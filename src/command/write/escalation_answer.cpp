#include "command/write/escalation_answer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

/// Throws Error(refused) where the person who answers (--by, else the user) is not the one that the escalation went to.
void require_recipient(Context& context, const Invocation& invocation, const story::Rung& rung, std::string_view answer,
                       const std::string& shown) {
  if (rung.to.empty() || by_of(context, invocation) == rung.to) return;
  throw Error(ErrorKind::refused, fmt::format("cannot {} '{}': the escalation went to {}", answer, shown, rung.to),
              {fmt::format("where you write it down for them: crmtrack {} {} --by {}", answer, shown, rung.to)});
}

/// Whether an escalation waits for this answer: the complaint is still at its level, and nobody has answered it. A
/// person who accepted may still return it.
bool can_answer(const story::Rung& rung, std::string_view answer) {
  if (rung.left_at) return false;
  return rung.answer.empty() || (rung.answer == "accept" && answer == "return");
}

}  // namespace

int answer_escalation(Context& context, const Invocation& invocation, std::string_view answer, bool needs_why) {
  if (needs_why) required_why(invocation);
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const auto open = std::find_if(complaint.rungs.rbegin(), complaint.rungs.rend(),
                                       [&](const story::Rung& rung) { return can_answer(rung, answer); });
        if (open == complaint.rungs.rend())
          throw Error(ErrorKind::refused, fmt::format("cannot {} '{}': no escalation of it waits for an answer", answer,
                                                      short_id(context, complaint.id)));
        require_recipient(context, invocation, *open, answer, short_id(context, complaint.id));
        Draft draft = draft_for(context, invocation, complaint, record::Kind::escalation,
                                fmt::format("{} level {}", answer, open->to_level));
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
