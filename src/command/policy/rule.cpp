#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/common/policy_output.hpp"
#include "command/write/capture.hpp"
#include "policy/rule_words.hpp"
#include "policy/rules.hpp"
#include "record/vocabulary.hpp"
#include "session/lookup.hpp"
#include "session/policy_edit.hpp"
#include "tick/rule/firing.hpp"
#include "tick/telling.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/when.hpp"
#include "view/local_time.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::command {

namespace {

using document::Align;
using policy::Rule;
using util::Error;
using util::ErrorKind;
using yaml::Node;

constexpr std::string_view kRulesFile = "rules.yaml";

/// `--on activity,overdue`, several times.
std::vector<std::string> words_of_option(const Invocation& invocation, std::string_view option) {
  std::vector<std::string> words;
  for (const std::string& text : invocation.all(option))
    for (const std::string& word : util::split(text, ','))
      if (!util::trim(word).empty()) words.emplace_back(util::trim(word));
  return words;
}

/// Throws Error(usage) with the parser's words where the text is none.
template <class Parsed>
void require_word(std::string_view option, const Parsed& parsed) {
  if (!parsed) throw Error(ErrorKind::usage, fmt::format("cannot read --{}: {}", option, parsed.error()));
}

/// Sets a field to the value of its option.
void set_checked(Node& fields, const Invocation& invocation, const char* option, const char* field, auto parse) {
  if (!invocation.has(option)) return;
  const std::string text(util::trim(invocation.get(option)));
  require_word(option, parse(text));
  fields.set(field, Node::scalar(text));
}

/// The fields that add and edit share.
Node rule_fields(Context& context, const Invocation& invocation) {
  Node fields = Node::map();
  if (const auto words = words_of_option(invocation, "on"); !words.empty()) {
    for (const std::string& word : words) require_word("on", policy::parse_rule_event(word));
    fields.set("on", Node::list_of(words));
  }
  if (invocation.has("filter")) fields.set("filter", Node::scalar(std::string(util::trim(invocation.get("filter")))));
  if (const auto words = words_of_option(invocation, "to"); !words.empty()) {
    for (const std::string& word : words) require_word("to", policy::parse_recipient(word));
    fields.set("to", Node::list_of(words));
  }
  set_checked(fields, invocation, "quiet-hours", "quiet", policy::parse_quiet);
  set_checked(fields, invocation, "digest", "digest", policy::parse_digest);
  set_checked(fields, invocation, "dedup", "dedup", policy::parse_window);
  set_checked(fields, invocation, "schedule", "schedule", policy::parse_schedule);
  if (invocation.has("calendar"))
    set_text(fields, "calendar", session::resolve_calendar(context, invocation.get("calendar")));
  if (invocation.has("text")) fields.set("text", Node::scalar(invocation.get("text")));
  if (invocation.has("state")) fields.set("state", Node::scalar(invocation.get("state")));
  return fields;
}

/// A rule that is switched on is for what happens from now on.
void set_since(Context& context, Node& fields) { fields.set("since", Node::scalar(util::format_utc(context.now()))); }

int run_rule_add(Context& context, const Invocation& invocation) {
  const std::string& name = invocation.positionals.front();
  Node entry = Node::map();
  entry.set("name", Node::scalar(name));
  for (auto& [key, value] : rule_fields(context, invocation).entries) entry.set(key, value);
  for (const char* const option : {"on", "to"})
    if (entry.find(option) == nullptr)
      throw Error(ErrorKind::usage, fmt::format("cannot add a rule without --{}", option),
                  {"for example: crmtrack rule add late --on overdue --to owner,manager --why W"});
  if (entry.text_of("state") != "off") set_since(context, entry);
  return report_policy_edit(context, add_policy_entry(context, kRulesFile, name, entry, required_why(invocation)));
}

/// The newest rule of a name. Throws Error(not_found) with the nearest.
const Rule& get_rule(const policy::Rules& rules, const std::string& name) {
  if (const Rule* const found = rules.find(name)) return *found;
  std::vector<std::string> known;
  for (const Rule& rule : rules.rules) known.push_back(rule.name);
  std::vector<std::string> hints;
  if (const auto near = util::nearest(name, known); !near.empty())
    hints.push_back(fmt::format("did you mean {}?", util::join(near, " or ")));
  hints.emplace_back("see: crmtrack rule list");
  throw Error(ErrorKind::not_found, fmt::format("there is no rule '{}'", name), std::move(hints));
}

int run_rule_edit(Context& context, const Invocation& invocation) {
  const std::string& name = invocation.positionals.front();
  const policy::Rules rules = tick::rules_in_force(context);
  const Rule& rule = get_rule(rules, name);
  Node fields = rule_fields(context, invocation);
  if (fields.entries.empty())
    throw Error(
        ErrorKind::usage, "cannot edit: nothing to change",
        {"give --on, --filter, --to, --quiet-hours, --digest, --dedup, --schedule, --calendar, --text or --state"});
  if (fields.text_of("state") == "on" && rule.state == Rule::State::off) set_since(context, fields);
  return report_policy_edit(
      context, edit_policy_entry(context, kRulesFile, rule.name, fields, "edit", required_why(invocation)));
}

int run_rule_retire(Context& context, const Invocation& invocation) {
  const policy::Rules rules = tick::rules_in_force(context);
  const Rule& rule = get_rule(rules, invocation.positionals.front());
  Node fields = Node::map();
  fields.set("state", Node::scalar("off"));
  return report_policy_edit(
      context, edit_policy_entry(context, kRulesFile, rule.name, fields, "retire", required_why(invocation)));
}

template <class Value>
std::string texts_joined(const std::vector<Value>& values, auto text) {
  std::vector<std::string> texts;
  for (const Value& value : values) texts.emplace_back(text(value));
  return util::join(texts, ",");
}

int run_rule_list(Context& context, const Invocation& invocation) {
  const policy::Rules rules = tick::rules_in_force(context);
  std::vector<std::vector<std::string>> rows;
  for (const Rule& rule : rules.rules) {
    if (rules.find(rule.name) != &rule && !invocation.has("all")) continue;
    rows.push_back({rule.name, std::string(policy::name_of(rule.state)),
                    texts_joined(rule.on, [](const policy::RuleEvent& event) { return policy::name_of(event); }),
                    rule.filter_text,
                    texts_joined(rule.to, [](const policy::RuleRecipient& each) { return policy::text_of(each); }),
                    rule.quiet_text.empty() ? "calendar" : rule.quiet_text, std::string(policy::name_of(rule.digest)),
                    rule.dedup_text, rule.schedule ? policy::text_of(*rule.schedule) : "", rule.calendar,
                    rule.since ? util::format_utc(*rule.since) : "", rule.from});
  }
  return print_policy_list(context,
                           {{"name", "Rule"},
                            {"state", "State"},
                            {"on", "On", Align::left, true, true},
                            {"filter", "For", Align::left, true, true},
                            {"to", "Tells", Align::left, true, true},
                            {"quiet", "Quiet", Align::left, false},
                            {"digest", "Digest", Align::left, false},
                            {"dedup", "Dedup", Align::left, false},
                            {"schedule", "When", Align::left, false},
                            {"calendar", "Calendar", Align::left, false},
                            {"since", "Since", Align::left, false},
                            {"from", "From", Align::left, false}},
                           std::move(rows));
}

/// `--since`; seven days where it is not given.
util::Instant since_of(Context& context, const Invocation& invocation) {
  if (!invocation.has("since")) return context.now() - tick::kFresh;
  return util::parse_when(invocation.get("since"), context.now(), context.zone(), false).utc;
}

document::Table fired_table(Context& context, const tick::Fired& fired) {
  document::Table table;
  table.columns = {{"at", "When"},
                   {"complaint", "Complaint"},
                   {"event", "Event"},
                   {"promise", "Promise"},
                   {"to", "Whom", Align::left, true, true},
                   {"outcome", "Outcome"},
                   {"detail", "Why", Align::left, true, true},
                   {"send_after", "Not before", Align::left, false}};
  const auto complaint = [&](const record::StoryRef& story) {
    return document::Cell{story.kind == record::StoryKind::complaint ? story.id : std::string(),
                          story.kind == record::StoryKind::complaint ? short_id(context, story.id) : std::string()};
  };
  const util::Zone& zone = context.ledger_zone();
  for (const tick::Notification& each : fired.notifications)
    table.rows.push_back({{util::format_utc(each.at), view::local_time(zone, each.at)},
                          complaint(each.story),
                          {each.event},
                          {each.promise},
                          {each.to},
                          {each.outcome == "queued" ? "would be sent" : "suppressed"},
                          {each.detail},
                          {each.send_after ? util::format_utc(*each.send_after) : ""}});
  for (const tick::NotTold& each : fired.others)
    table.rows.push_back({{""}, complaint(each.story), {each.event}, {""}, {each.who}, {"not told"}, {each.why}, {""}});
  return table;
}

int run_rule_test(Context& context, const Invocation& invocation) {
  const policy::Rules rules = tick::rules_in_force(context);
  const Rule& rule = get_rule(rules, invocation.positionals.front());
  const tick::Fired fired =
      tick::fire_rules(context, rules, {&rule}, since_of(context, invocation), tick::Past::is_unseen);
  const document::Table table = fired_table(context, fired);
  context.page();
  context.out().print(make_listing(context, table, [&](std::size_t row) {
    document::Value item;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      item.set(table.columns[i].key, view::text_or_null(table.rows[row][i].text));
    return item;
  }));
  const auto would = std::ranges::count(fired.notifications, "queued", &tick::Notification::outcome);
  context.say(fmt::format("{}: {} would be sent, {} suppressed, {} not told", rule.name,
                          util::counted(static_cast<std::size_t>(would), "message"),
                          fired.notifications.size() - static_cast<std::size_t>(would), fired.others.size()));
  return 0;
}

const PositionalSpec kRuleName{"NAME", "the name of the rule", Completes::rule};

std::vector<OptionSpec> rule_options() {
  return {
      OptionSpec{"--on",
                 "EVENT[,EVENT]",
                 "a kind of record (activity, escalation, assignment …), due_soon, overdue or schedule",
                 Completes::nothing,
                 {},
                 true},
      OptionSpec{"--filter", "FILTER", "by facts of the complaint, and type, sentiment, ref, promise, outcome",
                 Completes::filter},
      OptionSpec{"--to",
                 "WHOM[,WHOM]",
                 "owner, manager, customer, role:R, team:T, list:L or an address",
                 Completes::nothing,
                 {},
                 true},
      OptionSpec{"--quiet-hours", "HOURS", "calendar (outside its hours), none, or 20:00-07:00 (default: calendar)"},
      OptionSpec{"--digest", "HOW", "gather messages into one", Completes::nothing, record::kDigests},
      OptionSpec{"--dedup", "WINDOW", "no second message about a complaint within 30m, 4h, 2d"},
      OptionSpec{"--schedule", "WHEN", "daily 08:00, weekly mon 08:00 or monthly 1 08:00"},
      OptionSpec{"--calendar", "NAME", "whose hours and zone count (default: the project's)", Completes::calendar},
      OptionSpec{"--text", "TEXT", "a first paragraph of your own"},
      OptionSpec{"--state", "STATE", "whether it fires", Completes::nothing, policy::kRuleStates},
      option::kWhy};
}

}  // namespace

const CommandSpec kRuleList{.name = "rule list",
                            .group = "policy",
                            .summary = "list the rules: on what whom crmtrack tells",
                            .options = {OptionSpec{"--all", "", "earlier ones of a name too"}},
                            .examples = {{"crmtrack rule list", "those that are off too"}},
                            .access = Access::reads,
                            .run = run_rule_list};
const CommandSpec kRuleAdd{
    .name = "rule add",
    .group = "policy",
    .summary = "add a rule that tells people",
    .positionals = {kRuleName},
    .options = rule_options(),
    .examples = {{"crmtrack rule add late --on overdue --to owner,manager --why 'Agreed with the team'",
                  "when a promise breaks"},
                 {"crmtrack rule add bad-calls --on activity --filter 'type:call sentiment:negative' --to role:lead "
                  "--dedup 4h --why 'To step in early'",
                  "at most one message in four hours about one complaint"}},
    .run = run_rule_add};
const CommandSpec kRuleEdit{
    .name = "rule edit",
    .group = "policy",
    .summary = "change a rule, switch it on, pause it",
    .positionals = {kRuleName},
    .options = rule_options(),
    .examples = {{"crmtrack rule edit late-promises --state on --why 'From today'", "for what happens from now on"}},
    .run = run_rule_edit};
const CommandSpec kRuleRetire{.name = "rule retire",
                              .group = "policy",
                              .summary = "switch a rule off",
                              .positionals = {kRuleName},
                              .options = {option::kWhy},
                              .examples = {{"crmtrack rule retire late --why 'Nobody reads it'", "it stays listed"}},
                              .run = run_rule_retire};
const CommandSpec kRuleTest{.name = "rule test",
                            .group = "policy",
                            .summary = "say what a rule would have sent, to whom, and why not to others",
                            .positionals = {kRuleName},
                            .options = {OptionSpec{"--since", "WHEN", "a time, such as -30d (default: -7d)"}},
                            .examples = {{"crmtrack rule test late-promises --since -30d", "before it is switched on"}},
                            .access = Access::reads,
                            .run = run_rule_test};

}  // namespace crmtrack::command
