#include "query/date_span.hpp"

#include <charconv>

#include "query/values.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::query {
namespace {

using std::chrono::local_days;
using std::chrono::year_month_day;

std::optional<int> digits(std::string_view text, std::size_t count) {
  if (text.size() != count || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

year_month_day shift(year_month_day date, int days) {
  return year_month_day{local_days{date} + std::chrono::days{days}};
}

Span days_span(year_month_day first, year_month_day after_last, const util::Zone& zone) {
  return {zone.start_of(first), zone.start_of(after_last)};
}

std::optional<Span> relative_day(std::string_view text, const Moment& moment) {
  std::optional<int> back;
  if (text == "today") back = 0;
  if (text == "yesterday") back = 1;
  if (text == "tomorrow") back = -1;
  if (text.starts_with('-')) back = parse_days(text.substr(1), true);
  if (!back) return std::nullopt;
  return span_of_age(*back, moment);
}

/// `2026`, `2026-11` or `2026-q3`: the first month and how many.
std::optional<Span> months(std::string_view text, const util::Zone& zone) {
  const auto year = digits(text.substr(0, 4), 4);
  if (!year) return std::nullopt;
  int month = 1;
  int count = 12;
  if (text.size() == 7 && text[4] == '-' && text[5] == 'q') {
    if (text[6] < '1' || text[6] > '4') return std::nullopt;
    month = (text[6] - '1') * 3 + 1;
    count = 3;
  } else if (text.size() == 7 && text[4] == '-') {
    const auto named = digits(text.substr(5), 2);
    if (!named || *named < 1 || *named > 12) return std::nullopt;
    month = *named;
    count = 1;
  } else if (text.size() != 4) {
    return std::nullopt;
  }
  const year_month_day first{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(month)},
                             std::chrono::day{1}};
  return days_span(first, first + std::chrono::months{count}, zone);
}

/// Reads a time with the parts that follow its minutes: nothing, seconds, an offset.
std::optional<util::Instant> instant_of(std::string_view text, bool has_seconds, bool has_offset,
                                        const util::Zone& zone) {
  std::string whole{text};
  whole[10] = 'T';
  if (whole.back() == 'z') whole.back() = 'Z';
  if (!has_seconds) whole.insert(16, ":00");
  if (!has_offset) whole += 'Z';
  const auto parsed = util::parse_rfc3339(whole);
  if (!parsed) return std::nullopt;
  if (has_offset) return parsed->utc;
  return zone.to_instant(std::chrono::local_seconds{parsed->utc.time_since_epoch()});
}

/// `2026-11-21T09:12`, with `:SS` and an offset or without.
std::optional<Span> time_of_day(std::string_view text, const util::Zone& zone) {
  if (text.size() < 16 || (text[10] != 't' && text[10] != ' ') || text[13] != ':') return std::nullopt;
  const bool has_seconds = text.size() > 16 && text[16] == ':';
  const bool has_offset = text.find_first_of("z+-", 16) != std::string_view::npos;
  const auto from = instant_of(text, has_seconds, has_offset, zone);
  if (!from) return std::nullopt;
  return Span{*from, *from + (has_seconds ? std::chrono::seconds{1} : std::chrono::minutes{1})};
}

}  // namespace

Span span_of_age(int days, const Moment& moment) {
  const auto date = shift(moment.zone.date_of(moment.now), -days);
  return days_span(date, shift(date, 1), moment.zone);
}

std::optional<Span> parse_span(std::string_view text, const Moment& moment) {
  const auto lower = util::to_lower_ascii(util::trim(text));
  if (const auto day = relative_day(lower, moment)) return day;
  if (const auto date = util::parse_date(lower)) return days_span(*date, shift(*date, 1), moment.zone);
  if (const auto time = time_of_day(lower, moment.zone)) return time;
  if (lower.size() < 4) return std::nullopt;
  return months(lower, moment.zone);
}

}  // namespace crmtrack::query
