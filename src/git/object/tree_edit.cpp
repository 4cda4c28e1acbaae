#include "git/object/tree_edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "git/object/git_rules.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

using util::Error;
using util::ErrorKind;
using Files = std::span<const PathBlob>;

void check_paths(Files files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto parts = util::split(files[i].path, '/');
    const bool has_backslash = files[i].path.find('\\') != std::string_view::npos;
    if (has_backslash || !std::all_of(parts.begin(), parts.end(), is_git_name)) {
      throw Error(ErrorKind::bug,
                  fmt::format("cannot write '{}': no path that git takes", util::visible_line(files[i].path)));
    }
    if (i > 0 && files[i - 1].path == files[i].path)
      throw Error(ErrorKind::bug, fmt::format("cannot write '{}': given twice", util::visible_line(files[i].path)));
  }
}

/// An entry that a level of the tree gets: a file, or a folder with the files below it.
struct NewEntry {
  std::string_view name;
  bool is_tree = false;
  Files files;
  std::optional<ObjectId> old_tree;
  ObjectId id;
};

class TreeEdit {
 public:
  TreeEdit(const TreeSource& trees, ObjectSink& sink, Existing existing)
      : trees_(trees), sink_(sink), existing_(existing) {}

  /// `depth` is the length of the path down to this level, slash included.
  ObjectId edit(const std::optional<ObjectId>& old, Files files, std::size_t depth) {
    const TreeBytes bytes = old ? trees_(*old) : std::make_shared<const TreeText>();
    if (!bytes->is_sound()) refuse_broken(files.front().path.substr(0, depth), *bytes);
    std::vector<NewEntry> entries = group(files, depth);
    match(*bytes, entries);
    for (NewEntry& entry : entries) {
      entry.id =
          entry.is_tree ? edit(entry.old_tree, entry.files, depth + entry.name.size() + 1) : entry.files.front().blob;
    }
    return sink_.write(ObjectKind::tree, merge(*bytes, entries));
  }

 private:
  /// The files are in order of path, so those of a folder stand together; a name sorts by bytes here.
  static std::vector<NewEntry> group(Files files, std::size_t depth) {
    std::vector<NewEntry> entries;
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::string_view rest = files[i].path.substr(depth);
      const auto slash = rest.find('/');
      const NewEntry entry{.name = rest.substr(0, slash),
                           .is_tree = slash != std::string_view::npos,
                           .files = {},
                           .old_tree = {},
                           .id = {}};
      const bool same_folder =
          entry.is_tree && !entries.empty() && entries.back().is_tree && entries.back().name == entry.name;
      if (!same_folder) entries.push_back(entry);
      const std::size_t first = same_folder ? i - entries.back().files.size() : i;
      entries.back().files = files.subspan(first, i - first + 1);
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return entries;
  }

  /// Finds what is there by the same names.
  void match(std::string_view old, std::vector<NewEntry>& entries) const {
    for (std::size_t i = 1; i < entries.size(); ++i)
      if (entries[i].name == entries[i - 1].name) refuse(entries[i]);
    for (TreeCursor cursor(old); !cursor.done(); cursor.next()) {
      const TreeEntry& there = cursor.entry();
      const auto found =
          std::lower_bound(entries.begin(), entries.end(), there.name,
                           [](const NewEntry& entry, std::string_view name) { return entry.name < name; });
      if (found == entries.end() || found->name != there.name) continue;
      if (found->is_tree != there.is_tree()) refuse(*found);
      if (found->is_tree) found->old_tree = there.id();
      if (!found->is_tree && existing_ == Existing::refuse) refuse(*found);
    }
  }

  /// Written anew it would lose what it has twice.
  [[noreturn]] void refuse_broken(std::string_view prefix, const std::string& tree) const {
    const std::string folder = prefix.empty() ? "." : util::visible_line(prefix.substr(0, prefix.size() - 1));
    throw Error(ErrorKind::repository,
                fmt::format("cannot write to '{}': the folder {}", folder, *find_tree_fault(tree)),
                {existing_ == Existing::refuse ? "to take all that is sound in it: crmtrack sync --mend"
                                               : "git fsck names the tree; make the folder anew with git, and commit"});
  }

  [[noreturn]] static void refuse(const NewEntry& entry) {
    throw Error(ErrorKind::refused, fmt::format("cannot add '{}': a file of that path exists already",
                                                util::visible_line(entry.files.front().path)));
  }

  static std::string merge(std::string_view old, std::vector<NewEntry>& entries) {
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return compare_entries(a.name, a.is_tree, b.name, b.is_tree) < 0; });
    std::string tree;
    tree.reserve(old.size() + entries.size() * 64);
    TreeCursor cursor(old);
    for (const NewEntry& entry : entries) {
      while (!cursor.done()) {
        const TreeEntry& there = cursor.entry();
        const int order = compare_entries(there.name, there.is_tree(), entry.name, entry.is_tree);
        if (order > 0) break;
        if (order < 0) tree += cursor.bytes();
        cursor.next();
      }
      append_entry(tree, entry.is_tree ? kTreeMode : kFileMode, entry.name, entry.id);
    }
    for (; !cursor.done(); cursor.next()) tree += cursor.bytes();
    return tree;
  }

  const TreeSource& trees_;
  ObjectSink& sink_;
  Existing existing_;
};

}  // namespace

ObjectId put_paths(const TreeSource& trees, ObjectSink& sink, const std::optional<ObjectId>& root,
                   std::span<PathBlob> files, Existing existing) {
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  check_paths(files);
  return TreeEdit(trees, sink, existing).edit(root, files, 0);
}

}  // namespace crmtrack::git
