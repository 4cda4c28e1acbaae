#include "ledger/main/history.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>

#include "ledger/read/contents.hpp"

namespace crmtrack::ledger {

bool MainHistory::has(const std::string& commit) { return find(commit).has_value(); }

bool MainHistory::contains(const std::string& newer, const std::string& older) {
  const auto from = find(newer);
  const auto to = find(older);
  return from && to && reaches(*from, *to);
}

std::vector<std::string> MainHistory::common(const std::string& one, const std::string& other) {
  std::vector<std::string> found;
  const auto from = find(one);
  const auto other_number = find(other);
  if (!from || !other_number) return found;
  const std::vector<bool> shared = history_of(*other_number);
  std::vector<bool> seen(nodes_.size());
  std::vector<std::size_t> waiting{*from};
  while (!waiting.empty()) {
    const std::size_t at = waiting.back();
    waiting.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    if (shared[at])
      found.push_back(nodes_[at].id);
    else
      waiting.insert(waiting.end(), nodes_[at].parents.begin(), nodes_[at].parents.end());
  }
  return found;
}

bool MainHistory::are_strangers(const std::string& one, const std::string& other) {
  const auto a = find(one), b = find(other);
  if (!a || !b) return true;
  if (nodes_[*a].roots == nodes_[*b].roots) return false;
  std::vector<std::size_t> shared;
  std::ranges::set_intersection(root_sets_[nodes_[*a].roots], root_sets_[nodes_[*b].roots], std::back_inserter(shared));
  return shared.empty();
}

std::string MainHistory::newer_than(const std::string& commit, util::Instant before) {
  const auto number = find(commit);
  if (!number) return {};
  if (heads_.empty()) follow_line();
  // Of a million records nearly all go by what was main's head when they were written.
  const auto place = head_places_.find(*number);
  if (place != head_places_.end() && (place->second == 0 || nodes_[heads_[place->second - 1]].time >= before))
    return {};
  const auto in_force = std::ranges::find_if(heads_, [&](std::size_t head) { return nodes_[head].time < before; });
  if (in_force == heads_.end() || reaches(*number, *in_force)) return {};
  return nodes_[*in_force].id;
}

const std::vector<std::string>& MainHistory::line() {
  if (heads_.empty()) follow_line();
  if (line_.empty()) {
    for (const std::size_t head : heads_) line_.push_back(nodes_[head].id);
    std::reverse(line_.begin(), line_.end());
  }
  return line_;
}

std::size_t MainHistory::taken_at(const std::string& commit) {
  const std::size_t count = line().size();
  if (taken_at_.empty()) {
    taken_at_.assign(nodes_.size(), count);
    for (std::size_t place = 0; place < count; ++place) {
      std::vector<std::size_t> waiting{heads_[count - 1 - place]};
      while (!waiting.empty()) {
        const std::size_t at = waiting.back();
        waiting.pop_back();
        if (taken_at_[at] != count) continue;
        taken_at_[at] = place;
        waiting.insert(waiting.end(), nodes_[at].parents.begin(), nodes_[at].parents.end());
      }
    }
  }
  return taken_at_.at(find(commit).value());
}

std::optional<std::size_t> MainHistory::find(const std::string& commit) {
  if (!read_) read();
  const auto found = numbers_.find(commit);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

void MainHistory::read() {
  read_ = true;
  std::vector<Commit> found;
  if (!head_.empty()) read_graph(head_, found);
  order(std::move(found));
}

/// All commits, children before their parents unless a history forks.
void MainHistory::read_graph(const std::string& from, std::vector<Commit>& found) const {
  std::unordered_set<std::string> seen;
  std::vector<std::string> waiting{from};
  while (!waiting.empty()) {
    std::string id = std::move(waiting.back());
    waiting.pop_back();
    // Main may have been rewritten since an index was made of it, and what it was be gone.
    if (!seen.insert(id).second || !is_commit(repository_, id)) continue;
    found.push_back(read_commit(repository_, id));
    for (const std::string& parent : found.back().parents) waiting.push_back(parent);
  }
}

/// Numbers them, parents first, and tells the chains of first parents apart.
void MainHistory::order(std::vector<Commit> found) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < found.size(); ++i) places.emplace(found[i].id, i);
  std::vector<std::size_t> waiting;
  if (!found.empty()) waiting.push_back(0);
  std::size_t lines = 0;
  while (!waiting.empty()) {
    const Commit& commit = found[waiting.back()];
    const auto is_missing = [&](const std::string& parent) {
      return places.contains(parent) && !numbers_.contains(parent);
    };
    const auto missing = std::ranges::find_if(commit.parents, is_missing);
    if (missing != commit.parents.end()) {
      waiting.push_back(places.at(*missing));
      continue;
    }
    waiting.pop_back();
    if (numbers_.contains(commit.id)) continue;
    Node node{commit.id, commit.committer.time, {}, lines, 0, 0, 0};
    for (const std::string& parent : commit.parents) {
      const auto number = numbers_.find(parent);
      if (number == numbers_.end()) continue;
      node.parents.push_back(number->second);
      node.depth = std::max(node.depth, nodes_[number->second].depth + 1);
    }
    const bool goes_on = !node.parents.empty() && node.parents.front() + 1 == nodes_.size();
    node.line = goes_on ? nodes_.back().line : ++lines;
    node.place = goes_on ? nodes_.back().place + 1 : 0;
    node.roots = roots_of(node, nodes_.size());
    numbers_.emplace(commit.id, nodes_.size());
    nodes_.push_back(std::move(node));
  }
}

void MainHistory::follow_line() {
  auto at = find(head_);
  while (at) {
    head_places_.emplace(*at, heads_.size());
    heads_.push_back(*at);
    const Node& node = nodes_[*at];
    at = node.parents.empty() ? std::nullopt : std::optional(node.parents[find_main_side(node)]);
  }
}

std::size_t MainHistory::find_main_side(const Node& merge) const {
  if (!chooser_ || merge.parents.size() < 2) return 0;
  std::vector<std::string> parents;
  for (const std::size_t parent : merge.parents) parents.push_back(nodes_[parent].id);
  return chooser_(merge.id, parents);
}

/// The first commits that a node descends from. Nearly all nodes share one set: each root is kept once for all.
std::size_t MainHistory::roots_of(const Node& node, std::size_t number) {
  std::set<std::size_t> sets;
  for (const std::size_t parent : node.parents) sets.insert(nodes_[parent].roots);
  if (sets.size() == 1) return *sets.begin();
  std::set<std::size_t> roots;
  for (const std::size_t each : sets) roots.insert(root_sets_[each].begin(), root_sets_[each].end());
  if (node.parents.empty()) roots.insert(number);
  std::vector<std::size_t> sorted(roots.begin(), roots.end());
  const auto [place, is_new] = root_set_places_.try_emplace(sorted, root_sets_.size());
  if (is_new) root_sets_.push_back(std::move(sorted));
  return place->second;
}

/// Most answers are near. Where histories cross, the way to one that is not may lead through all of main: then all that
/// descend from `older` are noted at once, for those who ask next.
bool MainHistory::reaches(std::size_t newer, std::size_t older) {
  constexpr std::size_t kNear = 64;
  std::vector<std::size_t> waiting{newer};
  std::unordered_set<std::size_t> seen;
  while (!waiting.empty()) {
    const std::size_t at = waiting.back();
    waiting.pop_back();
    const Node& node = nodes_[at];
    if (node.line == nodes_[older].line && node.place >= nodes_[older].place) return true;
    if (node.depth <= nodes_[older].depth || !seen.insert(at).second) continue;
    if (seen.size() > kNear) return descendants_of(older)[newer];
    waiting.insert(waiting.end(), node.parents.begin(), node.parents.end());
  }
  return false;
}

const std::vector<bool>& MainHistory::descendants_of(std::size_t node) {
  constexpr std::size_t kMostKept = 512;  // 8 MB of a main of 131,072 commits
  if (const auto known = descendants_.find(node); known != descendants_.end()) return known->second;
  if (descendants_.size() >= kMostKept) descendants_.clear();
  std::vector<bool> found(nodes_.size());
  found[node] = true;
  for (std::size_t i = node + 1; i < nodes_.size(); ++i)
    found[i] = std::ranges::any_of(nodes_[i].parents, [&](std::size_t parent) { return found[parent]; });
  return descendants_.emplace(node, std::move(found)).first->second;
}

std::vector<bool> MainHistory::history_of(std::size_t node) const {
  std::vector<bool> known(nodes_.size());
  known[node] = true;
  for (std::size_t i = node + 1; i-- > 0;) {
    if (!known[i]) continue;
    for (const std::size_t parent : nodes_[i].parents) known[parent] = true;
  }
  return known;
}

}  // namespace crmtrack::ledger
