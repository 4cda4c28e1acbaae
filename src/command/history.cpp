#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "command/commands.hpp"
#include "command/common/lookup.hpp"
#include "command/common/record_text.hpp"
#include "command/common/rows.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

using document::Role;
using document::Value;

namespace {

/// A record with what Git knows of the commit that brought it.
struct Line {
  const story::Entry* entry;
  ledger::Commit commit;
  std::string signature;
};

/// In the order in which the ledger came to know the records.
std::vector<Line> lines_of(Context& context, const std::vector<story::Entry>& entries) {
  std::map<std::string, std::pair<ledger::Commit, std::string>> commits;
  std::vector<Line> lines;
  for (const story::Entry& entry : entries) {
    const std::string& id = entry.provenance.commit;
    auto known = commits.find(id);
    if (known == commits.end()) {
      ledger::Commit commit = context.ledger().commit(id);
      std::string signature = commit.signature.empty() ? "none" : context.ledger().signature_state(id);
      known = commits.emplace(id, std::pair{std::move(commit), std::move(signature)}).first;
    }
    lines.push_back({&entry, known->second.first, known->second.second});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return std::pair(a.entry->provenance.recorded_at, a.entry->record.id) <
           std::pair(b.entry->provenance.recorded_at, b.entry->record.id);
  });
  return lines;
}

Role signature_role(const std::string& state) {
  if (state == "good") return Role::good;
  return state == "bad" ? Role::bad : Role::dim;
}

std::string says_of(const story::Entry& entry) {
  if (!entry.fault.empty()) return "bad record: " + entry.fault;
  const std::string& refused = entry.provenance.refused;
  return headline_of(entry.record) + (refused.empty() ? "" : " (refused: " + refused + ")");
}

document::Table table_of(Context& context, const std::vector<story::Entry>& entries, const std::vector<Line>& lines) {
  document::Table table;
  table.columns = {{"recorded_at", "Recorded"},
                   {"commit", "Commit"},
                   {"author", "Author", document::Align::left, true, true},
                   {"signature", "Signed"},
                   {"record", "Record"},
                   {"kind", "Kind"},
                   {"says", "What", document::Align::left, true, true}};
  for (const Line& line : lines) {
    const story::Entry& entry = *line.entry;
    const std::string author = fmt::format("{} <{}>", line.commit.author.name, line.commit.author.email);
    table.rows.push_back(
        {{util::format_utc(entry.provenance.recorded_at), local_time(context, entry.provenance.recorded_at)},
         {entry.provenance.commit, entry.provenance.commit.substr(0, 10), Role::id},
         {author, line.commit.author.email},
         {line.signature, "", signature_role(line.signature)},
         {entry.record.id, short_record(entries, entry.record.id), Role::id},
         {entry.record.kind},
         {says_of(entry)}});
  }
  return table;
}

Value item_of(const Line& line) {
  Value item;
  item.set("recorded_at", util::format_utc(line.entry->provenance.recorded_at));
  item.set("commit", line.entry->provenance.commit);
  item.set("author", line.commit.author.email);
  item.set("author_name", line.commit.author.name);
  item.set("committer", line.commit.committer.email);
  item.set("signature", line.signature);
  item.set("record", line.entry->record.id);
  item.set("kind", line.entry->record.kind);
  item.set("at", util::format_utc(line.entry->record.at.utc));
  item.set("by", line.entry->record.by);
  const std::string& refused = line.entry->provenance.refused;
  item.set("refused", refused.empty() ? Value() : Value(refused));
  return item;
}

int run(Context& context, const Invocation& invocation) {
  const story::Complaint complaint = load_complaint(context, get_complaint_id(context, invocation.positionals.front()));
  const std::vector<Line> lines = lines_of(context, complaint.entries);
  context.page();
  document::Listing listing{context.settings().command,
                            table_of(context, complaint.entries, lines),
                            [&](std::size_t row) { return item_of(lines[row]); },
                            {}};
  context.out().print(listing);
  return 0;
}

}  // namespace

const CommandSpec kHistory{
    .name = "history",
    .group = "look",
    .summary = "the commits of a complaint: who recorded what, when, signed or not",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .examples = {{"crmtrack history 7f3q", "in the order in which the ledger came to know it"}},
    .run = run,
};

}  // namespace crmtrack::command
