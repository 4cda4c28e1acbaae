#include "ledger/grace.hpp"

#include "policy/policy.hpp"

namespace crmtrack::ledger {

std::chrono::seconds grace_of(const Ledger& ledger, const std::string& main_commit) {
  if (main_commit.empty()) return policy::Settings{}.grace;
  policy::Files files = ledger.policy_files(main_commit);
  std::erase_if(files, [](const auto& file) { return file.first != "settings.yaml"; });
  return policy::load(files).settings.grace;
}

}  // namespace crmtrack::ledger
