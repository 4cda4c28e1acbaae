#include "query/date_span.hpp"

#include <algorithm>
#include <charconv>

#include "query/calendar_unit.hpp"
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

Span unit_span(year_month_day first, Unit unit, const util::Zone& zone) {
  return days_span(first, step_units(first, unit, 1), zone);
}

/// `this-week`, `last-quarter`, `last-half`.
std::optional<Span> named_unit(std::string_view text, const Moment& moment) {
  const bool is_last = text.starts_with("last-");
  if (!is_last && !text.starts_with("this-")) return std::nullopt;
  const auto unit = parse_unit(text.substr(5));
  if (!unit || *unit == Unit::day) return std::nullopt;  // a day is `today`
  const auto first = start_of_unit(moment.zone.date_of(moment.now), *unit);
  return unit_span(is_last ? step_units(first, *unit, -1) : first, *unit, moment.zone);
}

std::optional<Span> relative_day(std::string_view text, const Moment& moment) {
  if (text == "today") return span_of_age(0, moment);
  if (text == "yesterday") return span_of_age(1, moment);
  if (text == "tomorrow") return span_of_age(-1, moment);
  return std::nullopt;
}

/// `-7d`, `-2w`: so many days.
std::optional<int> days_back(std::string_view text) {
  return text.starts_with('-') ? parse_days(text.substr(1), true) : std::nullopt;
}

/// The last days, today included; of `-0d` today.
Span last_days(int count, const Moment& moment) {
  return {span_of_age(std::max(count - 1, 0), moment).from, span_of_age(0, moment).until};
}

/// `2026-w45`: the week from Monday to Sunday that has that number by ISO 8601.
std::optional<Span> iso_week(std::string_view text, const util::Zone& zone) {
  if (text.size() != 8 || text.substr(4, 2) != "-w") return std::nullopt;
  const auto year = digits(text.substr(0, 4), 4);
  const auto week = digits(text.substr(6), 2);
  if (!year || !week || *week < 1) return std::nullopt;
  const auto first_week = [](int of) {
    return start_of_unit(std::chrono::year{of} / std::chrono::January / std::chrono::day{4}, Unit::week);
  };
  const auto first = step_units(first_week(*year), Unit::week, *week - 1);
  if (local_days{first} >= local_days{first_week(*year + 1)}) return std::nullopt;  // a week 53 that the year lacks
  return unit_span(first, Unit::week, zone);
}

/// `2026`, `2026-11`, `2026-q3` or `2026-h1`: the first month and how many.
std::optional<Span> months(std::string_view text, const util::Zone& zone) {
  const auto year = digits(text.substr(0, 4), 4);
  if (!year) return std::nullopt;
  int month = 1;
  int count = 12;
  if (text.size() == 7 && text[4] == '-' && text[5] == 'q') {
    if (text[6] < '1' || text[6] > '4') return std::nullopt;
    month = (text[6] - '1') * 3 + 1;
    count = 3;
  } else if (text.size() == 7 && text[4] == '-' && text[5] == 'h') {
    if (text[6] != '1' && text[6] != '2') return std::nullopt;
    month = text[6] == '1' ? 1 : 7;
    count = 6;
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

std::optional<Span> one_span(const std::string& lower, const Moment& moment) {
  if (const auto day = relative_day(lower, moment)) return day;
  if (const auto unit = named_unit(lower, moment)) return unit;
  if (const auto date = util::parse_date(lower)) return days_span(*date, shift(*date, 1), moment.zone);
  if (const auto time = time_of_day(lower, moment.zone)) return time;
  if (const auto week = iso_week(lower, moment.zone)) return week;
  if (lower.size() < 4) return std::nullopt;
  return months(lower, moment.zone);
}

/// Both included. An end before the beginning spans nothing.
std::optional<Span> from_one_to_another(const std::string& first, const std::string& last, const Moment& moment) {
  const auto begin = days_back(first) ? span_of_age(*days_back(first), moment) : one_span(first, moment);
  const auto end = days_back(last) ? span_of_age(*days_back(last), moment) : one_span(last, moment);
  if (!begin || !end) return std::nullopt;
  return Span{begin->from, end->until};
}

}  // namespace

Span span_of_age(int days, const Moment& moment) {
  const auto date = shift(moment.zone.date_of(moment.now), -days);
  return days_span(date, shift(date, 1), moment.zone);
}

std::optional<Span> parse_span(std::string_view text, const Moment& moment) {
  const auto lower = util::to_lower_ascii(util::trim(text));
  if (const auto dots = lower.find(".."); dots != std::string::npos)
    return from_one_to_another(lower.substr(0, dots), lower.substr(dots + 2), moment);
  if (const auto count = days_back(lower)) return last_days(*count, moment);
  return one_span(lower, moment);
}

std::optional<Span> parse_bound(std::string_view text, const Moment& moment) {
  const auto lower = util::to_lower_ascii(util::trim(text));
  if (const auto count = days_back(lower)) return span_of_age(*count, moment);
  return parse_span(lower, moment);
}

Span span_before(std::string_view text, const Span& span, const Moment& moment) {
  const auto first = moment.zone.date_of(span.from);
  const auto lower = util::to_lower_ascii(util::trim(text));
  if (lower.find("..") == std::string::npos && !days_back(lower)) {
    for (const Unit unit : {Unit::year, Unit::half, Unit::quarter, Unit::month, Unit::week})
      if (start_of_unit(first, unit) == first && moment.zone.start_of(step_units(first, unit, 1)) == span.until)
        return {moment.zone.start_of(step_units(first, unit, -1)), span.from};
  }
  const auto days = local_days{moment.zone.date_of(span.until)} - local_days{first};
  if (days.count() == 0) return {span.from - (span.until - span.from), span.from};
  return {moment.zone.start_of(shift(first, -static_cast<int>(days.count()))), span.from};
}

}  // namespace crmtrack::query
