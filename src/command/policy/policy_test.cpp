#include <algorithm>
#include <optional>

#include "command/commands.hpp"
#include "command/common/output.hpp"
#include "ledger/main/policy_files.hpp"
#include "policy/load.hpp"
#include "session/lookup.hpp"
#include "story/policy_trial.hpp"
#include "util/when.hpp"
#include "view/policy_trial.hpp"

namespace crmtrack::command {

namespace {

/// The customer's part in the facts of a complaint.
story::CustomerBook customers_of(Context& context, const story::Complaint& complaint) {
  story::CustomerBook book;
  const std::string slug = complaint.text_of("customer");
  if (const auto customer = session::find_customer(context, slug)) book[slug] = story::facts_of(*customer);
  return book;
}

util::Instant start_of(Context& context, const Invocation& invocation, const story::Complaint& complaint) {
  if (!invocation.has("at")) return complaint.received_at;
  return util::parse_when(invocation.get("at"), context.now(), context.zone(), false).utc;
}

bool is_same(const policy::PromiseTarget& a, const policy::PromiseTarget& b) {
  return a.promise == b.promise && a.filter_text == b.filter_text && a.from == b.from;
}

bool is_same(const policy::Ladder& a, const policy::Ladder& b) {
  return a.promises == b.promises && a.filter_text == b.filter_text && a.from == b.from;
}

/// The place of an entry in the file as it stands on main: the policy in force has been written anew, so its marks are
/// not those of the file. None where the file has no such entry any more.
template <class Entry>
std::optional<yaml::Mark> place_on_main(const std::vector<Entry>& in_force, const std::vector<Entry>& on_main,
                                        const std::optional<yaml::Mark>& entry) {
  if (!entry) return std::nullopt;
  const auto own = std::ranges::find_if(
      in_force, [&](const Entry& each) { return each.mark.line == entry->line && each.mark.column == entry->column; });
  if (own == in_force.end()) return std::nullopt;
  const auto found = std::ranges::find_if(on_main, [&](const Entry& each) { return is_same(each, *own); });
  return found == on_main.end() ? std::nullopt : std::optional(found->mark);
}

/// An entry that is built in has no place in a file.
void set_places(Context& context, story::PolicyTrial& trial) {
  const policy::Files files = ledger::policy_files(context.ledger().repository(), context.ledger().main_head());
  policy::Policy on_main = policy::load(files);
  if (!files.contains("targets.yaml")) on_main.targets.clear();
  if (!files.contains("ladders.yaml")) on_main.ladders.clear();
  const policy::Policy& in_force = context.policy();
  for (story::TriedPromise& promise : trial.promises) {
    if (promise.choice) promise.choice->entry = place_on_main(in_force.targets, on_main.targets, promise.choice->entry);
    if (promise.ladder) promise.ladder->entry = place_on_main(in_force.ladders, on_main.ladders, promise.ladder->entry);
  }
}

int run_policy_test(Context& context, const Invocation& invocation) {
  const std::string id = session::get_complaint_id(context, invocation.positionals.front());
  const story::Complaint complaint = session::load_complaint(context, id);
  const util::Instant start = start_of(context, invocation, complaint);
  story::PolicyTrial trial =
      story::try_policy(context.policy(), context.terms(), complaint, customers_of(context, complaint), start);
  set_places(context, trial);
  context.page();
  if (context.wants_data()) {
    print_items(context, {view::policy_trial_item(id, complaint.level, trial)});
    return 0;
  }
  if (reader_of(context) == view::Reader::person) {
    const std::string shown = session::short_id(context, id);
    context.out().print(view::policy_trial_text(setting_of(context), shown, complaint.level, trial), {});
    return 0;
  }
  context.out().print(make_listing(context, view::policy_trial_table(trial), {}));
  return 0;
}

}  // namespace

const CommandSpec kPolicyTest{
    .name = "policy test",
    .group = "policy",
    .summary = "say which entries of policy apply to a complaint",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {{"--at", "TIME", "as if its promises began then (default: when it was received)"}},
    .examples = {{"crmtrack policy test 7f3q",
                  "targets, calendars, due times and ladders, and who stands at each level"},
                 {"crmtrack policy test 7f3q --at 2027-01-04", "by the policy that holds then"}},
    .access = Access::reads,
    .run = run_policy_test};

}  // namespace crmtrack::command
