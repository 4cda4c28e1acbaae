#include "ledger/write/init.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include "git/program/identity.hpp"
#include "git/program/repository.hpp"
#include "git/program/repository_checks.hpp"
#include "git/program/scratch_file.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/absent_ledger.hpp"
#include "ledger/heads.hpp"
#include "ledger/main/checkout.hpp"
#include "ledger/main/commit.hpp"
#include "ledger/main/edit.hpp"
#include "ledger/rule/format.hpp"
#include "ledger/write/append.hpp"
#include "ledger/write/attributes.hpp"
#include "util/descriptor.hpp"
#include "util/file.hpp"
#include "util/file_lock.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using util::Error;
using util::ErrorKind;
using MainFiles = std::map<std::string, std::string>;

constexpr std::size_t kSmallFile = 1U << 20U;

/// libgit2 gives a file its name by a link, and takes the lock's name away afterwards.
bool is_linked(const fs::path& lock, const fs::path& file) {
  std::error_code failed;
  return fs::equivalent(lock, file, failed);
}

/// An `init` that was killed may leave the lock of a file whose name it has given already, or in what is no repository
/// yet, since HEAD is written last: there nobody but another `init` can hold it, and that one is done in a moment.
void remove_dead_locks(const fs::path& git_dir) {
  constexpr int kAttempts = 20;
  constexpr std::chrono::milliseconds kPause(50);
  const fs::path head = git_dir / "HEAD";
  for (const fs::path& file : {git_dir / "config", head}) {
    const fs::path lock = file.string() + ".lock";
    for (int attempt = 0; attempt < kAttempts && fs::exists(lock) && !fs::exists(head); ++attempt)
      std::this_thread::sleep_for(kPause);
    std::error_code ignored;  // where the folder is a file, for instance, what follows says so
    if (is_linked(lock, file) || !fs::exists(head)) fs::remove(lock, ignored);
  }
}

/// libgit2 tries what the file system can with a file of its own in the work tree, which a killed `init` leaves there.
void remove_dead_probes(const git::Location& location) {
  constexpr std::size_t kNameSize = std::string_view("_git2_0123456789abcdef").size();
  std::error_code failed;
  if (location.work_tree.empty()) return;
  for (const auto& entry : fs::directory_iterator(location.work_tree, failed)) {
    const std::string name = entry.path().filename().string();
    const bool is_probe = name.starts_with("_git2_") && name.size() == kNameSize &&
                          (entry.is_symlink(failed) || (entry.is_regular_file(failed) && entry.file_size(failed) == 0));
    if (is_probe) fs::remove(entry.path(), failed);
  }
}

git::Location create_repository(const fs::path& directory, bool bare, const git::Settings& settings) {
  const git::UmaskGuard umask(
      git::access_of(git::Location{}, settings.find("core.sharedRepository").value_or("")).mask());
  git_repository_init_options options;
  git::git2().git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
  options.flags = GIT_REPOSITORY_INIT_MKPATH;
  if (bare) options.flags |= GIT_REPOSITORY_INIT_BARE;
  options.initial_head = "main";
  git_repository* raw = nullptr;
  git::check_git2(git::git2().git_repository_init_ext(&raw, directory.c_str(), &options),
                  fmt::format("cannot create the data repository '{}'", directory.string()));
  const git::RepositoryHandle created(raw);
  const auto location = git::find_location_at(fs::weakly_canonical(directory));
  if (!location)
    throw Error(ErrorKind::repository, fmt::format("cannot create the data repository '{}'", directory.string()));
  return *location;
}

void sync_entry(const fs::path& path, bool ordered) {
  constexpr unsigned kAll = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
  const util::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const bool done =
      file && (ordered ? ::sync_file_range(file.get(), 0, 0, kAll) == 0 || errno == ESPIPE : ::fsync(file.get()) == 0);
  if (done) return;
  throw Error(ErrorKind::repository,
              fmt::format("cannot write to '{}': {}", path.string(), std::generic_category().message(errno)));
}

/// Makes the files of a new repository durable: libgit2 has left them in the memory's cache, and a ledger is no use in
/// a repository without a HEAD. Where the journal keeps the order, the fsync of the ledger's first commit covers all
/// their names.
void sync_repository(const git::Location& location) {
  const bool ordered = git::orders_by_journal(location.common_dir);
  const fs::path top = location.work_tree.empty() ? location.common_dir : location.work_tree;
  for (const fs::path& folder : {location.common_dir, top, top.parent_path()}) sync_entry(folder, ordered);
  for (auto entry = fs::recursive_directory_iterator(location.common_dir); entry != fs::recursive_directory_iterator();
       ++entry) {
    if (entry->is_directory() || entry->is_regular_file()) sync_entry(entry->path(), ordered);
    if (entry->path().filename() == "objects") entry.disable_recursion_pending();
  }
}

/// A HEAD that names a branch without commits (`git init` with another default) is moved to main: nothing is lost, and
/// a clone of it checks out what it should. So is an empty one, which a power cut may leave of an `init`: to Git that
/// is no repository.
void set_unborn_head(const git::Location& location) {
  const fs::path head = location.git_dir / "HEAD";
  const std::string text(util::trim(util::read_file(head, kSmallFile)));
  if (!text.empty() && !text.starts_with("ref:")) return;
  const std::string branch(text.empty() ? std::string_view() : util::trim(std::string_view(text).substr(4)));
  if (branch == git::kMainRef || (!branch.empty() && git::read_reference(location, branch))) return;
  util::replace_file(head, fmt::format("ref: {}\n", git::kMainRef));
}

/// The files of a new repository that main lacks; none where it has a policy already. A file in the work tree belongs
/// to its owner, unless it is equal to the one that `init` writes: an `init` that was cut off may have left it there.
MainFiles missing_files(const git::Repository& repository, const MainFiles& wanted) {
  const auto head = find_main_head(repository);
  const auto root = head ? std::optional(repository.objects.read_commit(*head).tree) : std::nullopt;
  MainFiles missing;
  if (root && repository.objects.find_folder(*root, "policy")) return missing;
  const auto checkouts = open_main_checkouts(repository);
  for (const auto& [path, text] : wanted) {
    const bool there =
        (root && repository.objects.find_path(*root, path)) ||
        std::any_of(checkouts.begin(), checkouts.end(), [&path = path, &text = text](const MainCheckout& checkout) {
          return checkout.has_file(path) && !checkout.has_text(path, text);
        });
    if (!there) missing.emplace(path, text);
  }
  return missing;
}

[[noreturn]] void refuse_existing(const git::Location& location) {
  throw Error(ErrorKind::refused,
              fmt::format("cannot make '{}' a data repository: it is one already", git::shown_folder(location)));
}

}  // namespace

Ledger init(const fs::path& directory, bool bare, git::Environment environment, const MainFiles& main_files,
            std::string_view ledger_id, util::Timestamp now) {
  const auto existing = git::find_location_at(fs::weakly_canonical(fs::absolute(directory)));
  remove_dead_locks(existing ? existing->git_dir : bare ? directory : directory / ".git");
  if (!existing) {
    const git::Settings settings(environment, git::Location{}, nullptr);
    git::identify(environment, settings, git::Role::author, now);  // before anything is created
    create_repository(directory, bare, settings);
  }
  const auto location = git::find_location_at(fs::weakly_canonical(fs::absolute(directory)));
  sync_repository(*location);
  Ledger ledger(git::open_repository(*location, environment));
  const git::Repository& repository = ledger.repository();
  if (find_ledger_head(repository)) refuse_existing(*location);
  refuse_lost_ledger(repository);
  git::identify(environment, repository.settings, git::Role::author, now);
  set_unborn_head(*location);
  // Records are small and unlike each other: deltas between them save 3 % and make reading 20 times slower.
  add_attributes(*location, "*.yaml -delta");
  {
    const util::FileLock lock = git::lock_writers(repository.location, repository.access);
    undo_dead_main_edit(repository);  // of an `init` that was killed
    remove_dead_probes(*location);
  }
  if (const MainFiles missing = missing_files(repository, main_files); !missing.empty()) {
    const MainChange begin{missing, std::string(bare ? kServerBegins : "Begin a data repository")};
    commit_to_main(
        repository, [&begin](const std::string&) { return begin; }, now);
  }
  // `ledgers` must not be there by now: of two that begin one at the same time, one has to lose.
  const Landed landed = append(ledger,
                               {.files = {{format_path(ledger_id), format_text()}},
                                .subject = fmt::format("ledger {}", ledger_id),
                                .trailers = {},
                                .unchanged = {std::string(kFormatFolder)},
                                .base = {}},
                               now);
  if (landed != Landed::yes) refuse_existing(*location);
  return ledger;
}

}  // namespace crmtrack::ledger
