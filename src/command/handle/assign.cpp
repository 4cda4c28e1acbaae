#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "story/lifecycle.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

/// The word that releases a complaint, in place of a person (docs/domain.md, Lifecycle).
constexpr std::string_view kNobody = "nobody";

/// The person is the last word; the ids before it, or --filter.
int run_assign(Context& context, const Invocation& invocation) {
  Invocation ids = invocation;
  const std::string word = ids.positionals.back();
  ids.positionals.pop_back();
  const bool releases = word == kNobody;
  const std::string person = releases ? word : resolve_present_person(context, word);
  return handle_complaints(
      context, ids,
      [&](const story::Complaint& complaint) {
        require_move(story::Move::assign, complaint, short_id(context, complaint.id));
        if (releases && complaint.owner.empty() && !complaint.contested()) return std::vector<Draft>{};
        Draft draft =
            draft_for(context, invocation, complaint, record::Kind::assignment, releases ? "released" : "assigned");
        set_text(draft.fields, "to", person);
        set_text(draft.fields, "why", invocation.get("why"));
        return std::vector{std::move(draft)};
      },
      fmt::format("{} now owns", person));
}

}  // namespace

const CommandSpec kAssign{
    .name = "assign",
    .group = "handle",
    .summary = "say who owns it now",
    .positionals = {{"ID", "the complaints", Completes::complaint, 0, -1},
                    {"PERSON", "the new owner, or me; nobody releases it", Completes::person}},
    .options = {option::kWhy, option::kFilter, option::kAt, option::kBy},
    .examples = {{"crmtrack assign 7f3q me", "I take it"},
                 {"crmtrack assign 7f3q nobody --why 'Somebody else takes it'", "it is free again"},
                 {"crmtrack assign --filter 'owner.none:yes project:apollo' ben@example.com --why 'Ben is back'",
                  "many at once, one commit"}},
    .run = run_assign,
};

}  // namespace crmtrack::command
