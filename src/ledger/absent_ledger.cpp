#include "ledger/absent_ledger.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "git/program/repository_checks.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/refspec.hpp"
#include "ledger/share/push/lost_on_server.hpp"
#include "ledger/share/upstream.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {
namespace {

/// Whether a ledger was read here before: nothing else makes an index.
bool was_ledger(const git::Location& location) {
  std::error_code failed;
  for (const auto& file : std::filesystem::directory_iterator(location.own_dir(), failed)) {
    const std::string name = file.path().filename().string();
    if (name.starts_with("index-") && name.ends_with(".db")) return true;
  }
  return false;
}

/// On a server no index and no log tells of the branch, but its receipts do.
[[noreturn]] void refuse_lost_on_server(const git::Repository& repository, const LostOnServer& lost) {
  const std::string sync = "who has a clone, and the rights 'relay' and 'policy', sends it there: crmtrack sync";
  const std::string here = fmt::format("all of it is still here: {} update-ref {} {}",
                                       git::shown_git(repository.location), git::kLedgerRef, lost.head.hex());
  git::refuse_repository(repository.location,
                         fmt::format("its branch 'ledger' is gone: somebody removed it; the receipt of {} has it at {}",
                                     util::format_utc(lost.time), lost.head.hex().substr(0, 10)),
                         {lost.is_whole ? here : sync});
}

}  // namespace

void refuse_lost_ledger(const git::Repository& repository) {
  const git::Location& location = repository.location;
  if (const auto lost = find_lost_on_server(repository)) refuse_lost_on_server(repository, *lost);
  if (!was_ledger(location)) return;
  const std::string git = git::shown_git(location);
  git::refuse_repository(
      location, "its branch 'ledger' is gone: somebody removed it",
      {fmt::format("where its last commit is still known, this brings it back: crmtrack -C '{}' doctor",
                   git::shown_folder(location)),
       fmt::format("else find that commit: {} fsck --lost-found, or a clone that has it", git),
       fmt::format("then put it back: {} update-ref {} COMMIT", git, git::kLedgerRef)});
}

void refuse_without_ledger(const git::Repository& repository) {
  const git::Location& location = repository.location;
  const git::Settings& settings = repository.settings;
  const std::string folder = git::shown_folder(location);
  const auto upstream = find_upstream(settings);
  if (!upstream) {
    refuse_lost_ledger(repository);
    git::refuse_repository(location, "it is no data repository: it has no branch 'ledger'",
                           {fmt::format("to make it one: crmtrack init '{}'", folder)});
  }
  if (!git::find_tracking_reference(settings, *upstream, git::kLedgerRef)) {
    git::refuse_repository(location, "it is a clone of a single branch, without the branch 'ledger'",
                           {fmt::format("git -C '{0}' remote set-branches --add {1} ledger && git -C '{0}' fetch {1}",
                                        folder, *upstream)});
  }
  git::refuse_repository(location, fmt::format("neither it nor its remote '{}' has a branch 'ledger'", *upstream),
                         {fmt::format("git -C '{}' fetch {}", folder, *upstream),
                          fmt::format("where the remote is empty: crmtrack init '{}', then crmtrack sync", folder)});
}

}  // namespace crmtrack::ledger
