#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "record/vocabulary.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

/// Up unless --down says otherwise; the same level only to another person.
void require_direction(const Invocation& invocation, int from, int to, std::string_view id, bool names_person) {
  if (invocation.has("down") && to >= from)
    throw Error(ErrorKind::refused, fmt::format("cannot move '{}' down to level {}: it is at level {}", id, to, from));
  if (invocation.has("down") || to > from || (to == from && names_person)) return;
  throw Error(ErrorKind::refused, fmt::format("cannot escalate '{}' to level {}: it is at level {}", id, to, from),
              {to < from ? "to lower it, add --down" : "to ask another person of this level, add --person"});
}

Draft escalation(Context& context, const Invocation& invocation, const story::Complaint& complaint, int to) {
  if (complaint.status > record::Status::resolved)
    throw Error(ErrorKind::refused, fmt::format("cannot escalate '{}': it is {}", short_id(context, complaint.id),
                                                record::name_of(complaint.status)));
  std::string person;
  if (invocation.has("person"))
    person = resolve_present_person(context, invocation.get("person"));
  else if (const auto people = context.policy().people_at(complaint.text_of("project"), to); !people.empty())
    person = people.front();
  require_direction(invocation, complaint.level, to, short_id(context, complaint.id), invocation.has("person"));
  Draft draft = draft_for(context, invocation, complaint, record::Kind::escalation,
                          fmt::format("level {} to {}", complaint.level, to));
  draft.fields.set("from_level", yaml::Node::integer(complaint.level));
  draft.fields.set("to_level", yaml::Node::integer(to));
  set_text(draft.fields, "to", person);
  set_text(draft.fields, "nature", invocation.has("nature") ? invocation.get("nature") : "hierarchical");
  set_text(draft.fields, "trigger", invocation.has("trigger") ? invocation.get("trigger") : "manual");
  // Nobody is asked where it goes down, unless the user says so.
  set_text(draft.fields, "asked", invocation.find("asked").value_or(invocation.has("down") ? "" : "decide"));
  set_text(draft.fields, "why", required_why(invocation));
  if (const auto due = invocation.find("answer-by"))
    set_text(draft.fields, "due", util::format_rfc3339(due_of(context, *due)));
  return draft;
}

int run_escalate(Context& context, const Invocation& invocation) {
  if (!invocation.has("to"))
    throw Error(ErrorKind::usage, "cannot escalate without a level",
                {"give it with --to LEVEL", "see: crmtrack level list"});
  required_why(invocation);
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        return std::vector{escalation(context, invocation, complaint, resolve_level(context, invocation.get("to")))};
      },
      [&](const std::string& shown, const story::Complaint& after) {
        const std::string to = after.rungs.empty() ? "" : after.rungs.back().to;
        if (invocation.has("down"))
          return fmt::format("{} is down at level {} ({})", shown, after.level,
                             context.policy().level_name(after.level));
        if (to.empty())
          return fmt::format("{} is at level {} ({}), with nobody by name: say who with --person", shown, after.level,
                             context.policy().level_name(after.level));
        return fmt::format("{} is at level {} ({}), with {}; they accept, decline or return it", shown, after.level,
                           context.policy().level_name(after.level), to);
      });
}

}  // namespace

const CommandSpec kEscalate{
    .name = "escalate",
    .group = "handle",
    .summary = "move it a level up, or down",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {OptionSpec{"--to", "LEVEL", "the level, by number or name", Completes::level},
                OptionSpec{"--person", "PERSON", "whom it goes to (default: who stands at that level)",
                           Completes::person},
                option::kWhy, OptionSpec{"--down", "", "to a lower level: say the reason and the remaining risk"},
                OptionSpec{"--nature", "NATURE", "functional, hierarchical (default) or both", Completes::nothing,
                           record::kNatures},
                OptionSpec{"--trigger", "TRIGGER", "what set it off (default: manual)", Completes::nothing,
                           record::kTriggers},
                OptionSpec{"--asked", "WHAT", "decide (default, unless it goes down), act or inform",
                           Completes::nothing, record::kAsked},
                OptionSpec{"--answer-by", "TIME", "by when they should accept, decline or return it"}, option::kRef,
                option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack escalate 7f3q --to 2 --why 'Refund above our limit'",
                  "to who stands at level 2 for the project"},
                 {"crmtrack escalate 7f3q --to 1 --down --why 'Decided; no risk left'", "back down"}},
    .run = run_escalate,
};

}  // namespace crmtrack::command
