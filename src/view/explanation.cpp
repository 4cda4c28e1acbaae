#include "view/explanation.hpp"

#include <fmt/format.h>

#include <array>

#include "calendar/date_text.hpp"
#include "story/clocks.hpp"
#include "story/short_record.hpp"
#include "view/item.hpp"
#include "view/local_time.hpp"

namespace crmtrack::view {

using calendar::Explanation;
using document::Document;
using document::Figures;
using document::Heading;
using document::Line;
using document::Lines;
using document::Role;
using document::Value;

namespace {

/// `2026-01-30 Fri 16:30:00`: seconds only where there are some.
std::string wall_time(const util::Zone& zone, util::Instant time) {
  static constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  const std::string text = util::format_rfc3339(zone.at(time));
  const std::chrono::weekday day(std::chrono::local_days(zone.date_of(time)));
  const std::string seconds = text.substr(16, 3);
  return fmt::format("{} {} {}{}", text.substr(0, 10), kDays[day.c_encoding()], text.substr(11, 5),
                     seconds == ":00" ? "" : seconds);
}

/// `8h`, `7h 30m`, `0s`.
std::string hours(std::chrono::seconds amount) {
  const auto count = amount.count();
  std::string text;
  const auto add = [&text](std::int64_t number, char unit) {
    if (number != 0) text += fmt::format("{}{}{}", text.empty() ? "" : " ", number, unit);
  };
  add(count / 3600, 'h');
  add(count / 60 % 60, 'm');
  add(count % 60, 's');
  return text.empty() ? "0s" : text;
}

void add_stated(const Setting& setting, const story::Promise& promise, Figures& figures) {
  const std::string due = promise.due_at ? local_time(setting.zone, *promise.due_at) : "";
  figures.items.push_back(
      {"due", promise.due_at ? due + ", as somebody stated it" : "nobody stated a date", "", Role::plain});
  if (promise.first_due_at)
    figures.items.push_back({"first due", local_time(setting.zone, *promise.first_due_at), "", Role::plain});
}

void add_intervals(const Explanation& clock, const util::Zone& zone, Document& document) {
  if (clock.parts.empty()) return;
  document.add(Heading{"Open time that counts", 2});
  Lines lines;
  for (const Explanation::Part& part : clock.parts) {
    const std::string to = wall_time(zone, part.open.to);
    const std::string from = wall_time(zone, part.open.from);
    const bool same_day = from.substr(0, 14) == to.substr(0, 14);
    std::string text = fmt::format("{} to {}  {}", from, same_day ? to.substr(15) : to, hours(part.counted));
    if (part.paused.count() > 0) text += fmt::format(" (paused {})", hours(part.paused));
    lines.lines.push_back({{std::move(text)}, {fmt::format(", sum {}", hours(part.sum)), Role::dim}});
  }
  if (clock.is_cut) lines.lines.push_back({{"… the sum below is that of all", Role::dim}});
  document.add(std::move(lines));
}

void add_pauses(const Explanation& clock, const util::Zone& zone, Document& document) {
  if (clock.pauses.empty()) return;
  document.add(Heading{"Pauses", 2});
  Lines lines;
  for (const calendar::Pause& pause : clock.pauses)
    lines.lines.push_back({{fmt::format("{} to {}", wall_time(zone, pause.from),
                                        pause.to ? wall_time(zone, *pause.to) : "now: it has no end yet")}});
  document.add(std::move(lines));
}

void add_days(const Explanation& clock, const util::Zone& zone, Document& document) {
  if (clock.business_days.empty() && clock.other_days.empty()) return;
  document.add(Heading{"Days", 2});
  Lines lines;
  for (std::size_t i = 0; i < clock.business_days.size(); ++i) {
    const std::string which = i == 0 ? std::string("the day of receipt") : fmt::format("business day {}", i);
    lines.lines.push_back({{fmt::format("{}  {}, closes {}", calendar::format_date(clock.business_days[i].date), which,
                                        wall_time(zone, clock.business_days[i].close).substr(15))}});
  }
  for (const Explanation::OtherDay& day : clock.other_days)
    lines.lines.push_back({{fmt::format("{}  {}{}", calendar::format_date(day.date),
                                        day.is_holiday ? "a holiday, closed" : "hours of its own",
                                        day.text.empty() ? "" : fmt::format(": {}", day.text))}});
  document.add(std::move(lines));
}

Value seconds_value(std::chrono::seconds amount) { return Value(static_cast<std::int64_t>(amount.count())); }

Value part_value(const Explanation::Part& part) {
  Value value;
  value.set("date", calendar::format_date(part.open.date));
  value.set("from", util::format_utc(part.open.from));
  value.set("to", util::format_utc(part.open.to));
  value.set("paused_seconds", seconds_value(part.paused));
  value.set("counted_seconds", seconds_value(part.counted));
  value.set("sum_seconds", seconds_value(part.sum));
  return value;
}

template <class Item, class Make>
Value list_value(const std::vector<Item>& items, const Make& make) {
  Value::List list;
  list.reserve(items.size());
  for (const Item& item : items) list.push_back(make(item));
  return list;
}

void set_clock(const ExplainedPromise& explained, Value& value) {
  const bool counted = explained.clock.has_value();
  const Explanation none;
  const Explanation& clock = counted ? *explained.clock : none;
  value.set("target", counted ? Value(calendar::format_target(clock.target)) : Value());
  value.set("target_entry", counted ? Value(explained.promise.clock->why) : Value());
  value.set("calendar", counted ? Value(clock.calendar) : Value());
  value.set("zone", counted ? Value(clock.zone) : Value());
  value.set("tzdata", counted ? Value(clock.tzdata) : Value());
  value.set("business_time_seconds", clock.business_time ? seconds_value(*clock.business_time) : Value());
  value.set(
      "business_days", list_value(clock.business_days, [](const calendar::BusinessDay& day) {
        return Value(Value::Object{{"date", calendar::format_date(day.date)}, {"close", util::format_utc(day.close)}});
      }));
  value.set("intervals", list_value(clock.parts, part_value));
  value.set("intervals_cut", clock.is_cut);
  value.set("pauses",
            list_value(
                clock.pauses,
                [](const calendar::Pause& pause) {
                  return Value(Value::Object{{"from", util::format_utc(pause.from)},
                                             {"to", pause.to ? Value(util::format_utc(*pause.to)) : Value()}});
                }));
  value.set("other_days", list_value(clock.other_days, [](const Explanation::OtherDay& day) {
              return Value(Value::Object{
                  {"date", calendar::format_date(day.date)}, {"holiday", day.is_holiday}, {"text", Value(day.text)}});
            }));
  value.set("sum_seconds", counted ? seconds_value(clock.sum) : Value());
}

}  // namespace

ExplainedPromise explain(const story::Promise& promise, const std::string& tzdata) {
  ExplainedPromise explained{promise, std::nullopt};
  if (promise.clock == nullptr) return explained;
  explained.clock =
      calendar::explain(promise.start_at, promise.clock->target, promise.clock->calendar, promise.pauses, tzdata);
  explained.clock->calendar = promise.clock->calendar_name;
  return explained;
}

void add_explanation(const Setting& setting, const ExplainedPromise& explained,
                     const std::vector<story::Entry>& entries, const util::Zone& zone, Document& document) {
  const story::Promise& promise = explained.promise;
  const std::string state(story::state_of(promise, setting.now));
  document.add(Heading{fmt::format("{}: {}", record::name_of(promise.kind), promise.what), 1});
  Figures figures;
  const auto add = [&](std::string label, std::string value, Role role = Role::plain) {
    figures.items.push_back({std::move(label), std::move(value), "", role});
  };
  add("state", state, state == "overdue" || state == "kept_late" ? Role::bad : Role::plain);
  add("arises from", story::short_record(entries, promise.of));
  if (!explained.clock) {
    add("start", wall_time(zone, promise.start_at));
    add_stated(setting, promise, figures);
    document.add(std::move(figures));
    return;
  }
  const Explanation& clock = *explained.clock;
  const util::Zone& place = promise.clock->calendar.plan().zone;
  add("target", fmt::format("{} ({})", calendar::format_target(clock.target), promise.clock->why));
  add("calendar", fmt::format("{}, zone {}, time zone data {}", clock.calendar, clock.zone, clock.tzdata));
  add("start", wall_time(place, clock.start));
  if (clock.business_time) add("open time", hours(*clock.business_time));
  document.add(std::move(figures));
  add_days(clock, place, document);
  add_intervals(clock, place, document);
  add_pauses(clock, place, document);
  Figures end;
  end.items.push_back({"sum", hours(clock.sum), "", Role::plain});
  end.items.push_back({"due", clock.due ? wall_time(place, *clock.due) : "never, while it is paused or nothing opens",
                       "", Role::strong});
  if (promise.due_at != clock.due && promise.due_at)
    end.items.push_back(
        {"agreed", wall_time(place, *promise.due_at) + ", as somebody stated it later", "", Role::plain});
  if (promise.warn_at) end.items.push_back({"warning", wall_time(place, *promise.warn_at), "", Role::plain});
  if (promise.settled_at) end.items.push_back({"settled", wall_time(place, *promise.settled_at), "", Role::plain});
  if (promise.restated)
    end.items.push_back({"restated", "evidence that was recorded later changed this", "", Role::plain});
  document.add(Heading{"Result", 2});
  document.add(std::move(end));
}

Value explanation_value(const Setting& setting, const ExplainedPromise& explained) {
  Value value = promise_value(explained.promise, setting.now);
  set_clock(explained, value);
  return value;
}

}  // namespace crmtrack::view
