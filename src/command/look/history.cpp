#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/lookup.hpp"
#include "command/common/output.hpp"
#include "command/common/trail.hpp"
#include "view/local_time.hpp"
#include "view/record_text.hpp"
#include "view/short_name.hpp"

namespace crmtrack::command {

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
  return view::headline_of(entry.record) + (refused.empty() ? "" : " (refused: " + refused + ")");
}

document::Table history_table(const util::Zone& zone, const std::vector<story::Entry>& entries,
                              const std::vector<view::TrailEntry>& lines) {
  document::Table table;
  table.columns = {{"recorded_at", "Recorded"},
                   {"commit", "Commit"},
                   {"author", "Author", document::Align::left, true, true},
                   {"signature", "Signed"},
                   {"record", "Record"},
                   {"kind", "Kind"},
                   {"says", "What", document::Align::left, true, true}};
  for (const view::TrailEntry& line : lines) {
    const story::Entry& entry = *line.entry;
    const std::string author = fmt::format("{} <{}>", line.author.name, line.author.mail);
    table.rows.push_back(
        {{util::format_utc(entry.provenance.recorded_at), view::local_time(zone, entry.provenance.recorded_at)},
         {entry.provenance.commit, entry.provenance.commit.substr(0, 10), Role::id},
         {author, line.author.mail},
         {line.signature, "", signature_role(line.signature)},
         {entry.record.id, view::short_record(entries, entry.record.id), Role::id},
         {std::string(entry.record.kind.name())},
         {says_of(entry)}});
  }
  return table;
}

Value history_item(const view::TrailEntry& line) {
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

int run(Context& context, const Invocation& invocation) {
  const story::Complaint complaint = load_complaint(context, get_complaint_id(context, invocation.positionals.front()));
  const std::vector<view::TrailEntry> lines = trail_of(context, complaint.entries);
  context.page();
  context.out().print(make_listing(context, history_table(context.zone(), complaint.entries, lines),
                                   [&](std::size_t row) { return history_item(lines[row]); }));
  return 0;
}

}  // namespace

const CommandSpec kHistory{
    .name = "history",
    .group = "look",
    .summary = "the commits of a complaint: who recorded what, when, signed or not",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .examples = {{"crmtrack history 7f3q", "in the order in which the ledger came to know it"}},
    .access = Access::reads,
    .run = run,
};

}  // namespace crmtrack::command
