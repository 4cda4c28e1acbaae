#include "view/trail.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "record/path.hpp"
#include "util/text/parts.hpp"
#include "view/record_text.hpp"

namespace crmtrack::view {

using document::Cell;
using document::Figures;

namespace {

std::string person_of(const TrailPerson& person) { return fmt::format("{} <{}>", person.name, person.mail); }

std::string refusal_of(const story::Entry& entry) {
  return entry.fault.empty() ? entry.provenance.refused : "bad record: " + entry.fault;
}

std::string headline(const story::Entry& entry) {
  return entry.fault.empty() ? headline_of(entry.record) : "a record that cannot be read";
}

std::string happened(const story::Entry& entry) {
  return entry.fault.empty() ? util::format_rfc3339(entry.record.at) : std::string();
}

Figures facts_of(const LedgerState& ledger, const story::Complaint& complaint, const std::vector<TrailEntry>& trail) {
  const auto count = [&](auto holds) { return std::to_string(std::count_if(trail.begin(), trail.end(), holds)); };
  Figures facts;
  facts.items = {{"complaint", complaint.id, {}},
                 {"status", std::string(record::name_of(complaint.status)), {}},
                 {"folder", record::folder_of({record::StoryKind::complaint, complaint.id}), {}},
                 {"ledger", ledger.commit, {}},
                 {"policy", ledger.policy_commit, {}},
                 {"made", util::format_utc(ledger.now), {}},
                 {"records", std::to_string(trail.size()), {}},
                 {"signed", count([](const TrailEntry& one) { return one.signature == "good"; }), {}},
                 {"refused", count([](const TrailEntry& one) { return !one.entry->counts(); }), {}}};
  return facts;
}

Figures facts_of(const story::Complaint& complaint, const TrailEntry& one) {
  const story::Entry& entry = *one.entry;
  Figures facts;
  const auto add = [&](std::string label, std::string value, document::Role role = document::Role::plain) {
    if (!value.empty()) facts.items.push_back({std::move(label), std::move(value), {}, role});
  };
  const std::string path = path_of(complaint, entry);
  add("file", entry.moved_from.empty() ? path.substr(path.rfind('/') + 1) : path);
  add("happened", happened(entry));
  add("recorded", util::format_utc(entry.provenance.recorded_at));
  add("by", entry.record.by);
  add("author", person_of(one.author));
  if (one.committer.mail != one.author.mail) add("committer", person_of(one.committer));
  add("commit", entry.provenance.commit);
  add("blob", one.blob);
  add("signature", one.signature);
  add("refused", refusal_of(entry), document::Role::bad);
  return facts;
}

document::Lines source_of(const story::Entry& entry) {
  document::Lines lines;
  lines.indent = 4;
  std::string_view text = entry.source;
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (const std::string& line : util::split(text, '\n')) lines.lines.push_back({{line}});
  return lines;
}

}  // namespace

std::string path_of(const story::Complaint& complaint, const story::Entry& entry) {
  const std::string& owner = entry.moved_from.empty() ? complaint.id : entry.moved_from;
  return record::path_of({record::StoryKind::complaint, owner}, entry.record.id, entry.record.kind);
}

document::Document trail_document(const LedgerState& ledger, const story::Complaint& complaint,
                                  const std::vector<TrailEntry>& trail) {
  document::Document document;
  document.add(document::Heading{fmt::format("Trail of {}", complaint.id)});
  document.add(facts_of(ledger, complaint, trail));
  std::size_t number = 0;
  for (const TrailEntry& one : trail) {
    document.add(document::Heading{fmt::format("{}. {}", ++number, headline(*one.entry)), 2});
    document.add(facts_of(complaint, one));
    document.add(source_of(*one.entry));
  }
  return document;
}

document::Table trail_table(const story::Complaint& complaint, const std::vector<TrailEntry>& trail) {
  document::Table table;
  table.name = "trail";
  for (const char* key : {"complaint", "record", "kind", "path", "at", "recorded_at", "by", "author", "author_name",
                          "committer", "commit", "blob", "signature", "refused", "source"})
    table.columns.push_back({key, key});
  for (const TrailEntry& one : trail) {
    const story::Entry& entry = *one.entry;
    std::vector<Cell>& row = table.rows.emplace_back();
    for (const std::string& text :
         {complaint.id, entry.record.id, std::string(entry.record.kind.name()), path_of(complaint, entry),
          happened(entry), util::format_utc(entry.provenance.recorded_at), entry.record.by, one.author.mail,
          one.author.name, one.committer.mail, entry.provenance.commit, one.blob, one.signature, refusal_of(entry),
          entry.source})
      row.push_back({text});
  }
  return table;
}

}  // namespace crmtrack::view
