#include "command/common/trail.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "command/common/counted.hpp"
#include "command/common/lookup.hpp"
#include "command/common/record_text.hpp"
#include "git/object/object_sink.hpp"
#include "report/report.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

using document::Cell;
using document::Figures;

namespace {

std::string id_of_blob(const std::string& source) { return git::hash_object(git::ObjectKind::blob, source).hex(); }

std::string person_of(const git::Signature& person) { return fmt::format("{} <{}>", person.name, person.email); }

std::string refusal_of(const story::Entry& entry) {
  return entry.fault.empty() ? entry.provenance.refused : "bad record: " + entry.fault;
}

std::string headline(const story::Entry& entry) {
  return entry.fault.empty() ? headline_of(entry.record) : "a record that cannot be read";
}

std::string happened(const story::Entry& entry) {
  return entry.fault.empty() ? util::format_rfc3339(entry.record.at) : std::string();
}

Figures facts_of(Context& context, const story::Complaint& complaint, const std::vector<TrailEntry>& trail) {
  const auto count = [&](auto holds) { return std::to_string(std::count_if(trail.begin(), trail.end(), holds)); };
  Figures facts;
  facts.items = {{"complaint", complaint.id, {}},
                 {"status", std::string(record::name_of(complaint.status)), {}},
                 {"folder", record::folder_of({record::StoryKind::complaint, complaint.id}), {}},
                 {"ledger", context.index().ledger_commit(), {}},
                 {"policy", context.index().policy_commit(), {}},
                 {"made", util::format_utc(context.now()), {}},
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
  add("author", person_of(one.commit.author));
  if (one.commit.committer.email != one.commit.author.email) add("committer", person_of(one.commit.committer));
  add("commit", entry.provenance.commit);
  add("blob", id_of_blob(entry.source));
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

std::vector<TrailEntry> trail_of(Context& context, const std::vector<story::Entry>& entries) {
  std::map<std::string, std::pair<ledger::Commit, std::string>> commits;
  std::vector<TrailEntry> trail;
  for (const story::Entry& entry : entries) {
    const std::string& id = entry.provenance.commit;
    auto known = commits.find(id);
    if (known == commits.end()) {
      ledger::Commit commit = context.ledger().commit(id);
      std::string signature = commit.signature.empty() ? "none" : context.ledger().signature_state(id);
      known = commits.emplace(id, std::pair{std::move(commit), std::move(signature)}).first;
    }
    trail.push_back({&entry, known->second.first, known->second.second});
  }
  std::stable_sort(trail.begin(), trail.end(), [](const TrailEntry& a, const TrailEntry& b) {
    return std::pair(a.entry->provenance.recorded_at, a.entry->record.id) <
           std::pair(b.entry->provenance.recorded_at, b.entry->record.id);
  });
  return trail;
}

std::string path_of(const story::Complaint& complaint, const story::Entry& entry) {
  const std::string& owner = entry.moved_from.empty() ? complaint.id : entry.moved_from;
  return record::path_of({record::StoryKind::complaint, owner}, entry.record.id, entry.record.kind);
}

document::Document trail_document(Context& context, const story::Complaint& complaint) {
  const std::vector<TrailEntry> trail = trail_of(context, complaint.entries);
  document::Document document;
  document.add(document::Heading{fmt::format("Trail of {}", complaint.id)});
  document.add(facts_of(context, complaint, trail));
  std::size_t number = 0;
  for (const TrailEntry& one : trail) {
    document.add(document::Heading{fmt::format("{}. {}", ++number, headline(*one.entry)), 2});
    document.add(facts_of(complaint, one));
    document.add(source_of(*one.entry));
  }
  return document;
}

document::Table trail_table(Context& context, const story::Complaint& complaint) {
  document::Table table;
  table.name = "trail";
  for (const char* key : {"complaint", "record", "kind", "path", "at", "recorded_at", "by", "author", "author_name",
                          "committer", "commit", "blob", "signature", "refused", "source"})
    table.columns.push_back({key, key});
  for (const TrailEntry& one : trail_of(context, complaint.entries)) {
    const story::Entry& entry = *one.entry;
    std::vector<Cell>& row = table.rows.emplace_back();
    for (const std::string& text :
         {complaint.id, entry.record.id, std::string(entry.record.kind.name()), path_of(complaint, entry),
          happened(entry), util::format_utc(entry.provenance.recorded_at), entry.record.by, one.commit.author.email,
          one.commit.author.name, one.commit.committer.email, entry.provenance.commit, id_of_blob(entry.source),
          one.signature, refusal_of(entry), entry.source})
      row.push_back({text});
  }
  return table;
}

int report_trail(Context& context, const std::vector<std::string>& words) {
  if (words.empty())
    throw util::Error(util::ErrorKind::usage, "cannot report the trail of nothing: name a complaint",
                      {"crmtrack report trail ID"});
  document::Document document;
  report::Report report;
  report.name = "trail";
  report.meta.commit = context.index().ledger_commit();
  report.meta.policy_commit = context.index().policy_commit();
  report.meta.now = context.now();
  report.meta.zone = context.zone().name();
  document::Table table;
  for (const std::string& word : words) {
    const story::Complaint complaint = load_complaint(context, get_complaint_id(context, word));
    document::Document one = trail_document(context, complaint);
    for (auto& block : one.blocks) document.add(std::move(block));
    document::Table rows = trail_table(context, complaint);
    if (table.columns.empty())
      table = std::move(rows);
    else
      table.rows.insert(table.rows.end(), rows.rows.begin(), rows.rows.end());
  }
  context.page();
  report.tables.push_back(table);
  if (!context.out().takes_documents()) document.blocks = {std::move(table)};
  context.out().print(document, report::to_value(report));
  return 0;
}

}  // namespace crmtrack::command
