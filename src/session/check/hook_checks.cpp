#include "session/check/hook_checks.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "session/hook/hook_files.hpp"
#include "session/policy/merge_driver.hpp"

namespace crmtrack::session {

Check check_hooks(Session& session) {
  const std::filesystem::path folder = hooks_folder(session);
  if (has_hook(folder, "reference-transaction")) return {"hooks", "ok", "installed", {}};
  return {"hooks", "ok", "none of ours: plain git pull leaves merging to the next command", {}};
}

Check check_merge_driver(Session& session) {
  const std::string missing = missing_of_policy_merging(session.ledger().repository());
  if (missing.empty()) return {"merge driver", "ok", "plain git merges policy entry by entry", {}};
  return {
      "merge driver", "warning", "plain git merges policy as text here: it lacks " + missing,
      fmt::format("rm {}/main-seen; the next command that writes sets it up", session.location().own_dir().string())};
}

}  // namespace crmtrack::session
