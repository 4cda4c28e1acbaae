#include "ledger/heads.hpp"

#include "ledger/refspec.hpp"
#include "ledger/upstream.hpp"

namespace crmtrack::ledger {
namespace {

std::optional<ObjectId> find_shared_branch(const Repository& repository, const std::string& name) {
  if (auto head = find_branch(repository, "refs/heads/" + name)) return head;
  const auto upstream = find_upstream(repository.settings);
  if (!upstream) return std::nullopt;
  const auto tracking = find_tracking_reference(repository.settings, *upstream, "refs/heads/" + name);
  return tracking ? find_branch(repository, *tracking) : std::nullopt;
}

}  // namespace

std::optional<ObjectId> find_ledger_head(const Repository& repository) {
  return find_shared_branch(repository, "ledger");
}

std::optional<ObjectId> find_main_head(const Repository& repository) { return find_shared_branch(repository, "main"); }

}  // namespace crmtrack::ledger
