#include "command/complete/completion.hpp"

#include <fmt/format.h>

#include <map>

#include "command/common/last_complaint.hpp"
#include "command/complete/filter_words.hpp"
#include "command/report/report.hpp"
#include "index/read/overview.hpp"
#include "index/read/select.hpp"
#include "policy/conflicts.hpp"
#include "policy/rules.hpp"
#include "policy/targets.hpp"
#include "policy/week_text.hpp"
#include "query/filter.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "session/plan.hpp"
#include "session/promise/named.hpp"
#include "session/share/lost_ledger.hpp"
#include "session/warning/series.hpp"
#include "session/warning/warnings.hpp"
#include "story/short_record.hpp"
#include "tick/telling.hpp"
#include "view/record_text.hpp"

namespace crmtrack::command {

namespace {

constexpr std::size_t kMostComplaints = 50;
constexpr std::size_t kMostRecords = 50;

Candidates complaints(Context& context) {
  Candidates found;
  const query::Filter filter = session::parse_filter(context, {"status:open"});
  for (const index::Row& row : index::select(context.index(), {filter, context.moment(filter), {}, kMostComplaints}))
    found.emplace_back(short_id(context, row.id), row.customer + ": " + row.summary);
  return found;
}

Candidates customers(Context& context) {
  Candidates found;
  for (const index::ListedCustomer& customer : index::Overview(context.index()).customers())
    if (!customer.retired && customer.merged_into.empty()) found.emplace_back(customer.id, customer.name);
  return found;
}

/// Each calendar once, with the hours of its newest version.
Candidates calendar_words(const policy::Policy& policy) {
  std::map<std::string, const policy::CalendarEntry*> newest;
  for (const policy::CalendarEntry& each : policy.calendars) {
    const policy::CalendarEntry*& known = newest[each.name];
    if (known == nullptr || known->from < each.from) known = &each;
  }
  Candidates found;
  for (const auto& [name, entry] : newest) found.emplace_back(name, policy::format_week(entry->week));
  return found;
}

Candidates policy_words(Context& context, Completes completes) {
  const policy::Policy& policy = context.policy();
  Candidates found;
  if (completes == Completes::project)
    for (const policy::Project& project : policy.projects) found.emplace_back(project.id, project.name);
  if (completes == Completes::reason)
    for (const policy::Reason& reason : policy.reasons)
      if (reason.valid_to.empty()) found.emplace_back(reason.code, reason.label);
  if (completes == Completes::level)
    for (const policy::Level& level : policy.levels)
      if (level.valid_to.empty()) found.emplace_back(std::to_string(level.level), level.name);
  if (completes == Completes::calendar) return calendar_words(policy);
  if (completes == Completes::target)
    for (const record::PromiseKind kind : policy::kTargetKinds) found.emplace_back(record::name_of(kind), "");
  if (completes == Completes::person) {
    found.emplace_back("me", "you");
    for (const policy::Person& person : policy.people) found.emplace_back(person.email, person.name);
  }
  return found;
}

/// The story that the words before name: a complaint, or the customer of --customer.
struct NamedStory {
  std::vector<story::Entry> entries;
  std::vector<story::Promise> promises;
};

NamedStory named_story(Context& context, const CompletionQuestion& question) {
  if (question.positionals.empty()) {
    const auto customer = find_customer(context, question.customer);
    return customer ? NamedStory{customer->entries, customer->promises} : NamedStory{};
  }
  const std::string& word = question.positionals.front();
  const std::string id = word == "@" ? get_last_complaint(context) : get_complaint_id(context, word);
  const story::Complaint complaint = load_complaint(context, id);
  return {complaint.entries, complaint.promises};
}

/// Records, newest first; those that made several promises also by the number of each.
Candidates record_candidates(Context& context, const CompletionQuestion& question) {
  const NamedStory named = named_story(context, question);
  Candidates found;
  for (auto entry = named.entries.rbegin(); entry != named.entries.rend() && found.size() < kMostRecords; ++entry) {
    const std::string shown = story::short_record(named.entries, entry->record.id);
    found.emplace_back(shown, view::headline_of(entry->record));
    for (const story::Promise& promise : named.promises)
      if (promise.of == entry->record.id && promise.several)
        found.emplace_back(shown + "." + std::to_string(promise.n), promise.what);
  }
  return found;
}

Candidates promise_candidates(Context& context, const CompletionQuestion& question) {
  const NamedStory named = named_story(context, question);
  Candidates found;
  for (const story::Promise& promise : named.promises)
    if (story::is_open(promise))
      found.emplace_back(std::string(record::name_of(promise.kind)) + "@" +
                             session::shown_reference({named.entries, named.promises, "", context.zone()}, promise),
                         promise.what);
  return found;
}

Candidates step_candidates(Context& context, const CompletionQuestion& question) {
  if (question.positionals.empty()) return {};
  const std::string& word = question.positionals.front();
  const record::StoryRef ref = word == "@" ? record::StoryRef{record::StoryKind::complaint, get_last_complaint(context)}
                                           : session::get_story(context, word);
  Candidates found;
  for (const story::Step& step : session::load_plan(context, ref).steps)
    found.emplace_back(std::to_string(step.number), fmt::format("{}: {}", record::name_of(step.state), step.text));
  return found;
}

/// `--sort` takes several keys with a comma between them, and `-` before each.
Candidates sort_words(const std::string& prefix) {
  std::size_t before = prefix.rfind(',') + 1;
  if (before < prefix.size() && prefix[before] == '-') ++before;
  Candidates found;
  for (const std::string& key : index::sort_keys()) found.emplace_back(prefix.substr(0, before) + key, "");
  return found;
}

/// `--by` takes one key, or two with a comma between them.
Candidates report_key_words(const std::string& prefix) {
  const std::string given = prefix.substr(0, prefix.rfind(',') + 1);
  Candidates found;
  for (const std::string& key : report_keys()) found.emplace_back(given + key, "");
  return found;
}

/// `people` for `people.yaml`.
std::string sheet_of(std::string_view file) {
  constexpr std::string_view kEnd = ".yaml";
  return std::string(file.ends_with(kEnd) ? file.substr(0, file.size() - kEnd.size()) : file);
}

/// The policy files, or the keys of one of them, of which two changes wait to be settled.
Candidates conflict_words(Context& context, const CompletionQuestion& question) {
  (void)context.index();  // which has the policy in force
  const auto waiting = policy::read_conflicts(context.policy_text(std::string(policy::kConflictsFile)));
  Candidates found;
  if (!waiting) return found;
  const bool keys = question.completes == Completes::conflict_key;
  const std::string file = question.positionals.empty() ? std::string() : sheet_of(question.positionals.front());
  for (const policy::Conflict& conflict : *waiting) {
    const std::string sheet = sheet_of(conflict.file);
    if (keys && sheet != file) continue;
    const std::string& word = keys ? conflict.key : sheet;
    if (found.empty() || found.back().first != word) found.emplace_back(word, keys ? "" : "changed on both sides");
  }
  return found;
}

Candidates rule_words(Context& context) {
  Candidates found;
  for (const policy::Rule& rule : tick::rules_in_force(context).rules)
    found.emplace_back(rule.name, std::string(policy::name_of(rule.state)));
  return found;
}

Candidates signal_words(Context& context) {
  Candidates found;
  for (const session::Warning& item : session::find_warnings(context, {}).items)
    found.emplace_back(item.name(), item.signal != nullptr ? item.signal->series : item.alarm->measure);
  return found;
}

Candidates series_words(Context& context) {
  Candidates found;
  for (const warning::Series& series : session::load_watched(context, {}).series)
    if (series.measure != warning::Measure::praise) found.emplace_back(series.name(), "");
  return found;
}

Candidates candidates(Context& context, const CompletionQuestion& question) {
  switch (question.completes) {
    case Completes::filter:
      return complete_filter(context, question.prefix);
    case Completes::record:
      return record_candidates(context, question);
    case Completes::promise:
      return promise_candidates(context, question);
    case Completes::step:
      return step_candidates(context, question);
    case Completes::sort_key:
      return sort_words(question.prefix);
    case Completes::report:
      return report_questions();
    case Completes::report_key:
      return report_key_words(question.prefix);
    case Completes::measure:
      return question.positionals.empty() ? Candidates() : measures_of_report(context, question.positionals.front());
    case Completes::rule:
      return rule_words(context);
    case Completes::signal:
      return signal_words(context);
    case Completes::series:
      return series_words(context);
    case Completes::conflict_file:
    case Completes::conflict_key:
      return conflict_words(context, question);
    default:
      return words_of(context, question.completes);
  }
}

}  // namespace

Candidates words_of(Context& context, Completes completes) {
  if (completes == Completes::complaint) return complaints(context);
  if (completes == Completes::customer) return customers(context);
  if (completes == Completes::story) {
    Candidates found = complaints(context);
    for (auto& customer : customers(context)) found.push_back(std::move(customer));
    return found;
  }
  return policy_words(context, completes);
}

Candidates complete(Context& context, const CompletionQuestion& question) {
  // Bringing the branch back has to be told, and a shell that completes has no place for a message.
  if (const auto location = context.find_location(); location && session::is_ledger_gone(*location)) return {};
  Candidates found = candidates(context, question);
  std::erase_if(found, [&](const auto& candidate) { return !candidate.first.starts_with(question.prefix); });
  return found;
}

}  // namespace crmtrack::command
