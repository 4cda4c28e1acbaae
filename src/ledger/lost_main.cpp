#include "ledger/lost_main.hpp"

#include "ledger/trailer.hpp"

namespace crmtrack::ledger {

std::optional<ObjectId> find_policy_of_ledger(const Repository& repository) try {
  constexpr int kMost = 1000;
  std::optional<ObjectId> at = find_ledger_head(repository);
  for (int i = 0; at && i < kMost; ++i) {
    const CommitObject commit = repository.objects.read_commit(*at);
    if (const auto named = parse_object_id(policy_trailer(commit.message))) {
      const bool is_here = repository.objects.find_kind(*named) == ObjectKind::commit;
      return is_here ? named : std::nullopt;
    }
    at = commit.parents.empty() ? std::nullopt : std::optional(commit.parents.front());
  }
  return std::nullopt;
} catch (const UnreadableObject&) {
  return std::nullopt;
}

}  // namespace crmtrack::ledger
