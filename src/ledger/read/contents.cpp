#include "ledger/read/contents.hpp"

#include "git/object/tree_compare.hpp"
#include "ledger/write/folder_guard.hpp"

namespace crmtrack::ledger {

git::ObjectId root_of(const git::Repository& repository, const std::string& commit) {
  return repository.objects.read_commit(git::get_object_id(commit)).tree;
}

bool is_commit(const git::Repository& repository, const std::string& id) try {
  const auto commit = git::parse_object_id(id);
  if (!commit) return false;
  (void)repository.objects.read_commit(*commit);
  return true;
} catch (const util::Error&) {
  return false;
}

Commit read_commit(const git::Repository& repository, const std::string& id) {
  git::CommitObject object = repository.objects.read_commit(git::get_object_id(id));
  Commit commit{.id = id,
                .parents = {},
                .author = std::move(object.author),
                .committer = std::move(object.committer),
                .message = std::move(object.message),
                .signature = std::move(object.signature)};
  for (const git::ObjectId& parent : object.parents) commit.parents.push_back(parent.hex());
  return commit;
}

std::optional<std::string> find_file(const git::Repository& repository, const std::string& commit,
                                     const std::string& path, std::size_t limit) {
  const auto found = repository.objects.find_path(root_of(repository, commit), path);
  if (!found || found->first.is_tree() || found->first.mode == git::kSubmoduleMode) return std::nullopt;
  return repository.objects.read_blob(found->first.id(), limit);
}

std::vector<File> list_files(const git::Repository& repository, const std::string& commit, const std::string& folder) {
  std::vector<File> files;
  const auto tree = repository.objects.find_folder(root_of(repository, commit), folder);
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
      repository.objects.trees(), std::nullopt, tree, take,
      [&](const std::string& path, const git::ObjectId& below) { return guard.judge(prefix + path, below); });
  return files;
}

}  // namespace crmtrack::ledger
