#include "index/recorder.hpp"

#include <algorithm>
#include <tuple>

#include "util/text.hpp"

namespace crmtrack::index {

story::Provenance provenance_of(const ledger::Range& range, const ledger::Added& file) {
  const ledger::Range::Commit& commit = range.commit_of(file);
  story::Provenance provenance{commit.time, range.author_of(file), commit.id.hex(), range.policy_of(file)};
  provenance.lineage = commit.lineage;
  provenance.unfounded = range.is_unfounded(file);
  return provenance;
}

bool stands_before(const story::Provenance& one, const story::Provenance& other, std::string_view by) {
  const std::string named = util::fold_case(by);
  const auto rank = [&](const story::Provenance& provenance) {
    return std::make_tuple(!provenance.refused.empty(), util::fold_case(provenance.author) != named,
                           provenance.recorded_at, std::string_view(provenance.commit));
  };
  return rank(one) < rank(other);
}

std::vector<ledger::Added> rivals_of(const ledger::Range& range, std::string_view path) {
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  const auto [first, last] =
      std::equal_range(range.rivals.begin(), range.rivals.end(), ledger::Added{path, {}, 0}, by_path);
  return {first, last};
}

}  // namespace crmtrack::index
