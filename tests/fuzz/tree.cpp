#include "target.hpp"

#include <map>
#include <string>
#include <vector>

#include "git/object/tree.hpp"
#include "git/object/tree_compare.hpp"
#include "git/object/tree_edit.hpp"
#include "util/error.hpp"

/// Trees as Git stores them. An input that begins with `!` is the raw bytes of one; any other is read as lines
/// `MODE NAME N` (entries; N is a blob, or the N-th tree after this one) with an empty line between trees. The first
/// tree is compared with the second, and a path is put into it.
namespace crmtrack::fuzz {
namespace {

git::ObjectId id_of(std::size_t number) {
  git::ObjectId id;
  id.bytes[0] = static_cast<std::uint8_t>(number >> 8U);
  id.bytes[1] = static_cast<std::uint8_t>(number);
  return id;
}

std::size_t number_of(const git::ObjectId& id) { return (static_cast<std::size_t>(id.bytes[0]) << 8U) | id.bytes[1]; }

constexpr std::size_t kMostTrees = 8;  // few: without a gate, what they name each other unfolds by powers
constexpr std::size_t kMostEntries = 6;

/// The trees of an input. A tree names later ones only, so there is no circle, as in Git.
std::vector<std::string> read_trees(std::string_view text) {
  std::vector<std::string> trees(1);
  std::size_t entries = 0;
  while (!text.empty() && trees.size() < kMostTrees) {
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty()) {
      trees.emplace_back();
      entries = 0;
      continue;
    }
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (last == std::string_view::npos || ++entries > kMostEntries) continue;
    std::string_view digits = line.substr(last + 1);
    const std::size_t number = trees.size() + Steering(digits).below(kMostTrees);
    const std::string_view name = first == last ? line.substr(0, 0) : line.substr(first + 1, last - first - 1);
    git::append_entry(trees.back(), line.substr(0, first), name, id_of(number));
  }
  return trees;
}

class Store : public git::ObjectSink {
 public:
  explicit Store(std::vector<std::string> trees) {
    for (std::size_t i = 0; i < trees.size(); ++i)
      trees_[id_of(i)] = std::make_shared<const git::TreeText>(std::move(trees[i]));
  }
  git::ObjectId write(git::ObjectKind, std::string_view bytes) override {
    const git::ObjectId id = id_of(0x1000 + written_++);
    trees_[id] = std::make_shared<const git::TreeText>(std::string(bytes));
    return id;
  }
  void finish() override {}
  [[nodiscard]] git::TreeSource source() const {
    return [this](const git::ObjectId& id) -> git::TreeBytes {
      const auto found = trees_.find(id);
      if (found == trees_.end()) throw util::Error(util::ErrorKind::repository, "an object is missing");
      return found->second;
    };
  }

 private:
  std::map<git::ObjectId, git::TreeBytes> trees_;
  std::size_t written_ = 0;
};

using Listing = std::map<std::string, std::string>;  ///< path → mode and id

/// Git's own rules: names that are in order and none twice, so that a path leads to one thing.
bool is_in_order(std::string_view raw) {
  std::string last;
  bool last_is_tree = false;
  std::map<std::string, int, std::less<>> names;
  for (git::TreeCursor cursor(raw); !cursor.done(); cursor.next()) {
    const git::TreeEntry& entry = cursor.entry();
    if (++names[std::string(entry.name)] > 1 || entry.name.find('/') != std::string_view::npos) return false;
    const bool is_first = names.size() == 1;
    if (!is_first && git::compare_entries(last, last_is_tree, entry.name, entry.is_tree()) >= 0) return false;
    last = entry.name;
    last_is_tree = entry.is_tree();
  }
  return true;
}

/// False where some tree is missing, damaged or out of order.
bool list_tree(const git::TreeSource& trees, const git::ObjectId& root, const std::string& prefix, Listing& listing,
               std::size_t& budget) {
  const git::TreeBytes bytes = trees(root);
  if (!is_in_order(*bytes)) return false;
  for (git::TreeCursor cursor(*bytes); !cursor.done(); cursor.next()) {
    const git::TreeEntry& entry = cursor.entry();
    const std::string path = prefix + std::string(entry.name);
    if (budget-- == 0) return false;
    if (entry.is_tree()) {
      if (!list_tree(trees, entry.id(), path + "/", listing, budget)) return false;
    } else {
      listing[path] = std::string(entry.mode) + std::to_string(number_of(entry.id()));
    }
  }
  return true;
}

struct Differences {
  Listing added, removed, changed;
};

Differences compare(const git::TreeSource& trees, const git::ObjectId& older, const git::ObjectId& newer) {
  Differences found;
  git::compare_trees(trees, older, newer, [&](const git::TreeDifference& difference) {
    Listing& listing = difference.kind == git::TreeDifference::Kind::added     ? found.added
                       : difference.kind == git::TreeDifference::Kind::removed ? found.removed
                                                                               : found.changed;
    listing[difference.path] = std::string(difference.mode) + std::to_string(number_of(difference.id));
  });
  return found;
}

/// Of trees in order, the comparison is that of their listings.
void check_comparison(const git::TreeSource& trees, const git::ObjectId& older, const git::ObjectId& newer) {
  const Differences found = compare(trees, older, newer);
  Listing before, after;
  std::size_t budget = 4000;
  if (!list_tree(trees, older, "", before, budget) || !list_tree(trees, newer, "", after, budget)) return;
  for (const auto& [path, what] : after) {
    const auto old = before.find(path);
    const bool is_new = old == before.end();
    const bool is_changed = !is_new && old->second != what;
    require(found.added.count(path) == (is_new ? 1U : 0U), "an added path is missed, or invented");
    require(found.changed.count(path) == (is_changed ? 1U : 0U), "a changed path is missed, or invented");
  }
  for (const auto& [path, what] : before)
    require(found.removed.count(path) == (after.count(path) == 0 ? 1U : 0U), "a removed path is missed, or invented");
}

/// Checks that a file put into a tree is there, and that nothing else changes.
void check_edit(Store& store, const git::ObjectId& root) {
  std::vector<git::PathBlob> files{{"complaints/2026/x", id_of(7)}, {"a", id_of(8)}};
  const git::ObjectId edited = git::put_paths(store.source(), store, root, files, git::Existing::refuse);
  Listing before, after;
  std::size_t budget = 4000;
  if (!list_tree(store.source(), root, "", before, budget)) return;
  require(list_tree(store.source(), edited, "", after, budget) || budget > 4000, "an edit that leaves no order");
  for (const git::PathBlob& file : files)
    before[std::string(file.path)] = "100644" + std::to_string(number_of(file.blob));
  require(before == after || budget > 4000, "an edit that changes something else");
}

template <typename Body>
void refusing(Body body) {
  try {
    body();
  } catch (const util::Error& error) {
    require(error.kind() == util::ErrorKind::repository || error.kind() == util::ErrorKind::refused,
            "a tree that is refused as something else");
  }
}

void walk(std::string_view raw) {
  std::string copy;
  for (git::TreeCursor cursor(raw); !cursor.done(); cursor.next()) {
    copy += cursor.bytes();
    require(git::find_entry(raw, cursor.entry().name).has_value(), "an entry that is not found by its name");
  }
  require(copy == raw, "entries that do not make up their tree");
}

}  // namespace

void try_tree(std::string_view text) {
  if (text.starts_with('!')) return refusing([&] { walk(text.substr(1)); });
  std::vector<std::string> trees = read_trees(text);
  if (trees.size() < 2) trees.emplace_back();
  Store store(trees);
  refusing([&] { check_comparison(store.source(), id_of(0), id_of(1)); });
  refusing([&] { check_comparison(store.source(), id_of(1), id_of(0)); });
  refusing([&] { check_edit(store, id_of(0)); });
}

}  // namespace crmtrack::fuzz
