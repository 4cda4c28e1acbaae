#include "view/history.hpp"

#include <fmt/format.h>

#include "story/short_record.hpp"
#include "view/local_time.hpp"
#include "view/record_text.hpp"

namespace crmtrack::view {

using document::Role;
using document::Value;

namespace {

Role signature_role(const std::string& state) {
  if (state == "good") return Role::good;
  return state == "bad" ? Role::bad : Role::dim;
}

std::string says_of(const story::Entry& entry) {
  if (!entry.fault.empty()) return "bad record: " + entry.fault;
  const std::string& refused = entry.provenance.refused;
  return headline_of(entry.record) + (refused.empty() ? "" : " (refused: " + refused + ")");
}

}  // namespace

document::Table history_table(const util::Zone& zone, const std::vector<story::Entry>& entries,
                              const std::vector<TrailEntry>& trail) {
  document::Table table;
  table.columns = {{"recorded_at", "Recorded"},
                   {"commit", "Commit"},
                   {"author", "Author", document::Align::left, true, true},
                   {"signature", "Signed"},
                   {"record", "Record"},
                   {"kind", "Kind"},
                   {"says", "What", document::Align::left, true, true}};
  for (const TrailEntry& line : trail) {
    const story::Entry& entry = *line.entry;
    const std::string author = fmt::format("{} <{}>", line.author.name, line.author.mail);
    table.rows.push_back(
        {{util::format_utc(entry.provenance.recorded_at), local_time(zone, entry.provenance.recorded_at)},
         {entry.provenance.commit, entry.provenance.commit.substr(0, 10), Role::id},
         {author, line.author.mail},
         {line.signature, "", signature_role(line.signature)},
         {entry.record.id, story::short_record(entries, entry.record.id), Role::id},
         {std::string(entry.record.kind.name())},
         {says_of(entry)}});
  }
  return table;
}

Value history_item(const TrailEntry& line) {
  Value item;
  item.set("recorded_at", util::format_utc(line.entry->provenance.recorded_at));
  item.set("commit", line.entry->provenance.commit);
  item.set("author", line.author.mail);
  item.set("author_name", line.author.name);
  item.set("committer", line.committer.mail);
  item.set("signature", line.signature);
  item.set("record", line.entry->record.id);
  item.set("kind", std::string(line.entry->record.kind.name()));
  item.set("at", util::format_utc(line.entry->record.at.utc));
  item.set("by", line.entry->record.by);
  const std::string& refused = line.entry->provenance.refused;
  item.set("refused", refused.empty() ? Value() : Value(refused));
  return item;
}

}  // namespace crmtrack::view
