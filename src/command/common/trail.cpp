#include "command/common/trail.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "git/object/object_sink.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "report/report.hpp"
#include "session/day_zone.hpp"
#include "session/lookup.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/tzdata.hpp"

namespace crmtrack::command {

namespace {

view::TrailPerson person_of(const git::Signature& person) { return {person.name, person.email}; }

}  // namespace

std::vector<view::TrailEntry> trail_of(Context& context, const std::vector<story::Entry>& entries) {
  std::map<std::string, std::pair<ledger::Commit, std::string>> commits;
  std::vector<view::TrailEntry> trail;
  for (const story::Entry& entry : entries) {
    const std::string& id = entry.provenance.commit;
    auto known = commits.find(id);
    if (known == commits.end()) {
      ledger::Commit commit = ledger::read_commit(context.ledger().repository(), id);
      std::string signature = commit.signature.empty() ? "none" : ledger::signature_state(context.ledger(), id);
      known = commits.emplace(id, std::pair{std::move(commit), std::move(signature)}).first;
    }
    const auto& [commit, signature] = known->second;
    trail.push_back({&entry, person_of(commit.author), person_of(commit.committer),
                     git::hash_object(git::ObjectKind::blob, entry.source).hex(), signature});
  }
  std::stable_sort(trail.begin(), trail.end(), [](const view::TrailEntry& a, const view::TrailEntry& b) {
    return std::pair(a.entry->provenance.recorded_at, a.entry->record.id) <
           std::pair(b.entry->provenance.recorded_at, b.entry->record.id);
  });
  return trail;
}

int report_trail(Context& context, const std::vector<std::string>& words) {
  if (words.empty())
    throw util::Error(util::ErrorKind::usage, "cannot report the trail of nothing: name a complaint",
                      {"crmtrack report trail ID"});
  const view::LedgerState ledger{util::join(context.index().ledger_heads(), " "), context.index().policy_commit(),
                                 context.now()};
  document::Document document;
  report::Report report;
  report.name = "trail";
  report.meta.commit = ledger.commit;
  report.meta.policy_commit = ledger.policy_commit;
  report.meta.now = ledger.now;
  report.meta.zone = session::day_zone(context).name();
  report.meta.tzdata = util::tzdata_version();
  report.meta.place = session::day_zone(context);
  document::Table table;
  for (const std::string& word : words) {
    const story::Complaint complaint = load_complaint(context, get_complaint_id(context, word));
    const std::vector<view::TrailEntry> trail = trail_of(context, complaint.entries);
    document::Document one = view::trail_document(ledger, complaint, trail);
    for (auto& block : one.blocks) document.add(std::move(block));
    document::Table rows = view::trail_table(complaint, trail);
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
