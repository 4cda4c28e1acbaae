#include "ledger/share/clone.hpp"

#include <fmt/format.h>

#include <system_error>

#include "git/program/access.hpp"
#include "git/program/environment.hpp"
#include "git/program/settings.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/refspec.hpp"
#include "ledger/share/push/lost_on_server.hpp"
#include "ledger/share/push/receipt.hpp"
#include "ledger/share/upstream.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using util::Error;
using util::ErrorKind;

/// Takes away again what was made in the folder, and the folder where it was not there before.
class NewFolder {
 public:
  explicit NewFolder(fs::path folder) : folder_(std::move(folder)), existed_(fs::exists(folder_)) {}
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder() {
    std::error_code ignored;
    if (kept_) return;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) fs::remove_all(entry.path(), ignored);
    if (!existed_) fs::remove(folder_, ignored);
  }
  void keep() { kept_ = true; }

 private:
  fs::path folder_;
  bool existed_;
  bool kept_ = false;
};

void refuse_used_folder(const fs::path& folder) {
  std::error_code failed;
  if (!fs::exists(folder, failed) || (fs::is_directory(folder, failed) && fs::is_empty(folder, failed))) return;
  throw Error(ErrorKind::refused, fmt::format("cannot clone into '{}': it is there already", folder.string()),
              {"name another folder"});
}

[[noreturn]] void refuse_remote(const std::string& url, const fs::path& folder, const git::Repository& cloned,
                                bool is_empty) {
  const std::string address = git::shown_address(url), dir = folder.filename().string();
  if (const auto lost = find_lost_on_server(cloned))
    throw Error(ErrorKind::repository,
                fmt::format("cannot clone '{}': its branch 'ledger' is gone; the receipt of {} has it at {}", address,
                            util::format_utc(lost->time), lost->head.hex().substr(0, 10)),
                {"who has a clone, and the rights 'relay' and 'policy', sends it there: crmtrack sync",
                 "on the server: crmtrack audit says whether it is still there"});
  if (is_empty)
    throw Error(ErrorKind::repository, fmt::format("cannot clone '{}': it is empty", address),
                {fmt::format("crmtrack init '{0}' && git -C '{0}' remote add origin '{1}' && crmtrack -C '{0}' sync",
                             dir, address)});
  throw Error(ErrorKind::repository,
              fmt::format("cannot clone '{}': it is no data repository: it has no branch 'ledger'", address),
              {fmt::format("to make it one: git clone '{1}' '{0}' && crmtrack init '{0}' && crmtrack -C '{0}' sync",
                           dir, address)});
}

/// git's own clone may have made the branch that the remote's HEAD names, `ledger` perhaps: HEAD goes to main, and what
/// else was made goes.
std::string move_head_to_main(const git::GitProgram& git) {
  const std::string head(util::trim(git.run({"symbolic-ref", "-q", "HEAD"}).out));
  constexpr std::string_view kBranches = "refs/heads/";
  if (head == git::kMainRef) return {};
  git.get({"symbolic-ref", "HEAD", git::kMainRef}, "clone");
  if (!head.starts_with(kBranches)) return "nothing";
  const std::string branch = head.substr(kBranches.size());
  static_cast<void>(git.run({"branch", "--quiet", "-D", "--", branch}));  // it need not have been made
  return branch;
}

void check_out_main(const git::GitProgram& git, const git::Location& location, const std::string& tracking) {
  const auto main = git::read_reference(location, tracking);
  if (!main) return;
  git.get({"update-ref", git::kMainRef, *main}, "check out 'main'");
  git.get({"reset", "--quiet", "--hard"}, "check out 'main'");
}

std::string remote_of(const git::Location& location, const git::Environment& environment) {
  const git::Settings settings(environment, location, nullptr);
  return find_upstream(settings).value_or("origin");
}

}  // namespace

std::string folder_of_address(const std::string& url) {
  std::string path = url;
  const auto strip = [&path](std::string_view end) {
    if (path.ends_with(end)) path.resize(path.size() - end.size());
  };
  while (path.ends_with('/')) path.pop_back();
  strip("/.git");
  while (path.ends_with('/')) path.pop_back();
  path.erase(0, path.find_last_of("/:") + 1);
  strip(".git");
  return path == "." || path == ".." ? std::string() : path;
}

Cloned clone_repository(const git::GitProgram& git, const std::string& url, const fs::path& folder,
                        const git::Environment& environment) {
  refuse_used_folder(folder);
  NewFolder made(folder);
  const git::Settings users(environment, git::Location{}, nullptr);
  const git::UmaskGuard umask(git::access_of(git::Location{}, users.find("core.sharedRepository").value_or("")).mask());
  // Known to the first fetch already; whoever names their remotes otherwise gets the receipts with the next one.
  const std::string receipts = fmt::format("remote.origin.fetch={}", kReceiptsRefspec);
  const bool is_origin = users.find("clone.defaultRemoteName").value_or("origin") == "origin";
  std::vector<std::string> words{"clone", "--quiet", "--no-checkout"};
  if (is_origin) words.insert(words.end(), {"--config", receipts});
  words.insert(words.end(), {"--", url, folder.string()});
  const auto result = git.run(git::unchecked(words));
  if (result.status != 0)
    throw Error(ErrorKind::program_failed,
                fmt::format("cannot clone '{}': {}", git::shown_address(url), git::explain_git(result)));
  const auto location = git::find_location_at(fs::weakly_canonical(folder));
  if (!location) throw Error(ErrorKind::program_failed, fmt::format("cannot clone '{}'", git::shown_address(url)));
  Cloned cloned{.location = *location, .remote = remote_of(*location, environment), .other_head = {}};
  const git::Settings settings(environment, *location, nullptr);
  const auto ledger = git::find_tracking_reference(settings, cloned.remote, git::kLedgerRef);
  const git::GitProgram inside = git.at(*location);
  if (!ledger || !git::read_reference(*location, *ledger))
    refuse_remote(url, folder, git::open_repository(*location, environment),
                  inside.get({"for-each-ref", "--count=1"}, "clone").empty());
  cloned.other_head = move_head_to_main(inside);
  check_out_main(inside, *location, git::find_tracking_reference(settings, cloned.remote, git::kMainRef).value_or(""));
  made.keep();
  return cloned;
}

}  // namespace crmtrack::ledger
