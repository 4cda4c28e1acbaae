#include "session/policy/merge_driver.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "git/program/scratch_file.hpp"
#include "git/reference/histories.hpp"
#include "ledger/heads.hpp"
#include "ledger/main/entry_history.hpp"
#include "ledger/main/merge_driver.hpp"
#include "ledger/main/policy_merge.hpp"
#include "session/hook/hook_files.hpp"
#include "session/policy/set_aside.hpp"
#include "session/share/sync.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {
namespace {

namespace fs = std::filesystem;
using policy::Conflict;
using policy::LastChange;
using policy::Side;

constexpr std::size_t kLargestFile = 4U << 20U;
constexpr std::string_view kPolicyFolder = "policy/";

/// {0}: our path, quoted. Where the program has gone, Git's own merge of text takes its place.
constexpr std::string_view kDriver =
    R"sh(program={0}; [ -x "$program" ] || program=$(command -v crmtrack) || exec git merge-file -q %A %O %B; )sh"
    R"sh(exec "$program" -C "${{GIT_DIR:-.}}" policy merge %O %A %B %P )sh"
    R"sh("$(env | sed -n 's/^GITHEAD_\([0-9a-f]*\)=.*/\1/p')")sh";

std::string driver_command() {
  std::string program;
  for (const char c : own_program_quoted()) program += c == '%' ? "%%" : std::string(1, c);
  return fmt::format(fmt::runtime(kDriver), program);
}

/// The commit that a rebase is applying; the zero id where it does not say.
std::string find_replayed(const fs::path& git_dir) {
  std::string commit;
  if (const auto text = util::find_file_text(git_dir / "rebase-apply" / "original-commit", kLargestFile))
    commit = util::trim(*text);
  // `pick ID SUBJECT`, of the commit at hand the last line.
  if (const auto text = util::find_file_text(git_dir / "rebase-merge" / "done", kLargestFile)) {
    const std::vector<std::string> lines = util::split(util::trim(*text), '\n');
    const std::vector<std::string> words = util::split(lines.back(), ' ');
    if (words.size() > 1) commit = words[1];
  }
  return git::parse_object_id(commit) ? commit : git::ObjectId{}.hex();
}

class Driver {
 public:
  Driver(Session& session, const DriverFiles& files)
      : session_(session),
        files_(files),
        folder_(session.settings().directory),
        repository_(git::open_repository(session.location(), session.settings().environment)) {}

  int run() {
    try {
      const std::optional<std::string> text = is_policy_path() ? merge() : std::nullopt;
      if (!text) return merge_text();
      write(*text);
      return 0;
    } catch (const util::Error& error) {
      session_.warn(fmt::format("{}: left to Git's own merge: {}", files_.path, error.what()));
      return merge_text();
    }
  }

 private:
  [[nodiscard]] bool is_policy_path() const {
    return files_.path.starts_with(kPolicyFolder) && name().find('/') == std::string::npos;
  }
  [[nodiscard]] std::string name() const { return files_.path.substr(kPolicyFolder.size()); }
  [[nodiscard]] bool is_conflicts_file() const { return name() == policy::kConflictsFile; }
  [[nodiscard]] std::string read(const std::string& file) const {
    return util::read_file(folder_ / file, kLargestFile);
  }

  /// The merged text; nullopt where Git's own merge is to be left.
  std::optional<std::string> merge() {
    base_ = read(files_.base);
    ours_ = read(files_.ours);
    theirs_ = read(files_.theirs);
    const fs::path& git_dir = session_.location().git_dir;
    if (is_rebasing(git_dir)) return merge_in_rebase(git_dir);
    const auto head = head_commit(), other = other_commit();
    if (!head || !other) return is_conflicts_file() ? merge_sets() : merge_without_clash();
    if (!git::compare_histories(repository_.objects, *head, *other).base) return std::nullopt;  // two teams become one
    if (const auto text = merge_commits(*head, *other)) return text;
    return is_conflicts_file() ? merge_sets() : merge_ours(nullptr);
  }

  [[nodiscard]] std::optional<git::ObjectId> head_commit() const {
    const std::string head(util::trim(util::read_file(session_.location().git_dir / "HEAD", kLargestFile)));
    constexpr std::string_view kReference = "ref: ";
    if (!head.starts_with(kReference)) return git::parse_object_id(head);
    return git::find_branch(repository_, head.substr(kReference.size()));
  }

  /// The commit that is merged into HEAD; nullopt where there is none, or several are.
  [[nodiscard]] std::optional<git::ObjectId> other_commit() const {
    const std::vector<std::string> heads = util::split(util::trim(files_.heads), '\n');
    const auto id = heads.size() == 1 ? git::parse_object_id(heads.front()) : std::nullopt;
    return id && repository_.objects.find_kind(*id) == git::ObjectKind::commit ? id : std::nullopt;
  }

  /// The merge of two commits, where the texts are theirs. Where histories cross, Git merges their bases first.
  std::optional<std::string> merge_commits(const git::ObjectId& head, const git::ObjectId& other) {
    ledger::EntryHistory history(repository_.objects, name());
    if (history.text_at(head) != ours_ || history.text_at(other) != theirs_) return std::nullopt;
    ledger::PolicyMerge merged = ledger::merge_policies(repository_.objects, head, other);
    const auto found = merged.files.find(name());
    return found == merged.files.end() ? std::nullopt : std::optional(std::move(found->second));
  }

  /// Ours stands wherever both changed an entry. Puts the clashes into `clashes`, where that is given.
  std::optional<std::string> merge_ours(std::vector<policy::Clash>* clashes) {
    const auto ours_first = [](Side side, const std::string&) {
      return LastChange{side == Side::ours ? 0 : 1, {}, false};
    };
    auto merged = policy::merge_sheets(name(), base_, ours_, theirs_, ours_first);
    if (!merged) return std::nullopt;
    if (clashes != nullptr) *clashes = std::move(merged->clashes);
    return std::move(merged->text);
  }

  /// As for a cherry-pick or a stash: a person is at work, and decides.
  std::optional<std::string> merge_without_clash() {
    std::vector<policy::Clash> clashes;
    auto text = merge_ours(&clashes);
    return clashes.empty() ? text : std::nullopt;
  }

  /// In a rebase, ours is the upstream's, and theirs the own commit that is applied to it.
  std::optional<std::string> merge_in_rebase(const fs::path& git_dir) {
    if (is_conflicts_file()) return merge_sets();
    std::vector<policy::Clash> clashes;
    auto text = merge_ours(&clashes);
    if (!text || clashes.empty()) return text;
    ledger::EntryHistory history(repository_.objects, name());
    const auto head = head_commit();
    const std::string replayed = find_replayed(git_dir);
    for (policy::Clash& clash : clashes) {
      clash.stands_commit = head ? history.last_change(*head, *head, clash.key).commit : replayed;
      clash.other_commit = replayed;
    }
    set_aside(repository_, policy::conflicts_of(name(), clashes));
    return text;
  }

  [[nodiscard]] std::optional<std::string> merge_sets() const {
    const auto base = policy::read_conflicts(base_), ours = policy::read_conflicts(ours_),
               theirs = policy::read_conflicts(theirs_);
    if (!base || !ours || !theirs) return std::nullopt;
    return policy::render_conflicts(policy::merge_conflicts(*base, *ours, *theirs, {}));
  }

  /// Git made that file for this merge, in the work tree, and takes only that one away. The new text is therefore
  /// written elsewhere: a driver that is killed leaves something that `git prune` clears away.
  void write(const std::string& text) const {
    try {
      auto scratch = git::ScratchFile::create(repository_.location.common_dir / "objects", "tmp_obj_");
      scratch.write(text);
      scratch.keep_as(folder_ / files_.ours);
    } catch (const util::Error&) {
      util::replace_file(folder_ / files_.ours, text);  // such as a work tree on another disk
    }
  }

  int merge_text() {
    const auto absolute = [&](const std::string& file) { return (folder_ / file).string(); };
    const auto result = make_git(session_).run({"merge-file", "-q", "-L", "ours", "-L", "base", "-L", "theirs",
                                                absolute(files_.ours), absolute(files_.base), absolute(files_.theirs)});
    return result.status == 0 ? 0 : 1;
  }

  Session& session_;
  const DriverFiles& files_;
  fs::path folder_;
  git::Repository repository_;
  std::string base_, ours_, theirs_;
};

}  // namespace

void set_up_policy_merging(const git::Repository& repository) {
  ledger::set_up_merge_driver(repository, driver_command());
  const auto head = ledger::find_main_head(repository);
  ledger::remember_seen_main(repository, head ? head->hex() : git::ObjectId{}.hex());
}

std::string missing_of_policy_merging(const git::Repository& repository) {
  return ledger::missing_of_merge_driver(repository, driver_command());
}

void try_to_set_up_policy_merging(Session& session, const git::Repository& repository) {
  try {
    set_up_policy_merging(repository);
  } catch (const util::Error& error) {
    session.detail(error.what());
  }
}

int run_merge_driver(Session& session, const DriverFiles& files) { return Driver(session, files).run(); }

}  // namespace crmtrack::session
