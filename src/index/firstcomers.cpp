#include "index/firstcomers.hpp"

#include <algorithm>
#include <tuple>

#include "story/followers.hpp"
#include "story/words.hpp"

namespace crmtrack::index {

namespace {

/// Two or three there may be, where clones imported the same. Of more, the latest by their own word come last.
constexpr std::size_t kMostCompared = 16;

/// No key begins so: it would be no text.
constexpr std::string_view kComplaint{"\0complaint", 10};

}  // namespace

bool Firstcomers::settle(std::vector<story::Entry>& entries) {
  // Nearly every story has one complaint record and no keys, or a few: nothing is copied to see that.
  std::vector<std::pair<std::string_view, story::Entry*>> named;
  for (story::Entry& entry : entries) {
    if (!entry.moved_from.empty() || !entry.fault.empty()) continue;
    if (entry.record.kind == "complaint") {
      named.emplace_back(kComplaint, &entry);
    } else if (const std::string_view key = story::word(entry.record.body, "key"); !key.empty()) {
      named.emplace_back(key, &entry);
    }
  }
  if (named.size() < 2) return false;
  std::sort(named.begin(), named.end());
  bool changed = false;
  Rivals rivals;
  for (std::size_t i = 0; i < named.size(); ++i) {
    rivals.push_back(named[i].second);
    if (i + 1 < named.size() && named[i + 1].first == named[i].first) continue;
    if (rivals.size() > 1) changed = settle_rivals(entries, rivals) || changed;
    rivals.clear();
  }
  return changed;
}

bool Firstcomers::settle_rivals(const std::vector<story::Entry>& entries, Rivals& rivals) {
  std::sort(rivals.begin(), rivals.end(), [](const story::Entry* a, const story::Entry* b) {
    return std::tie(a->provenance.recorded_at, a->record.id, a->record.kind) <
           std::tie(b->provenance.recorded_at, b->record.id, b->record.kind);
  });
  bool changed = false;
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    int before = i < kMostCompared ? 0 : static_cast<int>(kMostCompared);
    for (std::size_t j = 0; i < kMostCompared && j < std::min(rivals.size(), kMostCompared); ++j)
      before += i != j && goes_before(entries, *rivals[j], *rivals[i]) ? 1 : 0;
    changed = changed || rivals[i]->provenance.came_after != before;
    rivals[i]->provenance.came_after = before;
  }
  return changed;
}

bool Firstcomers::goes_before(const std::vector<story::Entry>& entries, const story::Entry& one,
                              const story::Entry& other) {
  if (is_before(one.provenance.commit, other.provenance.commit)) return true;
  const bool is_complaint = one.record.kind == "complaint" && other.record.kind == "complaint";
  return is_complaint && !is_before(other.provenance.commit, one.provenance.commit) &&
         story::is_followed_more(entries, one, other);
}

bool Firstcomers::is_before(const std::string& older, const std::string& newer) {
  if (older == newer) return false;
  const auto [known, added] = known_.try_emplace({older, newer}, false);
  if (added) known->second = ledger_.is_ancestor(older, newer);
  return known->second;
}

}  // namespace crmtrack::index
