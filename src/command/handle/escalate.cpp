#include <fmt/format.h>

#include <optional>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "command/write/promise_options.hpp"
#include "record/vocabulary.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"

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

/// The next level of policy above that of the complaint, or below it with --down: where the user names none. Says so.
int next_level(Context& context, const Invocation& invocation, const story::Complaint& complaint) {
  const bool down = invocation.has("down");
  const std::string today = session::policy_date(context);
  std::optional<int> next;
  for (const policy::Level& level : context.policy().levels) {
    const bool lies_there = down ? level.level < complaint.level : level.level > complaint.level;
    const bool is_in_use = level.valid_to.empty() || today < level.valid_to;
    const bool is_nearer = !next || (down ? level.level > *next : level.level < *next);
    if (lies_there && is_in_use && is_nearer) next = level.level;
  }
  const std::string shown = short_id(context, complaint.id);
  if (!next)
    throw Error(
        ErrorKind::refused,
        fmt::format("cannot escalate '{}': no level is {} {}", shown, down ? "below" : "above", complaint.level),
        {"see: crmtrack level list"});
  context.say_once(fmt::format("to level {} ({}), the next one {}; another one: --to LEVEL", *next,
                               context.policy().level_name(*next), down ? "down" : "up"));
  return *next;
}

int level_of(Context& context, const Invocation& invocation, const story::Complaint& complaint) {
  return invocation.has("to") ? resolve_level(context, invocation.get("to"))
                              : next_level(context, invocation, complaint);
}

int run_escalate(Context& context, const Invocation& invocation) {
  required_why(invocation);
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        return std::vector{escalation(context, invocation, complaint, level_of(context, invocation, complaint))};
      },
      [&](const std::string& shown, const story::Complaint& after) {
        const std::string to = after.rungs.empty() ? "" : after.rungs.back().to;
        if (invocation.has("down"))
          return fmt::format("{} is down at level {} ({})", shown, after.level,
                             context.policy().level_name(after.level));
        if (to.empty())
          return fmt::format("{} is at level {} ({}), with nobody by name: say who with --person", shown, after.level,
                             context.policy().level_name(after.level));
        if (util::fold_case(to) == util::fold_case(by_of(context, invocation)))
          return fmt::format("{} is at level {} ({}), with {}, who escalates it: name somebody else with --person",
                             shown, after.level, context.policy().level_name(after.level), to);
        return fmt::format("{} is at level {} ({}), with {}; they accept, decline or return it{}", shown, after.level,
                           context.policy().level_name(after.level), to,
                           told_due(context, invocation, "answer-by", "by"));
      });
}

}  // namespace

const CommandSpec kEscalate{
    .name = "escalate",
    .group = "handle",
    .summary = "move it a level up, or down",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {OptionSpec{"--to", "LEVEL", "the level, by number or name (default: the next one)", Completes::level},
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
    .examples = {{"crmtrack escalate 7f3q --why 'Refund above our limit'", "to the next level"},
                 {"crmtrack escalate 7f3q --to 2 --why 'Refund above our limit'",
                  "to who stands at level 2 for the project"},
                 {"crmtrack escalate 7f3q --to 1 --down --why 'Decided; no risk left'", "back down"}},
    .run = run_escalate,
};

}  // namespace crmtrack::command
