#include "policy/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/entry_reader.hpp"
#include "policy/fact_filter.hpp"
#include "policy/rule_words.hpp"
#include "policy/sheet.hpp"
#include "record/filter_keys.hpp"
#include "record/vocabulary.hpp"
#include "util/text/parts.hpp"
#include "util/text/slug.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Node;
using Told = RuleRecipient::As;

constexpr std::size_t kMostRecipients = 50;
constexpr std::size_t kLongestText = 2000;

/// Reads the words under a key, each by `parse`; a bad one is a finding.
template <class Value, class Parse>
std::vector<Value> read_words(EntryReader& reader, std::string_view key, const Parse& parse) {
  std::vector<Value> values;
  for (const std::string& word : reader.texts(key)) {
    auto value = parse(word);
    if (value)
      values.push_back(std::move(*value));
    else
      reader.refuse(reader.entry().find(key)->mark, fmt::format("'{}': {}", key, value.error()));
  }
  return values;
}

/// Reads the word under a key; the default where it says none.
template <class Value, class Parse>
Value read_word(EntryReader& reader, std::string_view key, Value fallback, const Parse& parse) {
  const std::string word = reader.text(key);
  if (word.empty()) return fallback;
  auto value = parse(word);
  if (value) return std::move(*value);
  reader.refuse(reader.entry().find(key)->mark, fmt::format("'{}': {}", key, value.error()));
  return fallback;
}

void read_schedule(EntryReader& reader, Rule& rule) {
  const bool is_scheduled =
      std::ranges::any_of(rule.on, [](const RuleEvent& event) { return event.what == RuleEvent::What::schedule; });
  rule.schedule = read_word<std::optional<Schedule>>(reader, "schedule", std::nullopt, parse_schedule);
  if (is_scheduled && !rule.schedule)
    reader.refuse(reader.entry().mark, "'schedule' is missing: a rule on schedule says when, such as daily 08:00");
  if (!is_scheduled && rule.schedule)
    reader.refuse(reader.entry().find("schedule")->mark, "'schedule' is for a rule on schedule");
}

std::optional<util::Instant> read_since(EntryReader& reader) {
  const std::string text = reader.text("since");
  if (text.empty()) return std::nullopt;
  const auto time = util::parse_rfc3339(text);
  if (time) return time->utc;
  reader.refuse(reader.entry().find("since")->mark,
                fmt::format("'since' is '{}', but must be a time such as 2026-12-01T09:00:00Z", text));
  return std::nullopt;
}

void check_recipients(EntryReader& reader, const Rule& rule, const Policy& policy) {
  if (!reader.entry().is_map() || reader.entry().find("to") == nullptr)
    return reader.refuse(reader.entry().mark, "'to' is missing: whom to tell");
  const yaml::Mark mark = reader.entry().find("to")->mark;
  if (rule.to.size() > kMostRecipients)
    return reader.refuse(mark, fmt::format("'to' names {} at most", kMostRecipients));
  for (const RuleRecipient& each : rule.to) {
    const auto has = [&](auto field) {
      return std::ranges::any_of(policy.people, [&](const Person& person) { return person.*field == each.name; });
    };
    const bool is_nobody =
        (each.as == Told::role && !has(&Person::role)) || (each.as == Told::team && !has(&Person::team));
    if (is_nobody && rule.state != Rule::State::off)
      reader.warn(mark, fmt::format("'to': nobody in people.yaml has the {} '{}'", name_of(each.as), each.name));
    if (rule.schedule && (each.as == Told::customer || each.as == Told::manager))
      reader.refuse(mark, fmt::format("'to': a rule on schedule tells people of ours, not '{}'", name_of(each.as)));
  }
}

Rule read_rule(EntryReader& reader, std::string_view text, const Policy& policy) {
  Rule rule;
  rule.name = reader.required_slug("name");
  rule.state = read_word(reader, "state", Rule::State::on, parse_rule_state);
  rule.on = read_words<RuleEvent>(reader, "on", parse_rule_event);
  if (rule.on.empty() && reader.good()) reader.refuse(reader.entry().mark, "'on' is missing: the events of the rule");
  FactFilter filter = read_fact_filter(reader, text, policy, rule_keys());
  rule.filter = std::move(filter.filter);
  rule.filter_text = std::move(filter.text);
  rule.to = read_words<RuleRecipient>(reader, "to", parse_recipient);
  rule.quiet_text = reader.text("quiet");
  rule.quiet = read_word(reader, "quiet", QuietHours{}, parse_quiet);
  rule.digest = read_word(reader, "digest", Digest::none, parse_digest);
  rule.dedup_text = reader.text("dedup");
  rule.dedup = read_word(reader, "dedup", std::chrono::seconds(0), parse_window);
  read_schedule(reader, rule);
  rule.calendar = reader.text("calendar");
  rule.text = reader.text("text");
  if (rule.text.size() > kLongestText)
    reader.refuse(reader.entry().find("text")->mark, fmt::format("'text' has {} bytes at most", kLongestText));
  rule.since = read_since(reader);
  check_recipients(reader, rule, policy);
  reader.text("why");
  rule.from = reader.date("from");
  rule.mark = place_of(reader.entry().mark);
  return rule;
}

void read_lists(const Files& files, Rules& rules) {
  const Sheet sheet = read_sheet(files, "lists", rules.findings);
  EntryReader reader(sheet.file, sheet.content, rules.findings);
  for (const auto& [name, members] : sheet.content.entries) {
    if (!util::is_slug(name)) {
      reader.known(name);
      reader.refuse(members.mark, fmt::format("a list is named by a slug: '{}' is none", name));
      continue;
    }
    auto& list = rules.lists[name];
    list = read_words<RuleRecipient>(reader, name, parse_recipient);
    if (std::ranges::any_of(list, [](const RuleRecipient& each) { return each.as == RuleRecipient::As::list; }))
      reader.refuse(members.mark, fmt::format("the list '{}' names another list", name));
  }
}

void check_lists(Rules& rules, const std::string& file) {
  for (const Rule& rule : rules.rules) {
    for (const RuleRecipient& each : rule.to)
      if (each.as == RuleRecipient::As::list && !rules.lists.contains(each.name))
        rules.findings.push_back(
            {file, rule.mark,
             fmt::format("rule '{}' tells the list '{}', which lists.yaml lacks", rule.name, each.name), true});
  }
}

}  // namespace

std::span<const query::KeySpec> rule_keys() {
  static const std::vector<query::KeySpec> kKeys = [] {
    std::vector<query::KeySpec> keys(record::fact_keys().begin(), record::fact_keys().end());
    for (const query::KeySpec& key : record::complaint_keys())
      if (key.name == "ref" || key.name == "sentiment" || key.name == "promise") keys.push_back(key);
    keys.push_back({.name = "outcome"});  // of a resolution, or of a delivery
    return keys;
  }();
  return kKeys;
}

std::vector<const Rule*> Rules::holding(std::string_view date) const {
  std::vector<const Rule*> result;
  for (const Rule& rule : rules) {
    if (rule.from > date) continue;
    const auto same = std::ranges::find_if(result, [&](const Rule* each) { return each->name == rule.name; });
    if (same == result.end())
      result.push_back(&rule);
    else if ((*same)->from <= rule.from)
      *same = &rule;
  }
  std::erase_if(result, [](const Rule* rule) { return rule->state == Rule::State::off; });
  return result;
}

const Rule* Rules::find(std::string_view name) const {
  const Rule* newest = nullptr;
  for (const Rule& rule : rules)
    if (rule.name == name && (newest == nullptr || newest->from <= rule.from)) newest = &rule;
  return newest;
}

Rules load_rules(const Files& files, const Policy& policy) {
  Rules rules;
  read_lists(files, rules);
  const Sheet sheet = read_sheet(files, "rules", rules.findings);
  const auto source = files.find(sheet.file);
  const std::string_view text = sheet.given && source != files.end() ? std::string_view(source->second) : "";
  for (const Node& item : sheet.content.items) {
    EntryReader reader(sheet.file, item, rules.findings);
    if (!reader.good()) continue;
    Rule rule = read_rule(reader, text, policy);
    reader.finish();
    if (reader.good()) rules.rules.push_back(std::move(rule));
  }
  check_lists(rules, sheet.file);
  return rules;
}

}  // namespace crmtrack::policy
