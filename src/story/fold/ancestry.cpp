#include "story/fold/ancestry.hpp"

#include <algorithm>
#include <string_view>

namespace crmtrack::story {
namespace {

/// A story made to exhaust memory stops being followed here: what lies beyond counts as not known, so that it shows up
/// as contested rather than being hidden.
constexpr std::size_t kMostStored = 4'000'000;

std::pair<int, int> find_range(const std::vector<Entry>& sorted, int end, std::string_view id) {
  if (end > 0 && sorted[static_cast<std::size_t>(end - 1)].record.id < id) return {end, end};
  const auto first = sorted.begin();
  const auto below = [](const Entry& entry, std::string_view wanted) { return entry.record.id < wanted; };
  const auto from = std::lower_bound(first, first + end, id, below);
  auto to = from;
  while (to != first + end && to->record.id == id) ++to;
  return {static_cast<int>(from - first), static_cast<int>(to - first)};
}

}  // namespace

Ancestry::Ancestry(const std::vector<Entry>& sorted) : is_head_(sorted.size()) {
  places_.reserve(sorted.size());
  for (int index = 0; index < static_cast<int>(sorted.size()); ++index) {
    if (follow_last(sorted, index)) continue;
    const Parents parents = parents_of(sorted, index);
    if (take_heads(parents.named, index)) {
      places_.push_back({index, join_chain(parents.named, index), nullptr});
    } else {
      place(parents, index);
      line_ = false;
    }
  }
}

/// The ordinary case, without a search: the record names the one before it, which was the only head.
bool Ancestry::follow_last(const std::vector<Entry>& sorted, int index) {
  if (index == 0 || heads_ != 1 || !is_head_[static_cast<std::size_t>(index - 1)]) return false;
  const record::Record& last = sorted[static_cast<std::size_t>(index - 1)].record;
  const record::Record& record = sorted[static_cast<std::size_t>(index)].record;
  if (record.after.size() != 1 || record.after.front() != last.id || last.id == record.id) return false;
  const int chain = places_.back().chain;
  is_head_[static_cast<std::size_t>(index - 1)] = false;
  is_head_[static_cast<std::size_t>(index)] = true;
  tails_[static_cast<std::size_t>(chain)] = index;
  places_.push_back({index, chain, nullptr});
  return true;
}

bool Ancestry::knows(int later, int earlier) const {
  if (earlier >= later) return false;
  const Place& place = places_[static_cast<std::size_t>(later)];
  if (earlier < place.base) return true;
  const int chain = places_[static_cast<std::size_t>(earlier)].chain;
  if (chain == place.chain) return true;
  if (!place.others) return false;
  const auto found = std::lower_bound(place.others->begin(), place.others->end(), std::pair{chain, 0});
  return found != place.others->end() && found->first == chain && earlier <= found->second;
}

Ancestry::Parents Ancestry::parents_of(const std::vector<Entry>& sorted, int index) {
  Parents parents;
  const Entry& entry = sorted[static_cast<std::size_t>(index)];
  for (const std::string& id : entry.record.after) {
    if (id >= entry.record.id) continue;
    const auto [from, to] = find_range(sorted, index, id);
    if (from == to) parents.base = std::max(parents.base, from);
    for (int parent = from; parent < to; ++parent) parents.named.push_back(parent);
  }
  std::vector<int>& named = parents.named;
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  return parents;
}

/// Whether the record names every head, and so knows all that came before it; it takes the place of those it names.
bool Ancestry::take_heads(const std::vector<int>& parents, int index) {
  for (const int parent : parents) {
    if (!is_head_[static_cast<std::size_t>(parent)]) continue;
    is_head_[static_cast<std::size_t>(parent)] = false;
    --heads_;
  }
  const bool all = heads_ == 0;
  is_head_[static_cast<std::size_t>(index)] = true;
  ++heads_;
  return all;
}

void Ancestry::place(const Parents& parents, int index) {
  Place place{parents.base, 0, nullptr};
  for (const int parent : parents.named)
    place.base = std::max(place.base, places_[static_cast<std::size_t>(parent)].base);
  place.chain = join_chain(parents.named, index);
  place.others = gather(parents.named, place);
  places_.push_back(std::move(place));
}

std::shared_ptr<const Ancestry::Known> Ancestry::gather(const std::vector<int>& parents, const Place& place) {
  if (parents.size() == 1) {
    const Place& parent = places_[static_cast<std::size_t>(parents.front())];
    if (parent.chain == place.chain) return parent.others;
  }
  if (stored_ > kMostStored) return nullptr;
  Known known;
  for (const int parent : parents) {
    const Place& its = places_[static_cast<std::size_t>(parent)];
    known.emplace_back(its.chain, parent);
    if (its.others) known.insert(known.end(), its.others->begin(), its.others->end());
  }
  std::sort(
      known.begin(), known.end(),
      [](auto a, auto b) { return a.first != b.first ? a.first < b.first : a.second > b.second; });
  known.erase(std::unique(
                  known.begin(), known.end(), [](auto a, auto b) { return a.first == b.first; }),
              known.end());
  std::erase_if(known, [&](auto pair) { return pair.second < place.base || pair.first == place.chain; });
  if (known.empty()) return nullptr;
  stored_ += known.size();
  return std::make_shared<const Known>(std::move(known));
}

/// The chain of the first named record that still ends one, else a new chain.
int Ancestry::join_chain(const std::vector<int>& parents, int index) {
  for (const int parent : parents) {
    const int chain = places_[static_cast<std::size_t>(parent)].chain;
    if (tails_[static_cast<std::size_t>(chain)] != parent) continue;
    tails_[static_cast<std::size_t>(chain)] = index;
    return chain;
  }
  tails_.push_back(index);
  return static_cast<int>(tails_.size()) - 1;
}

}  // namespace crmtrack::story
