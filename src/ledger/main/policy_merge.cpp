#include "ledger/main/policy_merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "git/reference/histories.hpp"
#include "ledger/main/entry_history.hpp"
#include "policy/sheet.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/sheet_text.hpp"
#include "util/error.hpp"
#include "yaml/read.hpp"

namespace crmtrack::ledger {
namespace {

using policy::Conflict;
using policy::Side;

const std::string kConflicts(policy::kConflictsFile);

/// Whether two commits have one policy. It costs two trees; merge bases cost the history.
bool has_same_policy(const git::ObjectStore& objects, const git::ObjectId& one, const git::ObjectId& other) {
  const auto find_policy = [&](const git::ObjectId& commit) {
    return objects.find_folder(objects.read_commit(commit).tree, "policy");
  };
  return find_policy(one) == find_policy(other);
}

/// An object under a name in `policy/`: a file or a folder.
struct Named {
  git::ObjectId id;
  bool is_file = false;
  friend bool operator==(const Named&, const Named&) = default;
};
using Folder = std::map<std::string, Named>;

Folder list_policy(const git::ObjectStore& objects, const std::optional<git::ObjectId>& commit) {
  Folder folder;
  const auto tree = commit ? objects.find_folder(objects.read_commit(*commit).tree, "policy") : std::nullopt;
  if (!tree) return folder;
  const git::TreeBytes bytes = objects.read_tree(*tree);
  for (git::TreeCursor cursor(*bytes); !cursor.done(); cursor.next())
    folder.emplace(std::string(cursor.entry().name), Named{cursor.entry().id(), cursor.entry().mode == git::kFileMode});
  return folder;
}

std::optional<Named> find_named(const Folder& folder, const std::string& name) {
  const auto found = folder.find(name);
  return found == folder.end() ? std::nullopt : std::optional(found->second);
}

class PolicyMerger {
 public:
  /// `base` is a merge base of the two; nullopt: they have none.
  PolicyMerger(const git::ObjectStore& objects, const git::ObjectId& ours, const git::ObjectId& theirs,
               const std::optional<git::ObjectId>& base)
      : objects_(objects),
        ours_(ours),
        theirs_(theirs),
        base_(base),
        in_base_(list_policy(objects, base_)),
        in_ours_(list_policy(objects, ours)),
        in_theirs_(list_policy(objects, theirs)) {}

  PolicyMerge run() {
    std::set<std::string> names;
    for (const Folder* folder : {&in_base_, &in_ours_, &in_theirs_})
      for (const auto& [name, there] : *folder) names.insert(name);
    for (const std::string& name : names)
      if (name.ends_with(".yaml") && name != kConflicts && is_changed_by_both(name)) merge_file(name);
    if (!merge_.conflicts.empty() || find_named(in_ours_, kConflicts) != find_named(in_theirs_, kConflicts))
      merge_conflicts();
    return std::move(merge_);
  }

  /// The object that the merge must have under a name where not both sides changed it; an inner nullopt: none.
  [[nodiscard]] std::optional<std::optional<Named>> find_unmerged(const std::string& name) const {
    if (is_changed_by_both(name)) return std::nullopt;
    const auto ours = find_named(in_ours_, name);
    return ours == find_named(in_base_, name) ? find_named(in_theirs_, name) : ours;
  }
  /// The text that a merge gives a file; nullopt where it gives none.
  [[nodiscard]] std::optional<std::string> find_text(const std::string& name, const PolicyMerge& merge) const {
    if (const auto merged = merge.files.find(name); merged != merge.files.end()) return merged->second;
    const auto unmerged = find_unmerged(name);
    if (!unmerged || !*unmerged || !(*unmerged)->is_file) return std::nullopt;
    const bool is_of_ours = find_named(in_ours_, name) == *unmerged;
    return EntryHistory(objects_, name).text_at(is_of_ours ? ours_ : theirs_);
  }
  [[nodiscard]] const Folder& in_base() const { return in_base_; }
  [[nodiscard]] const Folder& in_ours() const { return in_ours_; }
  [[nodiscard]] const Folder& in_theirs() const { return in_theirs_; }
  /// The conflicts of both sides, without those of this merge.
  [[nodiscard]] std::vector<Conflict> known_conflicts() const {
    std::vector<Conflict> base = conflicts_of(base_);
    // Two clones may have listed one conflict apart from each other. Where one of them settled it since, it is settled.
    const std::vector<Conflict> once_there = listed_since_base(theirs_);
    for (Conflict& conflict : listed_since_base(ours_))
      if (std::ranges::any_of(once_there, [&](const Conflict& it) { return policy::is_same_conflict(it, conflict); }))
        base.push_back(std::move(conflict));
    return policy::merge_conflicts(base, conflicts_of(ours_), conflicts_of(theirs_), {});
  }

 private:
  [[nodiscard]] bool is_changed_by_both(const std::string& name) const {
    const auto base = find_named(in_base_, name), ours = find_named(in_ours_, name),
               theirs = find_named(in_theirs_, name);
    return ours != base && theirs != base && ours != theirs;
  }

  void merge_file(const std::string& name) {
    const auto ours = find_named(in_ours_, name), theirs = find_named(in_theirs_, name);
    if (!ours || !theirs || !ours->is_file || !theirs->is_file) {
      merge_.unreadable.emplace(name, "one side removed it, or made it something else than a file");
      return;
    }
    try {
      merge_texts(name);
    } catch (const util::Error& error) {
      merge_.unreadable.emplace(name, error.what());
    }
  }

  void merge_texts(const std::string& name) {
    EntryHistory history(objects_, name);
    const auto find_last_change = [&](Side side, const std::string& key) {
      return side == Side::ours ? history.last_change(ours_, theirs_, key) : history.last_change(theirs_, ours_, key);
    };
    auto merged = policy::merge_sheets(name, base_ ? history.text_at(*base_) : "", history.text_at(ours_),
                                       history.text_at(theirs_), find_last_change);
    if (!merged) {
      merge_.unreadable.emplace(name, merged.error());
      return;
    }
    merge_.files.emplace(name, std::move(merged->text));
    for (Conflict& conflict : policy::conflicts_of(name, merged->clashes))
      merge_.conflicts.push_back(std::move(conflict));
  }

  void merge_conflicts() {
    try {
      merge_.files[kConflicts] = policy::render_conflicts(policy::add_conflicts(known_conflicts(), merge_.conflicts));
    } catch (const util::Error& error) {
      const bool is_needed = !merge_.conflicts.empty() || is_changed_by_both(kConflicts);
      if (is_needed) merge_.unreadable.emplace(kConflicts, error.what());
    }
  }

  /// The conflicts that a side has listed at any time since the two parted.
  [[nodiscard]] std::vector<Conflict> listed_since_base(const git::ObjectId& side) const {
    std::vector<Conflict> listed;
    if (!find_named(in_ours_, kConflicts) || !find_named(in_theirs_, kConflicts)) return listed;
    EntryHistory history(objects_, kConflicts);
    std::set<std::string> texts;
    for (const git::ObjectId& commit : git::compare_histories(objects_, base_, side).only_newer)
      texts.insert(history.text_at(commit));
    for (const std::string& text : texts)
      if (const auto read = policy::read_conflicts(text)) listed.insert(listed.end(), read->begin(), read->end());
    return listed;
  }

  [[nodiscard]] std::vector<Conflict> conflicts_of(const std::optional<git::ObjectId>& commit) const {
    if (!commit) return {};
    auto read = policy::read_conflicts(EntryHistory(objects_, kConflicts).text_at(*commit));
    if (!read)
      throw util::Error(util::ErrorKind::conflict, fmt::format("cannot read policy/{}: {}", kConflicts, read.error()));
    return std::move(*read);
  }

  const git::ObjectStore& objects_;
  git::ObjectId ours_, theirs_;
  std::optional<git::ObjectId> base_;
  Folder in_base_, in_ours_, in_theirs_;
  PolicyMerge merge_;
};

/// Whether two texts of a policy file say the same, entry by entry and in the same order.
bool says_same_file(const std::string& name, const std::string& one, const std::string& other) {
  if (one == other) return true;
  const auto a = policy::read_sheet_text(name, one), b = policy::read_sheet_text(name, other);
  return a && b &&
         std::ranges::equal(a->entries, b->entries, [](const policy::TextEntry& x, const policy::TextEntry& y) {
           return x.key == y.key && policy::says_same(x.value, y.value);
         });
}

bool has_conflict(const std::vector<Conflict>& conflicts, const Conflict& wanted) {
  return std::ranges::any_of(
      conflicts, [&](const Conflict& it) { return policy::is_same_conflict(it, wanted); });
}

/// Whether a text lists the known conflicts, and beside them at most those of a merge.
bool lists_conflicts(const std::string& text, const std::vector<Conflict>& known, std::vector<Conflict> of_merge) {
  const auto read = policy::read_conflicts(text);
  if (!read) return false;
  std::erase_if(of_merge, [&](const Conflict& it) { return !has_conflict(*read, it); });
  return policy::render_conflicts(*read) == policy::render_conflicts(policy::add_conflicts(known, of_merge));
}

/// Keeps of a merge by one base what a merge by another base says too. A file about which they disagree waits for a
/// person.
void agree(PolicyMerge& merge, const PolicyMerger& merger, const PolicyMerge& other, const PolicyMerger& other_merger) {
  std::set<std::string> names;
  for (const PolicyMerger* each : {&merger, &other_merger})
    for (const Folder* folder : {&each->in_base(), &each->in_ours(), &each->in_theirs()})
      for (const auto& [name, there] : *folder) names.insert(name);
  for (const std::string& name : names) {
    const auto text = merger.find_text(name, merge), other_text = other_merger.find_text(name, other);
    const bool is_merged = merge.files.contains(name) || other.files.contains(name);
    const bool says_same = text && other_text && says_same_file(name, *text, *other_text);
    if (name == kConflicts || (is_merged ? says_same : merger.find_unmerged(name) == other_merger.find_unmerged(name)))
      continue;
    merge.files.erase(name);
    merge.unreadable.emplace(name, "both sides hold merges of the other, which disagree");
    merge.is_crossed = true;
  }
  for (const auto& [name, why] : other.unreadable) merge.unreadable.emplace(name, why);
  std::erase_if(merge.conflicts, [&](const Conflict& it) { return !has_conflict(other.conflicts, it); });
}

/// Whether the policy of a merge is what a merge by one base makes of the two sides.
bool is_merge_by(const git::ObjectStore& objects, const git::ObjectId& merge, PolicyMerger merger) {
  const PolicyMerge wanted = merger.run();
  if (!wanted.unreadable.empty()) return false;
  const Folder result = list_policy(objects, merge);
  std::set<std::string> names;
  for (const Folder* folder : {&result, &merger.in_ours(), &merger.in_theirs()})
    for (const auto& [name, there] : *folder) names.insert(name);
  return std::ranges::all_of(names, [&](const std::string& name) {
    const auto there = find_named(result, name);
    const auto unmerged = merger.find_unmerged(name);
    if (unmerged && there == *unmerged) return true;
    const auto merged = wanted.files.find(name);
    if (merged == wanted.files.end()) return false;
    if (!there) return name == kConflicts && merger.known_conflicts().empty();
    if (!there->is_file) return false;
    const std::string text = EntryHistory(objects, name).text_at(merge);
    if (name != kConflicts) return says_same_file(name, text, merged->second);
    return lists_conflicts(text, merger.known_conflicts(), wanted.conflicts);
  });
}

}  // namespace

PolicyMerge merge_policies(const git::ObjectStore& objects, const git::ObjectId& ours, const git::ObjectId& theirs) {
  const std::vector<git::ObjectId> bases = git::find_merge_bases(objects, ours, theirs);
  PolicyMerger merger(objects, ours, theirs, bases.empty() ? std::nullopt : std::optional(bases.front()));
  PolicyMerge merge = merger.run();
  if (bases.size() < 2) return merge;
  for (std::size_t i = 1; i < bases.size(); ++i) {
    PolicyMerger other(objects, ours, theirs, bases[i]);
    const PolicyMerge by_other = other.run();
    agree(merge, merger, by_other, other);
  }
  if (merge.files.contains(kConflicts))
    merge.files[kConflicts] =
        policy::render_conflicts(policy::add_conflicts(merger.known_conflicts(), merge.conflicts));
  return merge;
}

bool is_policy_merge(const git::ObjectStore& objects, const git::ObjectId& merge) {
  const git::CommitObject commit = objects.read_commit(merge);
  if (commit.parents.size() != 2) return false;
  const git::ObjectId &one = commit.parents[0], &other = commit.parents[1];
  const std::vector<git::ObjectId> bases = git::find_merge_bases(objects, one, other);
  return !bases.empty() && std::ranges::all_of(bases, [&](const git::ObjectId& base) {
    return is_merge_by(objects, merge, PolicyMerger(objects, one, other, base));
  });
}

std::vector<Conflict> find_conflicts_of_merge(const git::ObjectStore& objects, const git::ObjectId& merge) {
  const git::CommitObject commit = objects.read_commit(merge);
  if (commit.parents.size() != 2 || has_same_policy(objects, commit.parents[0], commit.parents[1])) return {};
  std::vector<Conflict> found = merge_policies(objects, commit.parents[0], commit.parents[1]).conflicts;
  std::erase_if(found, [&](const Conflict& it) {
    // A person who merged may have decided otherwise.
    const auto sheet = policy::read_sheet_text(it.file, EntryHistory(objects, it.file).text_at(merge));
    const policy::TextEntry* const entry = sheet ? sheet->find(it.key) : nullptr;
    if (entry == nullptr || !it.stands) return (entry != nullptr) != it.stands.has_value();
    return !policy::says_same(entry->value, *it.stands);
  });
  return found;
}

}  // namespace crmtrack::ledger
