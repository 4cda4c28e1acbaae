#include "ledger/main/entry_history.hpp"

#include <unordered_set>
#include "git/reference/histories.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/sheet_text.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::size_t kLargestFile = 4U << 20U;

}  // namespace

policy::LastChange EntryHistory::last_change(const git::ObjectId& head, const git::ObjectId& other,
                                             const std::string& key) {
  std::optional<policy::LastChange> first;
  bool is_of_both = true;
  for (const git::ObjectId& maker : makers_of(head, key)) {
    const auto time = objects_.read_commit(maker).committer.time;
    const policy::LastChange change{time.time_since_epoch().count(), maker.hex(), false};
    if (!first || change < *first) first = change;
    is_of_both = is_of_both && git::is_ancestor(objects_, maker, other);
  }
  first->is_of_both = is_of_both;
  return *first;
}

/// The commits that made the entry as `head` has it, apart from each other.
std::vector<git::ObjectId> EntryHistory::makers_of(const git::ObjectId& head, const std::string& key) {
  std::vector<git::ObjectId> makers;
  std::vector<git::ObjectId> waiting{head};
  std::unordered_set<git::ObjectId> seen{head};
  while (!waiting.empty()) {
    const git::ObjectId commit = waiting.back();
    waiting.pop_back();
    bool is_inherited = false;
    for (const git::ObjectId& parent : objects_.read_commit(commit).parents) {
      if (!is_as_in(commit, parent, key)) continue;
      is_inherited = true;
      if (seen.insert(parent).second) waiting.push_back(parent);
    }
    if (!is_inherited) makers.push_back(commit);
  }
  return makers;
}

std::string EntryHistory::text_at(const git::ObjectId& commit) {
  const auto blob = blob_at(commit);
  return blob ? objects_.read_blob(*blob, kLargestFile) : std::string();
}

bool EntryHistory::is_as_in(const git::ObjectId& one, const git::ObjectId& other, const std::string& key) {
  if (blob_at(one) == blob_at(other)) return true;
  const Entries &here = entries_at(one), &there = entries_at(other);
  const auto a = here.find(policy::compared_key(key)), b = there.find(policy::compared_key(key));
  if (a == here.end() || b == there.end()) return (a == here.end()) == (b == there.end());
  return policy::says_same(a->second, b->second);
}

const EntryHistory::Entries& EntryHistory::entries_at(const git::ObjectId& commit) {
  const git::ObjectId blob = blob_at(commit).value_or(git::ObjectId{});
  const auto [place, is_new] = entries_.try_emplace(blob);
  if (!is_new) return place->second;
  const auto sheet = policy::read_sheet_text(file_, text_at(commit));
  if (!sheet) return place->second;
  for (const policy::TextEntry& entry : sheet->entries)
    place->second.emplace(policy::compared_key(entry.key), entry.value);
  return place->second;
}

std::optional<git::ObjectId> EntryHistory::blob_at(const git::ObjectId& commit) {
  const auto [place, is_new] = blobs_.try_emplace(commit);
  if (!is_new) return place->second;
  const auto found = objects_.find_path(objects_.read_commit(commit).tree, "policy/" + file_);
  if (found && !found->first.is_tree()) place->second = found->first.id();
  return place->second;
}

}  // namespace crmtrack::ledger
