#include "index/judge/judge_again.hpp"

#include <algorithm>

#include "index/judge/judge_record.hpp"
#include "index/judge/lineage_store.hpp"
#include "index/schema/record_tables.hpp"
#include "record/open.hpp"

namespace crmtrack::index {

namespace {

/// The policy that the commits of some records name, and the policies that their ancestors name.
struct Basis {
  std::int64_t key = 0;  ///< policies.key
  std::string policy;
  ledger::PolicyLineage::Number lineage = 0;
};

constexpr Reading kBasis{Read{"key", &Basis::key}, Read{"\"commit\"", &Basis::policy},
                         Read{"lineage", &Basis::lineage}};

/// A record as it was judged last.
struct Judged {
  std::int64_t key = 0, story = 0;
  std::string id, kind, author, refused;
  util::Instant recorded_at{};
  std::string_view source;
  std::optional<std::int64_t> rights;
};
constexpr Reading kJudged{Read{"r.key", &Judged::key},         Read{"r.story", &Judged::story},
                          Read{"r.id", &Judged::id},           Read{"r.kind", &Judged::kind},
                          Read{"r.author", &Judged::author},   Read{"r.recorded_unix", &Judged::recorded_at},
                          Read{"r.refused", &Judged::refused}, Read{"x.source", &Judged::source},
                          Read{"r.rights", &Judged::rights}};

bool judge_alike(ledger::Judge& one, ledger::Judge& other, const Basis& basis) {
  if (!one.knows(basis.policy) || !other.knows(basis.policy)) return false;  // each by the time of its commit
  const auto same = [](const auto& a, const auto& b) { return *a == *b; };
  return std::ranges::equal(one.authorities(basis.policy, basis.lineage),
                            other.authorities(basis.policy, basis.lineage), same);
}

/// The policies named in the ledger by which records may be judged otherwise than before.
std::vector<Basis> find_unsteady(const Database& database, ledger::Judge& before, ledger::Judge& after) {
  std::vector<Basis> unsteady;
  Statement policies = database.prepare(kBasis.select() + " FROM main.policies");
  while (policies.step()) {
    Basis basis;
    kBasis.read(policies, basis);
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
      "SELECT " + kStoryRef.columns() + ", " + kJudged.columns() +
      " FROM main.records r JOIN main.sources x ON x.key = r.key JOIN main.stories s ON s.key = r.story "
      "WHERE r.policy = ? AND r.fault IS NULL");
  for (const Basis& basis : find_unsteady(database, judge_before, judge_after)) {
    records.bind_all(basis.key);
    while (records.step()) {
      record::StoryRef story;
      Judged was;
      kStoryRef.read(records, story);
      kJudged.read(records, was, kStoryRef.size());
      const auto record = record::open({story, was.id, record::StatedKind(was.kind), {}}, was.source);
      if (!record) continue;
      story::Provenance judged;
      judge_record(judge_after, {was.author, basis.policy, was.recorded_at, basis.lineage}, story, *record, was.source,
                   judged);
      if (was.rights) was.refused.clear();  // by the fold
      if (judged.refused != was.refused || rights_column(judged) != was.rights)
        changed.push_back({was.key, was.story, std::move(judged.refused), rights_column(judged)});
    }
    records.reset();
  }
  return changed;
}

}  // namespace crmtrack::index
