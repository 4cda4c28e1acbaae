#include "index/judge/firstcomers.hpp"

#include <algorithm>
#include <tuple>

#include "ledger/read/read.hpp"
#include "story/followers.hpp"
#include "story/words.hpp"

namespace crmtrack::index {

namespace {

/// Two or three there may be, where clones imported the same. Of more, the latest by their own word come last.
constexpr std::size_t kMostCompared = 16;

}  // namespace

bool Firstcomers::settle(std::vector<story::Entry>& entries) {
  // Nearly every story has one complaint record and no keys, or a few: nothing is copied to see that.
  Named named;
  story::Entry* last = nullptr;
  for (story::Entry& entry : entries) {
    if (!entry.moved_from.empty() || !entry.fault.empty()) continue;
    if (entry.record.kind == record::Kind::complaint)
      named.emplace_back(Share::place, "", &entry);
    else if (const std::string_view key = story::word(entry.record.body, "key"); !key.empty())
      named.emplace_back(Share::key, key, &entry);
    if (last != nullptr && last->record.id == entry.record.id)
      for (story::Entry* one : {last, &entry}) named.emplace_back(Share::id, one->record.id, one);
    last = &entry;
  }
  return named.size() > 1 && settle_named(entries, named);
}

bool Firstcomers::settle_named(const std::vector<story::Entry>& entries, Named& named) {
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  const auto shares = [](const auto& one, const auto& other) {
    return std::get<0>(one) == std::get<0>(other) && std::get<1>(one) == std::get<1>(other);
  };
  std::map<story::Entry*, int> before;
  for (auto first = named.begin(); first != named.end();) {
    Rivals rivals;
    const auto group = first;
    for (; first != named.end() && shares(*group, *first); ++first) rivals.push_back(std::get<2>(*first));
    if (rivals.size() > 1) count_before(entries, rivals, before);
  }
  bool changed = false;
  for (const auto& [entry, count] : before) {
    changed = changed || entry->provenance.came_after != count;
    entry->provenance.came_after = count;
  }
  return changed;
}

void Firstcomers::count_before(const std::vector<story::Entry>& entries, Rivals& rivals,
                               std::map<story::Entry*, int>& before) {
  std::sort(rivals.begin(), rivals.end(), [](const story::Entry* a, const story::Entry* b) {
    return std::tie(a->provenance.recorded_at, a->record.id, a->record.kind) <
           std::tie(b->provenance.recorded_at, b->record.id, b->record.kind);
  });
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    int& count = before[rivals[i]];
    if (i >= kMostCompared) count += static_cast<int>(kMostCompared);
    for (std::size_t j = 0; i < kMostCompared && j < std::min(rivals.size(), kMostCompared); ++j)
      count += i != j && goes_before(entries, *rivals[j], *rivals[i]) ? 1 : 0;
  }
}

bool Firstcomers::goes_before(const std::vector<story::Entry>& entries, const story::Entry& one,
                              const story::Entry& other) {
  if (is_before(one.provenance.commit, other.provenance.commit)) return true;
  const bool is_complaint = one.record.kind == record::Kind::complaint && other.record.kind == record::Kind::complaint;
  return is_complaint && !is_before(other.provenance.commit, one.provenance.commit) &&
         story::is_followed_more(entries, one, other);
}

bool Firstcomers::is_before(const std::string& older, const std::string& newer) {
  if (older == newer) return false;
  const auto [known, added] = known_.try_emplace({older, newer}, false);
  if (added) known->second = ledger::is_ancestor(ledger_, older, newer);
  return known->second;
}

}  // namespace crmtrack::index
