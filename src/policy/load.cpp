#include "policy/load.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/calendars.hpp"
#include "policy/charter.hpp"
#include "policy/entry_reader.hpp"
#include "policy/fact_filter.hpp"
#include "policy/form_reader.hpp"
#include "policy/ladders.hpp"
#include "policy/sheet.hpp"
#include "policy/targets.hpp"
#include "util/text/parts.hpp"
#include "yaml/write.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Node;

constexpr int kHighestLevel = 9;
constexpr int kMostDays = 3650;

Reason read_reason(EntryReader& reader, std::string_view) {
  Reason reason;
  reason.code = reader.required_slug("code");
  reason.label = reader.text("label");
  reason.question = reader.text("question");
  reason.valid_from = reader.date("valid_from");
  reason.valid_to = reader.date("valid_to");
  reason.replaced_by = reader.text("replaced_by");
  reason.synonyms = reader.texts("synonyms");
  reason.why = reader.text("why");
  reason.approved_by = reader.text("approved_by");
  if (reason.label.empty()) reason.label = reason.code;
  return reason;
}

Person read_person(EntryReader& reader, std::string_view) {
  Person person;
  person.email = reader.required_mail("email");
  person.name = reader.text("name");
  person.role = reader.text("role");
  person.team = reader.text("team");
  person.valid_to = reader.date("valid_to");
  reader.text("why");
  return person;
}

/// `people: {1: [ben@example.com], 2: …}`.
std::map<int, std::vector<std::string>> read_project_people(EntryReader& reader) {
  std::map<int, std::vector<std::string>> people;
  const Node* const levels = reader.map("people");
  if (levels == nullptr) return people;
  for (const auto& [level, mails] : levels->entries)
    if (level.size() != 1 || level[0] < '0' || level[0] > '0' + kHighestLevel)
      reader.refuse(mails.mark, fmt::format("'people' names the level '{}', but levels are 0 to 9", level));
    else if (mails.is_map())
      reader.refuse(mails.mark, fmt::format("the people of level {} must be a list of mail addresses", level));
    else
      people[level[0] - '0'] = levels->texts_of(level);
  return people;
}

Project read_project(EntryReader& reader, std::string_view) {
  Project project;
  project.id = reader.required_slug("id");
  project.name = reader.text("name");
  project.manager = reader.text("manager");
  project.calendar = reader.text("calendar");
  project.regulatory = reader.text("regulatory");
  project.people = read_project_people(reader);
  project.valid_to = reader.date("valid_to");
  reader.text("why");
  return project;
}

Level read_level(EntryReader& reader, std::string_view) {
  Level level;
  const bool is_missing = reader.entry().is_map() && reader.entry().find("level") == nullptr;
  level.level = reader.integer("level", 0, kHighestLevel).value_or(0);
  if (is_missing) reader.refuse(reader.entry().mark, "'level' is missing");
  level.name = reader.required("name");
  level.role = reader.text("role");
  level.valid_to = reader.date("valid_to");
  reader.text("why");
  return level;
}

Grant read_grant(EntryReader& reader, std::string_view) {
  Grant grant;
  const std::string name = reader.required("right");
  if (const auto right = parse_right(name)) {
    grant.right = *right;
  } else if (!name.empty()) {
    std::vector<std::string> known;
    for (const Right one : kRights) known.emplace_back(name_of(one));
    reader.refuse(reader.entry().find("right")->mark,
                  fmt::format("'right' is '{}', but must be one of {}", name, util::join(known, ", ")));
  }
  if (reader.entry().is_map() && reader.entry().find("roles") == nullptr)
    reader.refuse(reader.entry().mark, "'roles' is missing; an empty list gives the right to nobody");
  grant.roles = reader.texts("roles");
  reader.text("why");
  return grant;
}

/// Reads the entries of one file, each with `read`, which also gets the file's text; the bad ones are left out.
template <class Entry, class Read>
std::vector<Entry> read_entries(const Files& files, std::string_view name, std::vector<Finding>& findings,
                                const Read& read) {
  const Sheet sheet = read_sheet(files, name, findings);
  const auto source = files.find(sheet.file);
  const std::string_view text = sheet.given && source != files.end() ? std::string_view(source->second) : "";
  std::vector<Entry> entries;
  entries.reserve(sheet.content.items.size());
  for (const Node& item : sheet.content.items) {
    EntryReader reader(sheet.file, item, findings);
    if (!reader.good()) continue;
    Entry entry = read(reader, text);
    entry.from = reader.date("from");
    entry.mark = place_of(item.mark);
    reader.finish();
    if (reader.good()) entries.push_back(std::move(entry));
  }
  return entries;
}

void read_lifecycle(const Files& files, Policy& policy) {
  const Sheet sheet = read_sheet(files, "lifecycle", policy.findings);
  EntryReader reader(sheet.file, sheet.content, policy.findings);
  policy.silence_days = reader.integer("silence_days", 0, kMostDays).value_or(policy.silence_days);
  policy.reopen_days = reader.integer("reopen_days", 0, kMostDays).value_or(policy.reopen_days);
  reader.finish();
}

void read_zone(EntryReader& reader, Settings& settings) {
  std::string zone = reader.text("zone");
  if (zone.empty()) return;
  if (is_zone_name(zone))
    settings.zone = std::move(zone);
  else
    reader.refuse(reader.entry().find("zone")->mark,
                  fmt::format("'zone' is '{}', but must be the name of a time zone, such as Europe/London", zone));
}

/// The word that `key` chooses among `known`: taken into `chosen`, unless it is not set or no such word.
template <std::size_t Size>
void read_choice(EntryReader& reader, std::string_view key, const std::array<std::string_view, Size>& known,
                 std::string& chosen) {
  std::string word = reader.text(key);
  if (word.empty()) return;
  if (std::find(known.begin(), known.end(), word) != known.end())
    chosen = std::move(word);
  else
    reader.refuse(reader.entry().find(key)->mark,
                  fmt::format("'{}' is '{}', but must be one of {}", key, word, fmt::join(known, ", ")));
}

Settings read_settings(const Files& files, std::vector<Finding>& findings) {
  const Sheet sheet = read_sheet(files, "settings", findings);
  EntryReader reader(sheet.file, sheet.content, findings);
  Settings settings;
  settings.grace = std::chrono::days(reader.integer("grace", 0, kMostDays).value_or(settings.grace.count()));
  if (const std::string limit = reader.text("attachment_limit"); !limit.empty()) {
    const std::uint64_t bytes = parse_size(limit);
    if (bytes == 0 || bytes > kLargestAttachment) {
      reader.refuse(sheet.content.find("attachment_limit")->mark,
                    fmt::format("'attachment_limit' is '{}', but must be a size such as 10MiB, at most 40MiB", limit));
    } else {
      settings.attachment_limit = bytes;
    }
  }
  settings.no_contact_days = reader.integer("no_contact_days", 1, kMostDays).value_or(settings.no_contact_days);
  if (std::string rate = reader.text("cost_rate"); !rate.empty()) {
    if (is_money(rate))
      settings.cost_rate = std::move(rate);
    else
      reader.refuse(sheet.content.find("cost_rate")->mark,
                    fmt::format("'cost_rate' is '{}', but must be what an hour costs, such as 80.00 EUR", rate));
  }
  settings.main_allows = reader.texts("main_allows");
  if (std::string inbox = reader.text("inbox"); !inbox.empty()) settings.inbox = std::move(inbox);
  read_choice(reader, "period", kPeriods, settings.period);
  read_zone(reader, settings);
  read_choice(reader, "language", kLanguages, settings.language);
  settings.firm = reader.text("firm");
  reader.finish();
  return settings;
}

/// The filter of `inbox`, where it is none of its two words.
query::Filter read_inbox(const Files& files, Policy& policy) {
  if (policy.settings.inbox == "wait" || policy.settings.inbox == "complaint") return {};
  std::vector<Finding> known;  // read_settings has told them
  const Sheet sheet = read_sheet(files, "settings", known);
  const auto source = files.find(sheet.file);
  EntryReader reader(sheet.file, sheet.content, policy.findings);
  return read_fact_filter(reader, source == files.end() ? std::string_view() : source->second, policy, "inbox").filter;
}

}  // namespace

Policy load(const Files& files) {
  Policy policy;
  policy.reasons = read_entries<Reason>(files, "reasons", policy.findings, read_reason);
  policy.people = read_entries<Person>(files, "people", policy.findings, read_person);
  policy.projects = read_entries<Project>(files, "projects", policy.findings, read_project);
  policy.levels = read_entries<Level>(files, "levels", policy.findings, read_level);
  policy.forms = read_entries<Form>(
      files, "forms", policy.findings,
      [&policy](EntryReader& reader, std::string_view text) { return read_form(reader, text, policy); });
  policy.rights = read_entries<Grant>(files, "rights", policy.findings, read_grant);
  policy.calendars = load_calendars(files, policy.findings);
  policy.targets = read_entries<PromiseTarget>(
      files, "targets", policy.findings,
      [&policy](EntryReader& reader, std::string_view text) { return read_target(reader, text, policy); });
  policy.ladders = read_entries<Ladder>(
      files, "ladders", policy.findings,
      [&policy](EntryReader& reader, std::string_view text) { return read_ladder(reader, text, policy); });
  read_lifecycle(files, policy);
  policy.settings = read_settings(files, policy.findings);
  policy.inbox = read_inbox(files, policy);
  policy.charter = load_charter(files, policy.findings);
  return policy;
}

Policy load_rights(const Files& files) {
  Policy policy;
  policy.people = read_entries<Person>(files, "people", policy.findings, read_person);
  policy.rights = read_entries<Grant>(files, "rights", policy.findings, read_grant);
  policy.settings = read_settings(files, policy.findings);
  return policy;
}

Settings load_settings(const Files& files) {
  std::vector<Finding> findings;
  return read_settings(files, findings);
}

Files canonical(const Files& files) {
  const Policy policy = load(files);
  Files result = files;
  for (auto& [name, text] : result) {
    const bool has_finding = std::any_of(policy.findings.begin(), policy.findings.end(),
                                         [&name = name](const Finding& finding) { return finding.file == name; });
    const auto root = yaml::read(text, kPolicyLimits);
    if (!has_finding && root && root->is_map()) text = yaml::write(*root);
  }
  return result;
}

}  // namespace crmtrack::policy
