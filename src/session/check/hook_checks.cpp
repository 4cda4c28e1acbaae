#include "session/check/hook_checks.hpp"

#include <filesystem>

#include "session/hook/hook_files.hpp"

namespace crmtrack::session {

Check check_hooks(Session& session) {
  const std::filesystem::path folder = hooks_folder(session);
  if (has_hook(folder, "reference-transaction")) return {"hooks", "ok", "installed", {}};
  return {"hooks", "ok", "none of ours: plain git pull leaves merging to the next command", {}};
}

}  // namespace crmtrack::session
