#include "record/machine_place.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "util/digest.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::record {

namespace {

/// A key is a source, then words of a rule: nobody's has this many parts, or is this long.
constexpr std::size_t kMostParts = 64;
constexpr std::size_t kLongestKey = 4096;

bool is_source_of(std::string_view source, const StoryRef& story) {
  return util::complaint_tail(util::make_complaint_id({}, random_of_source(source))) == util::complaint_tail(story.id);
}

/// Whether a key has the id of the story as one of its parts, or begins with the source that gives a complaint its id.
bool names_story(std::string_view key, const StoryRef& story) {
  if (story.kind == StoryKind::journal) return true;
  if (key.size() > kLongestKey) return false;
  std::size_t begin = 0;
  for (std::size_t parts = 0; parts < kMostParts; ++parts) {
    const std::size_t end = std::min(key.find('/', begin), key.size());
    if (key.substr(begin, end - begin) == story.id) return true;
    if (story.kind == StoryKind::complaint && is_source_of(key.substr(0, end), story)) return true;
    if (end == key.size()) return false;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::string derive_id(util::Millis time, std::string_view key, std::string_view text) {
  std::string content;
  content.reserve(key.size() + 1 + text.size());
  content.append(key).append("\n").append(text);
  return util::derived_record_id(time, content);
}

bool is_derived_id(std::string_view id, std::string_view key, std::string_view text) {
  const auto time = util::time_of_ulid(id);
  return time && !key.empty() && derive_id(*time, key, text) == id;
}

std::array<std::uint8_t, 10> random_of_source(std::string_view source) {
  const auto digest = util::sha256(source);
  std::array<std::uint8_t, 10> random{};
  std::copy_n(digest.begin(), random.size(), random.begin());
  return random;
}

std::string machine_fault(const StoryRef& story, const Record& record, std::string_view text) {
  const std::string source = record.kind == Kind::complaint ? record.text_of("source") : std::string();
  if (!source.empty() && !is_source_of(source, story))
    return fmt::format("its source '{}' is that of another complaint", util::visible_line(source.substr(0, 100)));
  const std::string key = record.text_of("key");
  if (key.empty()) return {};
  if (!is_derived_id(record.id, key, text)) return "a machine's record, but its id is not made of what it says";
  if (!names_story(key, story))
    return fmt::format("a machine's record, but its key '{}' does not name this {}",
                       util::visible_line(key.substr(0, 100)),
                       story.kind == StoryKind::customer ? "customer" : "complaint");
  return {};
}

}  // namespace crmtrack::record
