#include "story/same_id.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "util/text/case.hpp"

namespace crmtrack::story {

namespace {

bool stands_before_namesake(const Entry& one, const Entry& other) {
  const auto rank = [](const Entry& entry) {
    const Provenance& provenance = entry.provenance;
    const bool is_other = util::fold_case(provenance.author) != util::fold_case(entry.record.by);
    return std::make_tuple(std::string_view(entry.moved_from), !entry.fault.empty(), provenance.came_after,
                           !provenance.refused.empty(), provenance.unfounded, is_other, provenance.recorded_at,
                           std::string_view(provenance.commit), entry.record.kind.name());
  };
  return rank(one) < rank(other);
}

}  // namespace

void mark_seconds(std::vector<Entry>& sorted) {
  for (auto first = sorted.begin(); first != sorted.end();) {
    auto last = std::next(first);
    while (last != sorted.end() && last->record.id == first->record.id) ++last;
    if (last - first > 1) {
      const auto stands = std::min_element(first, last, stands_before_namesake);
      for (auto entry = first; entry != last; ++entry) entry->second = entry != stands;
    }
    first = last;
  }
}

const Entry* find_entry(const std::vector<Entry>& sorted, std::string_view id, std::string_view from) {
  const auto same =
      std::ranges::equal_range(sorted, id, {}, [](const Entry& entry) -> std::string_view { return entry.record.id; });
  const Entry* found = nullptr;
  for (const Entry& entry : same) {
    if (!from.empty() && entry.moved_from == from) return &entry;
    if (!entry.second) found = &entry;
  }
  return found;
}

std::string note_key(const Entry& entry) {
  if (!entry.second) return entry.record.id;
  return fmt::format("{}-{}@{}", entry.record.id, entry.record.kind.name(), entry.moved_from);
}

}  // namespace crmtrack::story
