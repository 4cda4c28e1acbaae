#include "calendar/hours.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "util/text/safe.hpp"

namespace crmtrack::calendar {

namespace {

using std::chrono::seconds;

/// `09:30` as 34,200 seconds; nullopt for anything but two digits, a colon and two digits.
std::optional<seconds> parse_clock(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 3U, 4U})
    if (!is_digit(text[i])) return std::nullopt;
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour > 24 || (hour == 24 && minute > 0)) return std::nullopt;
  return seconds(hour * 3600 + minute * 60);
}

std::string format_clock(seconds time) {
  const auto count = time.count();
  const std::string text = fmt::format("{:02}:{:02}", count / 3600, count / 60 % 60);
  return count % 60 == 0 ? text : fmt::format("{}:{:02}", text, count % 60);
}

}  // namespace

seconds end_of(const Hours& hours) { return hours.to > hours.from ? hours.to : hours.to + kDay; }

tl::expected<Hours, std::string> parse_hours(std::string_view text) {
  const auto dash = text.find('-');
  const auto from = parse_clock(text.substr(0, dash));
  const auto to = dash == std::string_view::npos ? std::nullopt : parse_clock(text.substr(dash + 1));
  if (!from || !to || *from == kDay)
    return tl::unexpected(
        fmt::format("'{}' is no interval of the day: write it as 09:00-17:30", util::visible_line(text.substr(0, 40))));
  return Hours{*from, *to};
}

std::string format_hours(const Hours& hours) { return format_clock(hours.from) + "-" + format_clock(hours.to); }

std::vector<WallSpan> merge_hours(const std::vector<Hours>& hours) {
  std::vector<WallSpan> spans;
  spans.reserve(hours.size());
  for (const Hours& one : hours) spans.push_back({one.from, end_of(one)});
  std::sort(spans.begin(), spans.end(), [](const WallSpan& a, const WallSpan& b) { return a.from < b.from; });
  std::vector<WallSpan> merged;
  for (const WallSpan& span : spans)
    if (!merged.empty() && span.from <= merged.back().to)
      merged.back().to = std::max(merged.back().to, span.to);
    else
      merged.push_back(span);
  return merged;
}

}  // namespace crmtrack::calendar
