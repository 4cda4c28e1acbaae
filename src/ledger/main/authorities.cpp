#include "ledger/main/authorities.hpp"

#include "ledger/main/policy_files.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "policy/load.hpp"

namespace crmtrack::ledger {

const policy::Authority& MainAuthorities::at(const std::string& commit) {
  AuthorityPtr& known = known_[commit];
  if (!known) known = load(commit);
  return *known;
}

/// Most commits leave both files as they were. In place of a file with errors an older one is in force, which depends
/// on the commit.
MainAuthorities::AuthorityPtr MainAuthorities::load(const std::string& commit) {
  std::string objects = policy_objects(repository_, commit, {"people.yaml", "rights.yaml"});
  const auto loaded = loaded_.find(objects);
  if (loaded != loaded_.end()) return loaded->second;
  const PolicyInForce policy = load_policy_in_force(repository_, commit, {"people.yaml", "rights.yaml"});
  auto authority = std::make_shared<const policy::Authority>(policy::load_rights(policy.files));
  if (policy.fallbacks.empty()) loaded_.emplace(std::move(objects), authority);
  return authority;
}

std::optional<std::string> MainAuthorities::policy_refusal(std::string_view author, const std::string& commit,
                                                           util::Instant time) {
  return at(commit).refusal(author, policy::Right::policy, policy::authority_date(time));
}

}  // namespace crmtrack::ledger
