#include "index/schema/measure_view.hpp"

#include <fmt/format.h>

namespace crmtrack::index {

namespace {

ViewColumn column(std::string_view name, std::string_view type, std::string_view expression) {
  return {name, type, fmt::format("{} AS {}", expression, name)};
}
ViewColumn text(std::string_view name, std::string_view expression) { return column(name, "TEXT", expression); }
ViewColumn whole(std::string_view name, std::string_view expression) { return column(name, "INTEGER", expression); }
ViewColumn days(std::string_view name, std::string_view seconds) {
  return column(name, "REAL", fmt::format("({}) / 86400.0", seconds));
}

/// Days from the receipt to an event; none where it is dated before the receipt, as reports leave it out then.
ViewColumn days_to(std::string_view name, std::string_view event) {
  return days(name, fmt::format("CASE WHEN {0} >= c.received_unix THEN {0} - c.received_unix END", event));
}

/// The sum of a value over the complaint's activities that count: those in its folder as they are, and those that
/// corrections changed or moved to it.
std::string over_activities(std::string_view value) {
  constexpr std::string_view kCounts = "r.kind = 'activity' AND r.fault IS NULL AND r.refused IS NULL";
  return fmt::format(
      "(SELECT coalesce(sum(r.{0}), 0) FROM records r WHERE r.story = c.key AND {1} AND r.key NOT IN (SELECT key FROM "
      "retold)) + (SELECT coalesce(sum(t.{0}), 0) FROM retold t JOIN records r ON r.key = t.key WHERE t.place = c.key "
      "AND NOT t.struck AND {1})",
      value, kCounts);
}

/// How many rungs up the complaint's route has that meet a condition on `e`.
std::string rungs_up(std::string_view condition) {
  return fmt::format("(SELECT count(*) FROM escalations e WHERE e.story = c.key AND e.to_level > e.from_level AND {})",
                     condition);
}

/// How many of our promises to the customer meet a condition on `p`, where `due` is the first date.
std::string our_promises(std::string_view condition) {
  return fmt::format(
      "(SELECT count(*) FROM (SELECT *, coalesce(first_due_unix, due_unix) AS due FROM promises) p WHERE p.story = "
      "c.key AND p.debtor = 0 AND p.creditor IS NOT 'us' AND p.kind NOT IN ('step', 'accept') AND p.due IS NOT NULL "
      "AND {})",
      condition);
}

constexpr std::string_view kIsDecided = "coalesce(c.outcome, '') NOT IN ('', 'not_determined')";

void add_keys(std::vector<ViewColumn>& columns) {
  columns.push_back(text("complaint", "c.id"));
  for (const char* key :
       {"customer", "segment", "region", "project", "reason", "channel", "severity", "status", "outcome", "cause"})
    columns.push_back(text(key, fmt::format("c.{}", key)));
  constexpr Shown kReceived = utc_of("c.received_unix");
  columns.push_back({"received_at", "TEXT", shown_text("c", "received_at", kReceived), false,
                     seconds_text("received_at", kReceived)});
}

void add_durations(std::vector<ViewColumn>& columns) {
  columns.push_back(days_to("acknowledge_days", "c.acknowledged_unix"));
  columns.push_back(days_to("answer_days", "c.first_responded_unix"));
  columns.push_back(days_to("end_days", "c.first_ended_unix"));
  columns.push_back(days("lasted_days",
                         "CASE WHEN c.first_ended_unix IS NOT NULL OR c.phase < 1 THEN max(0, "
                         "coalesce(c.first_ended_unix, {now}) - c.received_unix) END"));
  columns.push_back(days("waited_days",
                         "SELECT coalesce(sum(max(coalesce(w.recorded_to_unix, {now}), w.from_unix) - w.from_unix), 0) "
                         "FROM waits w WHERE w.story = c.key"));
}

void add_flags(std::vector<ViewColumn>& columns) {
  columns.push_back(whole("open", "c.phase < 1"));
  columns.push_back(whole("answered", "c.answered"));
  columns.push_back(whole("ended", "c.ended"));
  columns.push_back(whole("reopened", "c.cycle > 1"));
  columns.push_back(whole("escalated", rungs_up("e.nature IS NOT 'functional'") + " > 0"));
  columns.push_back(whole("decided", kIsDecided));
  columns.push_back(whole("upheld", fmt::format("CASE WHEN {} THEN c.outcome <> 'not_upheld' END", kIsDecided)));
}

void add_counts(std::vector<ViewColumn>& columns) {
  columns.push_back(whole("escalations", rungs_up("1")));
  columns.push_back(whole("peak_level", "c.peak_level"));
  columns.push_back(whole("handovers", "CASE WHEN c.owner IS NOT NULL THEN c.handovers END"));
  columns.push_back(whole("promises_due", our_promises("(p.ended = 1 OR (p.ended = 0 AND p.due < {now}))")));
  columns.push_back(whole("promises_kept", our_promises("p.ended = 1 AND coalesce(p.settled_unix, p.due) <= p.due")));
  columns.push_back(whole("contacts_in", over_activities("direction = 'in'")));
  columns.push_back(whole("contacts_out", over_activities("direction = 'out'")));
  columns.push_back(whole("good", over_activities("sentiment = 'positive'")));
  columns.push_back(whole("bad", over_activities("sentiment = 'negative'")));
  columns.push_back(whole("minutes", over_activities("minutes")));
}

}  // namespace

std::vector<ViewColumn> measure_columns() {
  std::vector<ViewColumn> columns;
  add_keys(columns);
  add_durations(columns);
  add_flags(columns);
  add_counts(columns);
  return columns;
}

}  // namespace crmtrack::index
