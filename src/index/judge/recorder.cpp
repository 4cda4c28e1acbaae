#include "index/judge/recorder.hpp"

#include <algorithm>

namespace crmtrack::index {

story::Provenance provenance_of(const ledger::Range& range, const ledger::Added& file) {
  const ledger::Range::Commit& commit = range.commit_of(file);
  story::Provenance provenance{commit.time, range.author_of(file), commit.id.hex(), range.policy_of(file)};
  provenance.lineage = commit.lineage;
  provenance.unfounded = range.is_unfounded(file);
  return provenance;
}

std::vector<ledger::Added> rivals_of(const ledger::Range& range, std::string_view path) {
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  const auto [first, last] =
      std::equal_range(range.rivals.begin(), range.rivals.end(), ledger::Added{path, {}, 0}, by_path);
  return {first, last};
}

}  // namespace crmtrack::index
