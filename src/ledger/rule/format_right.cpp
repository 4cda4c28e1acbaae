#include "ledger/rule/format_right.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "git/reference/branch_names.hpp"
#include "git/reference/refspec.hpp"
#include "ledger/heads.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/share/upstream.hpp"
#include "policy/load.hpp"

namespace crmtrack::ledger {
namespace {

/// The rights by main at a commit of it.
policy::Authority read_authority(const git::ObjectStore& objects, const git::ObjectId& main) {
  constexpr std::size_t kLimit = 4U << 20U;
  policy::Files files;
  const git::ObjectId root = objects.read_commit(main).tree;
  for (const std::string name : {"people.yaml", "rights.yaml"}) {
    const auto file = objects.find_path(root, "policy/" + name);
    if (file && file->first.mode == git::kFileMode) files[name] = objects.read_blob(file->first.id(), kLimit);
  }
  return policy::Authority(policy::load(files));
}

/// A file of `ledgers/` whose number we do not know.
struct NewerFile {
  std::string path;
  git::ObjectId blob;
  int format = 0;
};

std::vector<NewerFile> find_newer_files(const git::ObjectStore& objects, const git::ObjectId& root) {
  std::vector<NewerFile> newer;
  const auto folder = objects.find_folder(root, kFormatFolder);
  if (!folder) return newer;
  const git::TreeBytes tree = objects.read_tree(*folder);
  for (git::TreeCursor cursor(*tree); !cursor.done(); cursor.next()) {
    if (cursor.entry().mode != git::kFileMode) continue;
    const int format = find_format(objects, cursor.entry().id()).value_or(0);
    if (format > kFormat)
      newer.push_back({fmt::format("{}/{}", kFormatFolder, cursor.entry().name), cursor.entry().id(), format});
  }
  return newer;
}

/// Whether somebody of those who added the file, up to this commit, had the right to.
bool is_in_force(const git::ObjectStore& objects, const FormatRight& right, const NewerFile& file,
                 const git::ObjectId& commit) {
  const auto has = [&](const git::CommitObject& at) {
    const auto found = objects.find_path(at.tree, file.path);
    return found && found->first.id() == file.blob;
  };
  std::vector<git::ObjectId> waiting{commit};
  std::unordered_set<git::ObjectId> seen{commit};
  while (!waiting.empty()) {
    const git::CommitObject at = objects.read_commit(waiting.back());
    waiting.pop_back();
    bool inherits = false;
    for (const git::ObjectId& parent : at.parents) {
      if (!has(objects.read_commit(parent))) continue;
      inherits = true;
      if (seen.insert(parent).second) waiting.push_back(parent);
    }
    if (!inherits && has(at) && !right.refusal(file.blob, at.author.email, at.committer.time)) return true;
  }
  return false;
}

}  // namespace

FormatRight::FormatRight(const git::Repository& repository) : repository_(repository) {}

const std::vector<policy::Authority>& FormatRight::in_force() const {
  if (in_force_) return *in_force_;
  in_force_.emplace();
  const git::Repository& repository = repository_;
  std::vector<git::ObjectId> heads;
  if (const auto own = find_main_head(repository)) heads.push_back(*own);
  const auto upstream = find_upstream(repository.settings);
  const auto tracking =
      upstream ? git::find_tracking_reference(repository.settings, *upstream, git::kMainRef) : std::nullopt;
  const auto theirs = tracking ? git::find_branch(repository, *tracking) : std::nullopt;
  if (theirs && std::find(heads.begin(), heads.end(), *theirs) == heads.end()) heads.push_back(*theirs);
  for (const git::ObjectId& head : heads) in_force_->push_back(read_authority(repository.objects, head));
  return *in_force_;
}

std::optional<std::string> FormatRight::refusal(const git::ObjectId& blob, std::string_view author,
                                                util::Instant time) const {
  const int format = find_format(repository_.objects, blob).value_or(0);
  if (format <= kFormat) return std::nullopt;
  std::optional<std::string> why;
  for (const policy::Authority& authority : in_force()) {
    why = authority.refusal(author, policy::Right::policy, policy::authority_date(time));
    if (!why) return std::nullopt;
  }
  return fmt::format("raises the format to {}: {}", format,
                     why.value_or("there is no policy that gives anybody the right to"));
}

bool is_refused_format(const git::Repository& repository, const std::string& path, const git::ObjectId& blob,
                       const git::ObjectId& commit) {
  if (kind_of(path) != PathKind::ledger_file) return false;
  const int format = find_format(repository.objects, blob).value_or(0);
  return format > kFormat && !is_in_force(repository.objects, FormatRight(repository), {path, blob, format}, commit);
}

void refuse_newer_format(const git::Repository& repository, const git::ObjectId& commit) {
  const git::ObjectStore& objects = repository.objects;
  const std::vector<NewerFile> newer = find_newer_files(objects, objects.read_commit(commit).tree);
  if (newer.empty()) return;
  const FormatRight right(repository);
  for (const NewerFile& file : newer) {
    if (!is_in_force(objects, right, file, commit)) continue;
    throw util::Error(
        util::ErrorKind::repository,
        fmt::format("cannot use the ledger: its format is {}, this crmtrack knows {}", file.format, kFormat),
        {"install a newer crmtrack"});
  }
}

bool judge_formats(const git::Repository& repository, const git::ObjectId& newer, const Range& range,
                   std::vector<Range::Fault>& faults) {
  const FormatRight right(repository);
  bool is_sound = true;
  for (const Added& file : range.ledger_files) {
    auto why = right.refusal(file.blob, range.author_of(file), range.commit_of(file).time);
    if (!why) continue;
    faults.push_back({.commit = range.commit_of(file).id.hex(),
                      .path = std::string(file.path),
                      .message = std::move(*why),
                      .kind = Range::Fault::Kind::misplaced,
                      .blob = file.blob});
    const auto found = repository.objects.find_path(repository.objects.read_commit(newer).tree, file.path);
    is_sound = is_sound && !(found && found->first.id() == file.blob);
  }
  return is_sound;
}

}  // namespace crmtrack::ledger
