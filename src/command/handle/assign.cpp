#include <fmt/format.h>

#include <set>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "session/promise/named.hpp"
#include "story/lifecycle.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

/// The word that releases a complaint, in place of a person (docs/domain.md, Lifecycle).
constexpr std::string_view kNobody = "nobody";

/// The promises of ours on a complaint that somebody else has to keep than its owner. A promise
/// that nobody stated goes with the owner, and an escalation waits for the person that it was sent to.
std::vector<const story::Promise*> promises_of_others(const story::Complaint& complaint) {
  std::vector<const story::Promise*> theirs;
  for (const story::Promise& promise : complaint.promises) {
    using Kind = record::PromiseKind;
    const bool is_stated = promise.kind == Kind::commitment || promise.kind == Kind::step;
    if (story::is_open(promise) && promise.debtor == story::Debtor::us && is_stated && !promise.who.empty() &&
        util::fold_case(promise.who) != util::fold_case(complaint.owner))
      theirs.push_back(&promise);
  }
  return theirs;
}

/// Says which open promises stay with somebody else after the complaint has gone to another owner.
void say_what_stays(Context& context, const std::string& id) {
  const story::Complaint complaint = load_complaint(context, id);
  const std::string shown = short_id(context, id);
  std::set<std::string> people;
  for (const story::Promise* promise : promises_of_others(complaint)) {
    people.insert(promise->who);
    context.say(
        fmt::format("stays with {}: {}", promise->who,
                    session::shown_promise({complaint.entries, complaint.promises, shown, context.zone()}, *promise)));
  }
  for (const std::string& who : people)
    context.hint(
        fmt::format("to hand over what {} owes: crmtrack assign {} {} --from {}", who, shown, complaint.owner, who));
}

/// The person from whom the new owner takes over; empty where --from names nobody. Throws Error(usage) where they are
/// one.
std::string former_of(Context& context, const Invocation& invocation, const std::string& person) {
  if (!invocation.has("from")) return {};
  if (person == kNobody)
    throw util::Error(util::ErrorKind::usage, "cannot hand promises over to nobody", {"name who takes them over"});
  std::string from = resolve_person(context, invocation.get("from"));
  if (util::fold_case(from) == util::fold_case(person))
    throw util::Error(util::ErrorKind::usage, fmt::format("cannot hand over from '{}' to themself", from));
  return from;
}

/// The error for a single word without --filter: the person is missing, or the complaints are.
util::Error one_word_alone(Context& context, const std::string& word) {
  const bool is_person =
      word == kNobody || word == "me" || word.find('@') != word.npos || session::find_person(context, word).has_value();
  if (!is_person)
    return {util::ErrorKind::usage,
            "cannot run 'assign': PERSON is missing",
            {fmt::format("the person comes last: crmtrack assign {} PERSON", word)}};
  return {
      util::ErrorKind::usage,
      "cannot run 'assign': ID is missing",
      {fmt::format("the complaints come first: crmtrack assign ID {0}, or crmtrack assign --filter FILTER {0}", word)}};
}

/// The person is the last word; the ids before it, or --filter.
int run_assign(Context& context, const Invocation& invocation) {
  Invocation ids = invocation;
  const std::string word = ids.positionals.back();
  if (ids.positionals.size() == 1 && !ids.has("filter")) throw one_word_alone(context, word);
  ids.positionals.pop_back();
  const bool releases = word == kNobody;
  const std::string person = releases ? word : resolve_present_person(context, word);
  const std::string from = former_of(context, invocation, person);
  std::set<std::string> assigned;
  const int status = handle_complaints(
      context, ids,
      [&](const story::Complaint& complaint) {
        require_move(story::Move::assign, complaint, short_id(context, complaint.id));
        if (releases && complaint.owner.empty() && !complaint.contested()) return std::vector<Draft>{};
        Draft draft =
            draft_for(context, invocation, complaint, record::Kind::assignment, releases ? "released" : "assigned");
        set_text(draft.fields, "to", person);
        set_text(draft.fields, "from", from);
        set_text(draft.fields, "why", invocation.get("why"));
        assigned.insert(complaint.id);
        return std::vector{std::move(draft)};
      },
      fmt::format("{} now owns", person));
  constexpr std::size_t kMost = 20;  // of many at once nobody reads what stays
  if (context.settings().dry_run || context.display().quiet || releases || assigned.size() > kMost) return status;
  for (const std::string& id : assigned) say_what_stays(context, id);
  return status;
}

}  // namespace

const CommandSpec kAssign{
    .name = "assign",
    .group = "handle",
    .summary = "say who owns it now",
    .positionals = {{"ID", "the complaints", Completes::complaint, 0, -1},
                    {"PERSON", "the new owner, or me; nobody releases it", Completes::person}},
    .options = {OptionSpec{"--from", "PERSON", "take over that person's open promises and steps there too",
                           Completes::person},
                option::kWhy, option::kFilter, option::kAt, option::kBy},
    .examples = {{"crmtrack assign 7f3q me", "I take it"},
                 {"crmtrack assign 7f3q ben --from me", "with what I promised there"},
                 {"crmtrack assign 7f3q nobody --why 'Somebody else takes it'", "it is free again"},
                 {"crmtrack assign --filter 'owner.none:yes project:apollo' ben@example.com --why 'Ben is back'",
                  "many at once, one commit"}},
    .run = run_assign,
};

}  // namespace crmtrack::command
