#include "ledger/main/lost_main.hpp"

#include "git/program/environment.hpp"
#include "git/program/repository.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/heads.hpp"
#include "ledger/write/trailer.hpp"

namespace crmtrack::ledger {
namespace {

/// The commit of main that the newest commits of the ledger name, here or not.
std::optional<git::ObjectId> find_named_policy(const git::Repository& repository) try {
  constexpr int kMost = 1000;
  std::optional<git::ObjectId> at = find_ledger_head(repository);
  for (int i = 0; at && i < kMost; ++i) {
    const git::CommitObject commit = repository.objects.read_commit(*at);
    if (const auto named = git::parse_object_id(policy_trailer(commit.message))) return named;
    at = commit.parents.empty() ? std::nullopt : std::optional(commit.parents.front());
  }
  return std::nullopt;
} catch (const git::UnreadableObject&) {
  return std::nullopt;
}

bool is_commit_here(const git::Repository& repository, const git::ObjectId& id) {
  return repository.objects.find_kind(id) == git::ObjectKind::commit;
}

}  // namespace

std::optional<git::ObjectId> find_policy_of_ledger(const git::Repository& repository) {
  const auto named = find_named_policy(repository);
  return named && is_commit_here(repository, *named) ? named : std::nullopt;
}

std::optional<LostMain> find_lost_main(const git::Repository& repository, const AuditMemory& memory) {
  if (find_main_head(repository)) return std::nullopt;
  const auto named = find_named_policy(repository);
  const auto seen = git::parse_object_id(memory.main);
  if (seen && is_commit_here(repository, *seen)) return LostMain{*seen, true};
  if (named) return LostMain{*named, is_commit_here(repository, *named)};
  return seen ? std::optional(LostMain{*seen, false}) : std::nullopt;
}

}  // namespace crmtrack::ledger
