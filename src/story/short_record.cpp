#include "story/short_record.hpp"

#include <algorithm>

#include "util/id.hpp"
#include "util/text/number_like.hpp"

namespace crmtrack::story {

std::string shortened(std::string_view record_id, std::size_t least) {
  const std::string_view tail = util::record_tail(record_id);
  if (tail.size() <= least) return std::string(tail);
  const std::size_t length = util::plain_length(tail, least);
  return std::string(length == 0 ? record_id : tail.substr(0, length));
}

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
  return shortened(record_id, length);
}

}  // namespace crmtrack::story
