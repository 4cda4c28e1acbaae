#include "calendar/feed/feed_event.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "calendar/feed/feed_time.hpp"
#include "calendar/feed/ical_api.hpp"
#include "calendar/feed/recurrence.hpp"
#include "util/text/case.hpp"
#include "util/text/safe.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::calendar {

namespace {

using std::chrono::seconds;
using Failed = tl::unexpected<std::string>;

constexpr std::size_t kLongestText = 200;  // characters of a summary

/// A text as one line of a calendar: breaks and control characters are blanks, bytes that are no UTF-8 become U+FFFD.
std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t characters = 0; !text.empty(); ++characters) {
    const util::CodePoint point = util::first_code_point(text);
    text.remove_prefix(point.bytes);
    if (characters == kLongestText) return line + "\xe2\x80\xa6";
    const bool is_blank = point.value >= 0 && (point.value <= ' ' || util::is_treacherous(point.value));
    if (!is_blank)
      util::append_utf8(line, point.value < 0 ? 0xfffd : point.value);
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

/// The text behind the escapes of iCalendar: `\\n` and `\\,`.
std::string unescape(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '\\' && i + 1 < text.size();
    if (is_escape) ++i;
    result += is_escape && (text[i] == 'n' || text[i] == 'N') ? '\n' : text[i];
  }
  return result;
}

/// The text of the first property of a name; empty where there is none.
std::string text_of(const RawEvent& raw, std::string_view name) {
  for (const FeedProperty& property : raw.properties)
    if (property.name == name) return one_line(unescape(property.value()));
  return {};
}

bool is_text(const FeedProperty& property) {
  return property.name == "SUMMARY" || property.name == "DESCRIPTION" || property.name == "UID" ||
         property.name == "STATUS";
}

/// An event for libical: its dates and rules alone. Feeds have statuses and texts that it calls errors.
std::string rebuild(const RawEvent& raw) {
  std::string text = "BEGIN:VEVENT\r\n";
  for (const FeedProperty& property : raw.properties)
    if (!is_text(property)) text += property.text + "\r\n";
  return text + "END:VEVENT\r\n";
}

bool is_cancelled_by(const RawEvent& raw) { return util::to_lower_ascii(text_of(raw, "STATUS")) == "cancelled"; }

/// Why an event is refused before libical reads it; empty where it is not.
std::string fault_of_properties(const RawEvent& raw) {
  std::size_t starts = 0;
  for (const FeedProperty& property : raw.properties) {
    if (property.name == "EXRULE") return "it has an EXRULE, which newer feeds no longer have";
    if (property.name == "RRULE")
      if (std::string fault = fault_of_rule(property.value()); !fault.empty()) return fault;
    if (property.name == "DTSTART") ++starts;
  }
  return starts == 1 ? "" : starts == 0 ? "it has no DTSTART" : "it has more than one DTSTART";
}

/// Reads the dates of one event.
class EventReader {
 public:
  EventReader(icalcomponent* event, YearRange years, const util::Zone& zone, UnfoldBudget& budget)
      : event_(event), years_(years), zone_(zone), budget_(budget) {}

  tl::expected<void, std::string> read(FeedEvent& result) {
    icalproperty* const start = find(ICAL_DTSTART_PROPERTY);
    if (start == nullptr) return Failed("it has no DTSTART");
    start_ = feed_time_of(start, ical().icalproperty_get_dtstart(start));
    result.is_whole_days = start_.written.is_date != 0;
    return read_length(result).and_then([&] { return read_replaced(result); }).and_then([&] {
      return read_starts(result);
    });
  }

 private:
  icalproperty* find(icalproperty_kind kind) { return ical().icalcomponent_get_first_property(event_, kind); }

  template <typename Do>
  void for_each(icalproperty_kind kind, Do&& act) {
    for (icalproperty* one = find(kind); one != nullptr; one = ical().icalcomponent_get_next_property(event_, kind))
      act(one);
  }

  tl::expected<WallTime, std::string> wall(const FeedTime& time) {
    if (!exists(time.written))
      return Failed(fmt::format("its date {:04}-{:02}-{:02} does not exist", time.written.year, time.written.month,
                                time.written.day));
    return to_wall(time, zone_);
  }

  tl::expected<void, std::string> read_length(FeedEvent& result) {
    const auto start = wall(start_);
    if (!start) return Failed(start.error());
    icalproperty* const given = find(ICAL_DTEND_PROPERTY);
    const FeedTime written = given != nullptr ? feed_time_of(given, ical().icalproperty_get_dtend(given))
                                              : FeedTime{ical().icalcomponent_get_dtend(event_), start_.zone};
    const auto end = wall(written);
    if (!end) return Failed(end.error());
    result.length = (end->date + end->time) - (start->date + start->time);
    if (result.length < seconds(0)) return Failed("it ends before it begins");
    if (result.is_whole_days && result.length == seconds(0)) result.length = std::chrono::days(1);
    return {};
  }

  tl::expected<void, std::string> read_replaced(FeedEvent& result) {
    icalproperty* const replaced = find(ICAL_RECURRENCEID_PROPERTY);
    if (replaced == nullptr) return {};
    if (ical().icalproperty_get_first_parameter(replaced, ICAL_RANGE_PARAMETER) != nullptr)
      return Failed("it changes all later days of its series (RANGE)");
    const auto day = wall(feed_time_of(replaced, ical().icalproperty_get_recurrenceid(replaced)));
    if (!day) return Failed(day.error());
    result.replaces = day->date;
    return {};
  }

  tl::expected<void, std::string> read_starts(FeedEvent& result) {
    std::vector<FeedTime> written;
    std::string fault;
    bool has_rule = false;
    for_each(ICAL_RRULE_PROPERTY, [&](icalproperty* property) {
      const icalrecurrencetype rule = ical().icalproperty_get_rrule(property);
      has_rule = true;
      if (rule.until.year != 0 && !exists(rule.until)) fault = "its rule ends on a date that does not exist";
      if (!fault.empty()) return;
      const auto unfolded = unfold(start_, rule, years_, zone_, budget_);
      if (!unfolded) fault = unfolded.error();
      for (const icaltimetype& start : unfolded.value_or(std::vector<icaltimetype>()))
        written.push_back({start, start_.zone});
    });
    if (!has_rule) written.push_back(start_);
    for_each(ICAL_RDATE_PROPERTY, [&](icalproperty* property) {
      const icaldatetimeperiodtype one = ical().icalproperty_get_rdate(property);
      written.push_back(feed_time_of(property, one.time));
      if (one.time.year == 0) fault = "it has a period among its dates (RDATE)";
    });
    if (!fault.empty()) return Failed(fault);
    result.is_recurring = has_rule || written.size() > 1;
    return keep_starts(written, result);
  }

  tl::expected<void, std::string> keep_starts(const std::vector<FeedTime>& written, FeedEvent& result) {
    const auto left_out = read_left_out();
    if (!left_out) return Failed(left_out.error());
    for (const FeedTime& time : written) {
      const auto start = wall(time);
      if (!start) return Failed(start.error());
      if (!left_out->contains(start->date)) result.starts.push_back(*start);
    }
    const auto before = [](const WallTime& a, const WallTime& b) { return a.date + a.time < b.date + b.time; };
    std::sort(result.starts.begin(), result.starts.end(), before);
    result.starts.erase(std::unique(result.starts.begin(), result.starts.end()), result.starts.end());
    return {};
  }

  /// The dates of EXDATE. Feeds name a midnight where the series has dates, so only the local date counts.
  tl::expected<std::set<Date>, std::string> read_left_out() {
    std::set<Date> dates;
    std::string fault;
    for_each(ICAL_EXDATE_PROPERTY, [&](icalproperty* property) {
      const auto day = wall(feed_time_of(property, ical().icalproperty_get_exdate(property)));
      if (day)
        dates.insert(day->date);
      else
        fault = day.error();
    });
    if (!fault.empty()) return Failed(fault);
    return dates;
  }

  icalcomponent* event_;
  YearRange years_;
  const util::Zone& zone_;
  UnfoldBudget& budget_;
  FeedTime start_{};
};

}  // namespace

std::string summary_of(const RawEvent& raw) { return text_of(raw, "SUMMARY"); }

tl::expected<FeedEvent, std::string> read_event(const RawEvent& raw, YearRange years, const util::Zone& zone,
                                                UnfoldBudget& budget) {
  if (std::string fault = fault_of_properties(raw); !fault.empty()) return Failed(std::move(fault));
  const IcalComponent event(ical().icalparser_parse_string(rebuild(raw).c_str()));
  if (!event) return Failed("it cannot be read");
  if (ical().icalcomponent_count_errors(event.get()) > 0)
    return Failed("it has a line that libical does not understand (X-LIC-ERROR)");
  FeedEvent result;
  result.line = raw.line;
  result.uid = text_of(raw, "UID");
  result.summary = summary_of(raw);
  result.description = text_of(raw, "DESCRIPTION");
  result.is_cancelled = is_cancelled_by(raw);
  if (auto read = EventReader(event.get(), years, zone, budget).read(result); !read) return Failed(read.error());
  return result;
}

}  // namespace crmtrack::calendar
