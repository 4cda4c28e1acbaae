#include "index/judge_again.hpp"

#include "index/rows.hpp"

namespace crmtrack::index {

namespace {

/// The policies named in the ledger by which records may be judged otherwise than before.
std::vector<std::pair<std::int64_t, std::string>> find_unsteady(const Database& database, ledger::Judge& before,
                                                                ledger::Judge& after) {
  const bool alike = before.authority("") == after.authority("");
  std::vector<std::pair<std::int64_t, std::string>> unsteady;
  Statement policies = database.prepare("SELECT key, \"commit\" FROM main.policies");
  while (policies.step()) {
    std::string commit = policies.text(1);
    const bool is_known = after.knows(commit);
    if (before.knows(commit) != is_known || (!is_known && !alike)) {
      unsteady.emplace_back(policies.integer(0), std::move(commit));
    }
  }
  return unsteady;
}

}  // namespace

std::vector<Rejudged> judge_again(const Database& database, const ledger::Ledger& ledger, const PolicyAt& before,
                                  const PolicyAt& after) {
  ledger::Judge judge_before = ledger::Judge::of(ledger, before.commit, &before.policy);
  ledger::Judge judge_after = ledger::Judge::of(ledger, after.commit, &after.policy);
  std::vector<Rejudged> changed;
  Statement records = database.prepare(
      "SELECT r.key, r.story, r.id, r.kind, r.author, r.recorded_unix, r.refused, x.source, r.unfounded FROM "
      "main.records r "
      "JOIN main.sources x ON x.key = r.key WHERE r.policy = ? AND r.fault IS NULL");
  for (const auto& [key, commit] : find_unsteady(database, judge_before, judge_after)) {
    records.bind_all(key);
    while (records.step()) {
      const auto record = record::parse(records.text(2), records.text(3), records.text(7));
      if (!record) {
        continue;
      }
      const std::string author = records.text(4);
      std::string refused = judge_after.refusal({author, commit, records.instant(5)}, *record).value_or("");
      if (refused.empty() && records.integer(8) != 0) refused = story::unfounded_refusal(*record).value_or("");
      if (refused != records.text(6)) {
        changed.push_back({records.integer(0), records.integer(1), std::move(refused)});
      }
    }
    records.reset();
  }
  return changed;
}

}  // namespace crmtrack::index
