#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/index.hpp"
#include "record/path.hpp"
#include "util/time.hpp"

/// The notifications of rules, and their deliveries. Of several notifications with one key the one with the smallest id
/// counts, and of a struck one nothing.
namespace crmtrack::index {

/// A notification, with the newest delivery of it.
struct Notice {
  record::StoryRef story;
  std::string id;
  std::string key, rule, event, about, promise, to, role, outcome, detail, digest;
  std::optional<util::Instant> due, send_after;
  util::Instant at{};
  int depth = 0;
  std::string delivery;  ///< its outcome; empty where there is none yet
  std::string delivery_detail;
  std::string in_story;  ///< of `digested`
  int attempt = 0;
  std::optional<util::Instant> delivered_at;

  /// Still to be sent, now or later.
  [[nodiscard]] bool waits() const { return outcome == "queued" && (delivery.empty() || delivery == "retry"); }
};

/// Those made at or after a time, in order of time and id.
std::vector<Notice> notices_since(const Index& index, util::Instant since);
/// Those in a story.
std::vector<Notice> notices_of(const Index& index, const record::StoryRef& story);
/// How many still wait that were due to be sent before a time.
std::size_t count_waiting(const Index& index, util::Instant since, util::Instant before);
/// How many will not be asked to be sent again, since a time.
std::size_t count_failed(const Index& index, util::Instant since);

}  // namespace crmtrack::index
