#include "index/judge_again.hpp"

#include <algorithm>

#include "index/lineage_store.hpp"
#include "index/rows.hpp"
#include "ledger/rule/record_refusal.hpp"

namespace crmtrack::index {

namespace {

/// What the commits of some records name, and their ancestors.
struct Basis {
  std::int64_t key = 0;  ///< policies.key
  std::string policy;
  ledger::PolicyLineage::Number lineage = 0;
};

bool judge_alike(ledger::Judge& one, ledger::Judge& other, const Basis& basis) {
  if (!one.knows(basis.policy) || !other.knows(basis.policy)) return false;  // each by the time of its commit
  const auto same = [](const auto& a, const auto& b) { return *a == *b; };
  return std::ranges::equal(one.authorities(basis.policy, basis.lineage),
                            other.authorities(basis.policy, basis.lineage), same);
}

/// What is named in the ledger by which records may be judged otherwise than before.
std::vector<Basis> find_unsteady(const Database& database, ledger::Judge& before, ledger::Judge& after) {
  std::vector<Basis> unsteady;
  Statement policies = database.prepare("SELECT key, \"commit\", lineage FROM main.policies");
  while (policies.step()) {
    Basis basis{policies.integer(0), policies.text(1), static_cast<ledger::PolicyLineage::Number>(policies.integer(2))};
    if (!judge_alike(before, after, basis)) unsteady.push_back(std::move(basis));
  }
  return unsteady;
}

}  // namespace

std::vector<Rejudged> judge_again(const Database& database, const ledger::Ledger& ledger, const PolicyAt& before,
                                  const PolicyAt& after) {
  const LineageStore lineages(database);
  ledger::Judge judge_before =
      ledger::Judge::of(ledger.repository(), before.commit, &before.policy, lineages.lineage());
  ledger::Judge judge_after = ledger::Judge::of(ledger.repository(), after.commit, &after.policy, lineages.lineage());
  std::vector<Rejudged> changed;
  Statement records = database.prepare(
      "SELECT r.key, r.story, r.id, r.kind, r.author, r.recorded_unix, r.refused, x.source, r.rights, "
      "s.kind, s.id FROM main.records r JOIN main.sources x ON x.key = r.key JOIN main.stories s ON s.key = r.story "
      "WHERE r.policy = ? AND r.fault IS NULL");
  for (const Basis& basis : find_unsteady(database, judge_before, judge_after)) {
    records.bind_all(basis.key);
    while (records.step()) {
      const record::StoryRef story{static_cast<record::StoryKind>(records.integer(9)), records.text(10)};
      const auto record =
          record::open({story, records.text(2), record::StatedKind(records.view(3)), {}}, records.view(7));
      if (!record) {
        continue;
      }
      const std::string author = records.text(4);
      story::Provenance judged;
      judge_record(judge_after, {author, basis.policy, records.instant(5), basis.lineage}, story, *record,
                   records.view(7), judged);
      const bool by_fold = !records.is_null(8);
      const auto rights = by_fold ? std::optional(records.integer(8)) : std::nullopt;
      if (judged.refused != (by_fold ? "" : records.text(6)) || rights_column(judged) != rights) {
        changed.push_back({records.integer(0), records.integer(1), std::move(judged.refused), rights_column(judged)});
      }
    }
    records.reset();
  }
  return changed;
}

void judge_record(ledger::Judge& judge, const ledger::Writer& writer, const record::StoryRef& story,
                  const record::Record& record, std::string_view text, story::Provenance& provenance) {
  provenance.refused = ledger::record_refusal(judge, writer, story, record, text).value_or("");
  const bool is_correction = record.kind == record::Kind::correction && provenance.refused.empty();
  provenance.may = is_correction ? judge.rights(writer) : policy::kEveryRight;
}

}  // namespace crmtrack::index
