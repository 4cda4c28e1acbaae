#include "ledger/rule/grace.hpp"

#include "ledger/main/policy_in_force.hpp"
#include "policy/load.hpp"

namespace crmtrack::ledger {

std::chrono::seconds grace_of(const git::Repository& repository, const std::string& main_commit) {
  return policy::load_settings(load_policy_in_force(repository, main_commit, {"settings.yaml"}).files).grace;
}

}  // namespace crmtrack::ledger
