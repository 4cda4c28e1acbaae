#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace crmtrack::calendar {

/// Bounds of a feed. Real ones have a few hundred events in some hundred kilobytes.
inline constexpr std::size_t kLargestFeed = std::size_t{4} << 20;
inline constexpr std::size_t kLongestFeedLine = std::size_t{64} << 10;
inline constexpr std::size_t kMostFeedEvents = 20000;

/// Why a feed as a whole is refused.
struct FeedFault {
  std::size_t line = 0;  ///< counted from 1; 0 where it is the whole file
  std::string message;
};

/// A property of an event, unfolded: `DTSTART;VALUE=DATE:20261225`.
struct FeedProperty {
  std::size_t line = 0;
  std::string name;  ///< upper case
  std::string text;  ///< the whole of it
  [[nodiscard]] std::string_view value() const;
};

/// A VEVENT as its lines, without the parts that say nothing of dates (alarms, attachments).
struct RawEvent {
  std::size_t line = 0;  ///< of its BEGIN
  std::vector<FeedProperty> properties;
};

struct RawFeed {
  std::vector<RawEvent> events;
  bool is_cancelled = false;  ///< METHOD:CANCEL: the file takes its events back
};

/// Splits a feed into its events, before a library has seen any of it. Refuses what is none: no VCALENDAR, bytes of 0,
/// lines over 64 KiB (folded or not), too large a file, too many events, parts that do not end where they should.
tl::expected<RawFeed, FeedFault> split_feed(std::string_view text);

}  // namespace crmtrack::calendar
