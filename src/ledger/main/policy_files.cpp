#include "ledger/main/policy_files.hpp"

#include <fmt/format.h>

#include "ledger/heads.hpp"
#include "ledger/main/lost_main.hpp"
#include "ledger/read/contents.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {

namespace {

using util::Error;
using util::ErrorKind;

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

std::string policy_head(const git::Repository& repository) {
  auto head = find_main_head(repository);
  if (!head) head = find_policy_of_ledger(repository);
  return head ? head->hex() : std::string();
}

std::string policy_object(const git::Repository& repository, const std::string& main_commit) {
  const auto found = repository.objects.find_path(root_of(repository, main_commit), "policy");
  return found ? found->first.id().hex() : std::string();
}

std::string policy_objects(const git::Repository& repository, const std::string& main_commit,
                           std::initializer_list<std::string_view> files) {
  std::string objects;
  const git::ObjectId root = root_of(repository, main_commit);
  for (const std::string_view file : files) {
    const auto found = repository.objects.find_path(root, fmt::format("policy/{}", file));
    objects += (found ? found->first.id().hex() : "none") + " ";
  }
  return objects;
}

std::map<std::string, std::string> policy_files(const git::Repository& repository, const std::string& main_commit,
                                                std::map<std::string, std::string>* unreadable) {
  std::map<std::string, std::string> files;
  if (main_commit.empty()) return files;
  const auto folder = repository.objects.find_folder(root_of(repository, main_commit), "policy");
  if (!folder) return files;
  const git::TreeBytes tree = repository.objects.read_tree(*folder);
  for (git::TreeCursor cursor(*tree); !cursor.done();
       cursor.next()) {  // folders inside are none of ours, and may be huge
    const git::TreeEntry& file = cursor.entry();
    if (!file.name.ends_with(".yaml")) continue;
    if (file.mode != git::kFileMode && file.mode != git::kProgramMode) {
      if (unreadable != nullptr) unreadable->emplace(file.name, "is a link or a folder, and no file");
      continue;
    }
    try {
      files[std::string(file.name)] = read_policy_file(repository.objects, file);
    } catch (const Error& error) {
      if (unreadable == nullptr) throw;
      unreadable->emplace(file.name, error.what());
    }
  }
  return files;
}

}  // namespace crmtrack::ledger
