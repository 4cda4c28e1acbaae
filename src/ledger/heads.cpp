#include "ledger/heads.hpp"

#include "git/reference/refspec.hpp"
#include "ledger/share/upstream.hpp"

namespace crmtrack::ledger {
namespace {

std::optional<git::ObjectId> find_shared_branch(const git::Repository& repository, const std::string& name) {
  if (auto head = git::find_branch(repository, "refs/heads/" + name)) return head;
  const auto upstream = find_upstream(repository.settings);
  if (!upstream) return std::nullopt;
  const auto tracking = git::find_tracking_reference(repository.settings, *upstream, "refs/heads/" + name);
  return tracking ? git::find_branch(repository, *tracking) : std::nullopt;
}

}  // namespace

std::optional<git::ObjectId> find_ledger_head(const git::Repository& repository) {
  return find_shared_branch(repository, "ledger");
}

std::optional<git::ObjectId> find_main_head(const git::Repository& repository) {
  return find_shared_branch(repository, "main");
}

}  // namespace crmtrack::ledger
