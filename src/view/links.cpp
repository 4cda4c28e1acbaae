#include "view/links.hpp"

#include <fmt/format.h>

#include "util/text/parts.hpp"
#include "view/local_time.hpp"
#include "view/record_text.hpp"

namespace crmtrack::view {

using document::Role;

namespace {

constexpr std::size_t kSaidThere = 3;

std::string relation_of(const LinkedStory& linked) {
  if (linked.kind == "duplicate_of") return linked.stated_here ? "a duplicate of" : "has the duplicate";
  if (linked.kind == "follows") return linked.stated_here ? "follows" : "is followed by";
  return "related to";
}

std::string first_line_of(const record::Record& record) {
  const std::string text(util::trim(record.text_of("text")));
  const std::size_t end = text.find('\n');
  return end == std::string::npos ? text : text.substr(0, end) + " …";
}

/// The newest contacts and notes of a story, in its order.
std::vector<const story::Entry*> newest_words(const story::Complaint& complaint) {
  std::vector<const story::Entry*> words;
  for (const story::Entry& entry : complaint.entries)
    if (entry.counts() && entry.record.kind == record::Kind::activity) words.push_back(&entry);
  if (words.size() > kSaidThere) words.erase(words.begin(), words.end() - kSaidThere);
  return words;
}

void add_one(const Setting& setting, const LinkedStory& linked, document::Lines& lines) {
  const story::Complaint& there = linked.complaint;
  lines.lines.push_back({{relation_of(linked) + " "},
                         {setting.short_id(there.id), Role::id},
                         {fmt::format("  {}  {}", record::name_of(there.status), there.text_of("summary"))}});
  for (const story::Entry* entry : newest_words(there)) {
    const std::string text = first_line_of(entry->record);
    lines.lines.push_back({{fmt::format("    {}  {}{}", local_time(setting.zone, entry->record.at.utc),
                                        headline_of(entry->record), text.empty() ? "" : ": " + text),
                            Role::dim}});
  }
}

}  // namespace

void add_links(const Setting& setting, const std::vector<LinkedStory>& linked, document::Document& document) {
  if (linked.empty()) return;
  document.add(document::Heading{"Links", 2});
  document::Lines lines;
  for (const LinkedStory& each : linked) add_one(setting, each, lines);
  document.add(std::move(lines));
}

document::Value linked_value(const std::vector<LinkedStory>& linked) {
  document::Value::List list;
  for (const LinkedStory& each : linked) {
    document::Value value;
    value.set("link", each.kind);
    value.set("direction", each.stated_here ? "to" : "from");
    value.set("complaint", each.complaint.id);
    value.set("status", std::string(record::name_of(each.complaint.status)));
    value.set("summary", each.complaint.text_of("summary"));
    list.push_back(std::move(value));
  }
  return list;
}

}  // namespace crmtrack::view
