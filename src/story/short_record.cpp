#include "story/short_record.hpp"

#include <algorithm>

#include "util/id.hpp"

namespace crmtrack::story {

namespace {

constexpr std::size_t kShortestPrefix = 4;

}  // namespace

std::string short_record(const std::vector<Entry>& entries, std::string_view record_id) {
  const std::string_view tail = util::record_tail(record_id);
  std::size_t length = kShortestPrefix;
  for (const Entry& entry : entries) {
    if (entry.record.id == record_id) continue;
    const std::string_view other = util::record_tail(entry.record.id);
    std::size_t shared = 0;
    while (shared < tail.size() && shared < other.size() && tail[shared] == other[shared]) ++shared;
    length = std::max(length, shared + 1);
  }
  return std::string(tail.substr(0, std::min(length, tail.size())));
}

}  // namespace crmtrack::story
