#include "session/check/damage_checks.hpp"

#include <fmt/format.h>

#include "git/program/repository_checks.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/broken_references.hpp"
#include "ledger/audit/proof/wholeness.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::session {

namespace {

std::string short_name(const ledger::DamagedBranch& branch) { return branch.name.substr(branch.name.rfind('/') + 1); }

std::string finding_of(const ledger::DamagedBranch& branch) {
  std::string text = branch.head.empty() ? std::string("its file names no commit")
                                         : fmt::format("at {}, of which {} is not there or is damaged",
                                                       branch.head.substr(0, 12), branch.gap);
  if (!branch.whole.empty()) text += fmt::format("; whole is the earlier {}", branch.whole.substr(0, 12));
  return text;
}

/// Our own hook refuses that the ledger goes back; Git replaces no file that names no commit.
std::string way_back(const git::Location& location, const ledger::DamagedBranch& branch) {
  const std::string folder = git::shown_folder(location);
  const std::string remove =
      branch.head.empty() ? fmt::format("rm '{}' && ", (location.common_dir / branch.name).string()) : std::string();
  const std::string back =
      fmt::format("{}CRMTRACK_HOOK=off git -C '{}' update-ref {} {}", remove, folder, branch.name, branch.whole);
  if (branch.head.empty() && !branch.whole.empty()) return back;
  if (!branch.remote.empty()) {
    const std::string fetch = fmt::format("git -C '{}' fetch --refetch {}", folder, branch.remote);
    return branch.whole.empty() ? fetch : fmt::format("{}; where that does not help: {}", fetch, back);
  }
  if (!branch.whole.empty()) return back;
  return fmt::format("copy what is missing from the objects folder of a clone or a backup into '{}'",
                     (location.common_dir / "objects").string());
}

Check check_of_file(const git::Location& location, const std::filesystem::path& file) {
  const bool is_head = file == location.git_dir / "HEAD", is_packed = file.filename() == "packed-refs";
  const std::string name = is_head ? "HEAD" : file.lexically_relative(location.common_dir).string();
  return {"references", "fault",
          fmt::format("'{}' {}", util::visible_line(name), is_packed ? "is cut short" : "names no commit"),
          fmt::format(fmt::runtime(is_head     ? "echo 'ref: refs/heads/main' > '{}'"
                                   : is_packed ? "sed -i '$d' '{}'"
                                               : "rm '{}'"),
                      file.string())};
}

}  // namespace

std::vector<Check> damage_checks(Session& session) {
  std::vector<Check> checks;
  const git::Location& location = session.location();
  const std::vector<std::filesystem::path> broken = git::find_broken_references(location);
  for (const ledger::DamagedBranch& branch : ledger::find_damaged_branches(location, session.settings().environment))
    checks.push_back({short_name(branch), "fault", finding_of(branch), way_back(location, branch)});
  for (const std::filesystem::path& file : broken)
    if (file != location.common_dir / git::kLedgerRef && file != location.common_dir / git::kMainRef)
      checks.push_back(check_of_file(location, file));
  return checks;
}

}  // namespace crmtrack::session
