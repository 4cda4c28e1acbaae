#include "ledger/audit/proof/damage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "git/program/repository.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

Finding damage_finding(std::string commit, std::string path, const git::UnreadableObject& damaged) {
  const FindingKind kind = FindingKind::object_damaged;
  return {kind, severity_of(kind), std::move(commit), std::move(path), "", std::nullopt, describe_damage(damaged)};
}

struct TreeChild {
  std::string name;
  git::ObjectId id;
  bool is_tree = false;
};

/// The children of a folder, the newest first: names begin with days or times.
std::vector<TreeChild> children_of(const std::string& tree) {
  std::vector<TreeChild> children;
  for (git::TreeCursor cursor(tree); !cursor.done(); cursor.next()) {
    const git::TreeEntry& entry = cursor.entry();
    if (entry.mode == git::kSubmoduleMode) continue;
    children.push_back({util::visible_line(entry.name), entry.id(), entry.is_tree()});
  }
  std::reverse(children.begin(), children.end());
  return children;
}

/// Reads what lies below a folder.
class TreeReader {
 public:
  TreeReader(const git::ObjectStore& objects, std::size_t most) : objects_(objects), most_(most) {}

  void read_folder(const std::string& path, const git::ObjectId& id, int depth) {
    constexpr int kDeepest = 12;
    if (depth > kDeepest || !count()) return;
    guard(path, [&] {
      std::vector<TreeChild> children = children_of(objects_.read(id, git::ObjectKind::tree));
      if (depth == 0)  // what was received matters most
        std::stable_partition(children.begin(), children.end(),
                              [](const TreeChild& child) { return child.name == "complaints"; });
      for (const TreeChild& child : children) {
        const std::string below = path.empty() ? child.name : path + "/" + child.name;
        if (child.is_tree) read_folder(below, child.id, depth + 1);
        if (!child.is_tree) read_file(below, child.id);
      }
    });
  }

  DamageSearch finish() { return std::move(search_); }

 private:
  bool count() {
    search_.is_all = search_.looked_at < most_;
    if (search_.is_all) ++search_.looked_at;
    return search_.is_all;
  }

  /// Reads a file. One that is larger than any attachment may be would not fit into memory; the audit of structure
  /// reports it.
  void read_file(const std::string& path, const git::ObjectId& id) {
    constexpr std::size_t kLargest = 64U << 20U;
    if (objects_.find_size(id).value_or(0) > kLargest) return;
    if (count()) guard(path, [&] { static_cast<void>(objects_.read(id, git::ObjectKind::blob)); });
  }

  void guard(const std::string& path, const std::function<void()>& read) {
    try {
      read();
    } catch (const git::UnreadableObject& damaged) {
      search_.findings.push_back(damage_finding("", path, damaged));
    }
  }

  const git::ObjectStore& objects_;
  std::size_t most_;
  DamageSearch search_;
};

/// Where an object lies below a folder; empty where it does not, or a damaged folder is in between.
std::string find_place(const git::ObjectStore& objects, const git::ObjectId& tree, const git::ObjectId& wanted,
                       int depth) {
  constexpr int kDeepest = 12;
  if (depth > kDeepest) return {};
  try {
    for (const TreeChild& child : children_of(*objects.read_tree(tree))) {
      if (child.id == wanted) return child.name;
      const std::string below = child.is_tree ? find_place(objects, child.id, wanted, depth + 1) : std::string();
      if (!below.empty()) return child.name + "/" + below;
    }
  } catch (const util::Error&) {
    return {};
  }
  return {};
}

}  // namespace

std::string describe_damage(const git::UnreadableObject& damaged) {
  return fmt::format("the object {} is damaged: {}", damaged.id().hex(), damaged.why());
}

Finding locate_damage(const git::ObjectStore& objects, const git::ObjectId& newer,
                      const git::UnreadableObject& damaged) {
  std::string path;
  try {
    path = find_place(objects, objects.read_commit(newer).tree, damaged.id(), 0);
  } catch (const util::Error&) {
    path.clear();  // the newest commit itself
  }
  const bool is_commit = path.empty() && objects.find_kind(damaged.id()) == git::ObjectKind::commit;
  Finding finding = damage_finding(is_commit ? damaged.id().hex() : std::string(), path, damaged);
  finding.message += "; the audit ends there";
  return finding;
}

DamageSearch search_damage(const git::ObjectStore& objects, const git::ObjectId& commit, std::size_t most) {
  TreeReader reader(objects, most);
  reader.read_folder("", objects.read_commit(commit).tree, 0);
  return reader.finish();
}

DamageSearch search_damage(const Ledger& ledger, std::size_t most) {
  return search_damage(ledger.repository().objects, git::get_object_id(ledger.head()), most);
}

}  // namespace crmtrack::ledger
