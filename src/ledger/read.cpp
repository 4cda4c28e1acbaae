#include <fmt/format.h>

#include "git/program/signing.hpp"
#include "git/reference/histories.hpp"
#include "ledger/folder_guard.hpp"
#include "ledger/impl.hpp"
#include "ledger/ledger.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "ledger/revision.hpp"
#include "ledger/signature_check.hpp"
#include "util/process.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {
namespace {

using util::Error;
using util::ErrorKind;

git::ObjectId root_of(const git::Repository& repository, const std::string& commit) {
  return repository.objects.read_commit(git::get_object_id(commit)).tree;
}

std::string read_policy_file(const git::ObjectStore& objects, const git::TreeEntry& file) {
  constexpr std::size_t kLimit = 4U << 20U;
  try {
    return objects.read_blob(file.id(), kLimit);
  } catch (const Error& error) {
    const std::string name = util::visible_line(file.name);
    throw Error(ErrorKind::repository, fmt::format("cannot use main's 'policy/{}': {}", name, error.what()),
                {fmt::format("mend and commit it; who changed it: git log refs/heads/main -- 'policy/{}'", name)});
  }
}

}  // namespace

namespace {

/// Whether an id is a commit's that we can read: of those that Git's fsck refuses libgit2 does not read all.
bool is_commit(const git::ObjectStore& objects, const git::ObjectId& id) {
  try {
    (void)objects.read_commit(id);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::optional<std::string> Ledger::find_revision(const std::string& revision) const {
  if (revision.empty() || revision.find('\0') != std::string::npos) return std::nullopt;
  if (const auto id = git::parse_object_id(revision); id && is_commit(impl_->objects, *id)) return revision;
  git_object* raw = nullptr;
  const std::string whole = with_whole_branch(*impl_, revision);
  if (git::git2().git_revparse_single(&raw, impl_->handle.get(), whole.c_str()) < 0) return std::nullopt;
  const git::ObjectHandle named(raw);
  if (git::git2().git_object_peel(&raw, named.get(), GIT_OBJECT_COMMIT) < 0) return std::nullopt;
  const git::ObjectHandle commit(raw);
  return git::object_id_from(git::git2().git_object_id(commit.get())->id).hex();
}

std::optional<std::string> Ledger::find_file(const std::string& commit, const std::string& path,
                                             std::size_t limit) const {
  const auto found = impl_->objects.find_path(root_of(*impl_, commit), path);
  if (!found || found->first.is_tree() || found->first.mode == git::kSubmoduleMode) return std::nullopt;
  return impl_->objects.read_blob(found->first.id(), limit);
}

std::vector<File> Ledger::list(const std::string& commit, const std::string& folder) const {
  std::vector<File> files;
  const auto tree = impl_->objects.find_folder(root_of(*impl_, commit), folder);
  if (!tree) return files;
  std::string prefix = folder;
  while (prefix.ends_with('/')) prefix.pop_back();
  if (!prefix.empty()) prefix += '/';
  FolderGuard guard;
  const auto take = [&](const git::TreeDifference& file) {
    if (file.mode != git::kSubmoduleMode && file.mode != git::kTreeMode)
      files.push_back({prefix + file.path, file.id.hex()});
  };
  git::compare_trees(
      impl_->objects.trees(), std::nullopt, tree, take,
      [&](const std::string& path, const git::ObjectId& below) { return guard.judge(prefix + path, below); });
  return files;
}

std::string Ledger::policy_object(const std::string& main_commit) const {
  const auto found = impl_->objects.find_path(root_of(*impl_, main_commit), "policy");
  return found ? found->first.id().hex() : std::string();
}

std::string Ledger::read_blob(const std::string& id, std::size_t limit) const {
  return impl_->objects.read_blob(git::get_object_id(id), limit);
}

std::string Ledger::read_blob(const git::ObjectId& id, std::size_t limit) const {
  return impl_->objects.read_blob(id, limit);
}

bool Ledger::is_ancestor(const std::string& older, const std::string& newer) const {
  return git::is_ancestor(impl_->objects, git::get_object_id(older), git::get_object_id(newer));
}

Commit Ledger::commit(const std::string& id) const {
  git::CommitObject object = impl_->objects.read_commit(git::get_object_id(id));
  Commit commit{.id = id,
                .parents = {},
                .author = std::move(object.author),
                .committer = std::move(object.committer),
                .message = std::move(object.message),
                .signature = std::move(object.signature)};
  for (const git::ObjectId& parent : object.parents) commit.parents.push_back(parent.hex());
  return commit;
}

namespace {

/// By the keys that policy gives the commit's author, as an audit judges it.
std::string judge_signature(const git::Repository& repository, const policy::Signatures& policy,
                            const git::ObjectId& id, const git::CommitObject& commit) {
  using State = SignatureVerdict::State;
  const SignedCommit signed_commit{id, commit.author.email, commit.committer.time};
  const State state = SignatureCheck(repository, policy).verify({signed_commit}, [](std::size_t) {}).front().state;
  if (state == State::good) return "good";
  if (state == State::bad) return "bad";
  return state == State::untrusted ? "untrusted" : "unknown_key";
}

}  // namespace

std::string Ledger::signature_state(const std::string& commit) const {
  const git::ObjectId id = git::get_object_id(commit);
  const git::CommitObject object = impl_->objects.read_commit(id);
  const std::string& signature = object.signature;
  if (signature.empty()) return "none";
  std::vector<policy::Finding> findings;
  const policy::Signatures policy =
      policy::load_signatures(load_policy_in_force(*this, main_head(), {"signatures.yaml"}).files, findings);
  if (!policy.signers.empty()) return judge_signature(*impl_, policy, id, object);
  std::vector<std::string> words{"git", "--no-replace-objects", "--git-dir", impl_->location.git_dir.string()};
  for (const std::string& setting : git::verifying_programs(impl_->settings))
    words.insert(words.end(), {"-c", setting});
  words.insert(words.end(), {"log", "-1", "--no-walk", "--format=%G?", id.hex()});
  const auto result = util::run_process(words);
  const std::string_view state = util::trim(result.out);
  // U: to gpg a key that is there but not certified, to ssh one that stands for nobody.
  if (state == "U" && signature.starts_with("-----BEGIN SSH")) return "unknown_key";
  if (state == "G" || state == "U" || state == "X" || state == "Y") return "good";
  if (state == "B" || state == "R") return "bad";
  return "unknown_key";
}

std::map<std::string, std::string> Ledger::policy_files(const std::string& main_commit,
                                                        std::map<std::string, std::string>* unreadable) const {
  std::map<std::string, std::string> files;
  if (main_commit.empty()) return files;
  const auto folder = impl_->objects.find_folder(root_of(*impl_, main_commit), "policy");
  if (!folder) return files;
  const git::TreeBytes tree = impl_->objects.read_tree(*folder);
  for (git::TreeCursor cursor(*tree); !cursor.done();
       cursor.next()) {  // folders inside are none of ours, and may be huge
    const git::TreeEntry& file = cursor.entry();
    if (!file.name.ends_with(".yaml")) continue;
    if (file.mode != git::kFileMode && file.mode != git::kProgramMode) {
      if (unreadable != nullptr) unreadable->emplace(file.name, "is a link or a folder, and no file");
      continue;
    }
    try {
      files[std::string(file.name)] = read_policy_file(impl_->objects, file);
    } catch (const Error& error) {
      if (unreadable == nullptr) throw;
      unreadable->emplace(file.name, error.what());
    }
  }
  return files;
}

}  // namespace crmtrack::ledger
