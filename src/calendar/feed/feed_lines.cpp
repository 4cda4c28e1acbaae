#include "calendar/feed/feed_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace crmtrack::calendar {

namespace {

/// The properties that say when and whether; all others stay outside of libical.
constexpr std::array<std::string_view, 12> kKept{"DTSTART", "DTEND",  "DURATION",      "RRULE",
                                                 "RDATE",   "EXDATE", "EXRULE",        "STATUS",
                                                 "SUMMARY", "UID",    "RECURRENCE-ID", "DESCRIPTION"};
constexpr std::size_t kDeepest = 8;
constexpr std::size_t kMostProperties = 2000;  // of one event

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

/// Walks the lines of a text, with the lines that continue one joined to it.
class Unfolder {
 public:
  explicit Unfolder(std::string_view text) : rest_(text) {}

  /// The next line; false at the end and behind a fault.
  bool next(FeedProperty& property) {
    if (fault_ || rest_.empty()) return false;
    property = {number_ + 1, {}, std::string(take_line())};
    while (!fault_ && !rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) {
      property.text += take_line().substr(1);
      if (property.text.size() > kLongestFeedLine) refuse();
    }
    return !fault_;
  }

  [[nodiscard]] const std::optional<FeedFault>& fault() const { return fault_; }

 private:
  std::string_view take_line() {
    ++number_;
    const auto end = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() > kLongestFeedLine) {
      refuse();
      line = line.substr(0, 1);
    }
    return line;
  }

  void refuse() { fault_ = FeedFault{number_, fmt::format("the line is longer than {} KiB", kLongestFeedLine >> 10)}; }

  std::string_view rest_;
  std::size_t number_ = 0;
  std::optional<FeedFault> fault_;
};

/// Collects the events while lines come by.
class Splitter {
 public:
  std::optional<FeedFault> take(FeedProperty property) {
    property.name = upper(std::string_view(property.text).substr(0, property.text.find_first_of(":;")));
    if (property.name == "BEGIN") return begin(property);
    if (property.name == "END") return end(property);
    const bool is_of_calendar = open_.size() == 1 && open_[0] == "VCALENDAR";
    if (is_of_calendar && property.name == "METHOD" && upper(property.value()) == "CANCEL") feed_.is_cancelled = true;
    const bool is_of_event = open_.size() == 2 && open_[1] == "VEVENT";
    if (!is_of_event || std::find(kKept.begin(), kKept.end(), property.name) == kKept.end()) return std::nullopt;
    RawEvent& event = feed_.events.back();
    if (event.properties.size() == kMostProperties)
      return FeedFault{property.line, fmt::format("the event has more than {} dates and rules", kMostProperties)};
    event.properties.push_back(std::move(property));
    return std::nullopt;
  }

  [[nodiscard]] std::optional<FeedFault> fault_at_end() const {
    if (!saw_calendar_) return FeedFault{1, "the file is no iCalendar file: it does not begin with BEGIN:VCALENDAR"};
    if (!open_.empty()) return FeedFault{0, fmt::format("the file is cut off: END:{} is missing", open_.back())};
    return std::nullopt;
  }

  RawFeed feed() && { return std::move(feed_); }

 private:
  std::optional<FeedFault> begin(const FeedProperty& property) {
    const std::string part = upper(property.value());
    if (open_.empty() && part != "VCALENDAR")
      return FeedFault{property.line, "the file is no iCalendar file: it does not begin with BEGIN:VCALENDAR"};
    if (open_.size() == kDeepest) return FeedFault{property.line, "the parts of the file are nested too deeply"};
    saw_calendar_ = true;
    open_.push_back(part.substr(0, 40));
    if (open_.size() != 2 || part != "VEVENT") return std::nullopt;
    if (feed_.events.size() == kMostFeedEvents)
      return FeedFault{property.line, fmt::format("the file has more than {} events", kMostFeedEvents)};
    feed_.events.push_back({property.line, {}});
    return std::nullopt;
  }

  std::optional<FeedFault> end(const FeedProperty& property) {
    if (open_.empty() || open_.back() != upper(property.value()))
      return FeedFault{property.line, "a part of the file ends that did not begin"};
    open_.pop_back();
    return std::nullopt;
  }

  RawFeed feed_;
  std::vector<std::string> open_;
  bool saw_calendar_ = false;
};

}  // namespace

std::string_view FeedProperty::value() const {
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') is_quoted = !is_quoted;
    if (text[i] == ':' && !is_quoted) return std::string_view(text).substr(i + 1);
  }
  return {};
}

tl::expected<RawFeed, FeedFault> split_feed(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (text.size() > kLargestFeed)
    return tl::unexpected(FeedFault{0, fmt::format("the file is larger than {} MiB", kLargestFeed >> 20)});
  if (text.find('\0') != std::string_view::npos)
    return tl::unexpected(FeedFault{0, "the file is no text: it has bytes of 0"});
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Unfolder lines(text);
  Splitter splitter;
  for (FeedProperty property; lines.next(property);) {
    if (property.text.empty()) continue;
    if (auto fault = splitter.take(std::move(property))) return tl::unexpected(std::move(*fault));
  }
  if (lines.fault()) return tl::unexpected(*lines.fault());
  if (auto fault = splitter.fault_at_end()) return tl::unexpected(std::move(*fault));
  return std::move(splitter).feed();
}

}  // namespace crmtrack::calendar
