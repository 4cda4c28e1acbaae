#include "ledger/rule/tree_sieve.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "git/object/git_rules.hpp"
#include "git/object/tree_compare.hpp"
#include "ledger/rule/bounds.hpp"
#include "ledger/rule/format.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/write/folder_guard.hpp"

namespace crmtrack::ledger {
namespace {

/// The entry at one name of a folder, or of several folders that become one.
struct Slot {
  std::optional<git::ObjectId> file;
  std::vector<git::ObjectId> folders;
};

class Sieve {
 public:
  Sieve(const git::ObjectStore& objects, git::OverlaySink& sink)
      : objects_(objects), sink_(sink), trees_(sink.trees()) {}

  /// `prefix` is the folders' path, slash included.
  std::optional<git::ObjectId> pass(const std::vector<git::ObjectId>& folders, const std::string& prefix) {
    std::map<std::string, Slot, std::less<>> slots;
    for (const git::ObjectId& folder : folders) collect(folder, prefix, slots);
    return write(slots, prefix, folders.front());
  }

 private:
  void collect(const git::ObjectId& folder, const std::string& prefix,
               std::map<std::string, Slot, std::less<>>& slots) {
    const git::TreeBytes bytes = trees_(folder);
    for (git::TreeCursor cursor(*bytes); !cursor.done(); cursor.next()) {
      const git::TreeEntry& entry = cursor.entry();
      if (!git::is_git_name(entry.name)) continue;
      const std::string path = prefix + std::string(entry.name);
      if (!entry.is_tree() && !is_sound_file(objects_, path, entry.mode, entry.id())) continue;
      Slot& slot = slots[std::string(entry.name)];
      if (entry.is_tree())
        slot.folders.push_back(entry.id());
      else if (!slot.file || entry.id() < *slot.file)
        slot.file = entry.id();
    }
  }

  std::optional<git::ObjectId> write(std::map<std::string, Slot, std::less<>>& slots, const std::string& prefix,
                                     const git::ObjectId& first) {
    struct Kept {
      std::string_view name;
      bool is_tree = false;
      git::ObjectId id;
    };
    std::vector<Kept> kept;
    for (auto& [name, slot] : slots)
      if (slot.file)
        kept.push_back({name, false, *slot.file});
      else if (const auto folder = pass_folders(slot.folders, prefix + name))
        kept.push_back({name, true, *folder});
    if (kept.empty()) return std::nullopt;
    std::sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) {
      return git::compare_entries(a.name, a.is_tree, b.name, b.is_tree) < 0;
    });
    std::string tree;
    for (const Kept& entry : kept)
      git::append_entry(tree, entry.is_tree ? git::kTreeMode : git::kFileMode, entry.name, entry.id);
    return tree == *trees_(first) ? first : sink_.write(git::ObjectKind::tree, tree);
  }

  std::optional<git::ObjectId> pass_folders(std::vector<git::ObjectId>& folders, const std::string& path) {
    std::sort(folders.begin(), folders.end());
    folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
    std::vector<git::ObjectId> inside;
    std::optional<git::ObjectId> past;
    for (const git::ObjectId& folder : folders) {
      const git::Look look = guard_.judge(path, folder);
      if (look == git::Look::inside) inside.push_back(folder);
      if (look == git::Look::past) past = folder;
    }
    if (past && inside.empty()) return past;
    return inside.empty() ? std::nullopt : pass(inside, path + '/');
  }

  const git::ObjectStore& objects_;
  git::OverlaySink& sink_;
  git::TreeSource trees_;
  FolderGuard guard_;
};

}  // namespace

bool is_sound_file(const git::ObjectStore& objects, const std::string& path, std::string_view mode,
                   const git::ObjectId& blob) {
  const PathKind kind = kind_of(path);
  if (kind == PathKind::none || mode != git::kFileMode || !objects.find_size(blob)) return false;
  if (kind == PathKind::ledger_file) return find_format(objects, blob).value_or(kFormat + 1) <= kFormat;
  return !is_oversized(objects, path, blob);
}

std::optional<git::ObjectId> sift_tree(const git::ObjectStore& objects, git::OverlaySink& sink,
                                       const git::ObjectId& tree) {
  return Sieve(objects, sink).pass({tree}, "");
}

}  // namespace crmtrack::ledger
