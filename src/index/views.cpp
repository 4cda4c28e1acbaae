#include <fmt/format.h>

#include "index/schema.hpp"

namespace crmtrack::index {

namespace {

std::string utc(std::string_view column) {
  return fmt::format("strftime('%Y-%m-%dT%H:%M:%SZ', {}, 'unixepoch')", column);
}

std::string complaint_view(std::int64_t now) {
  return fmt::format(
      R"sql(CREATE TEMP VIEW complaint AS SELECT
  c.id, c.status, c.phase < 1 AS open, c.severity, c.customer, c.contact, c.project, c.channel, c.reason,
  coalesce(c.own_region, (SELECT k.region FROM customers k WHERE k.id = c.customer)) AS region,
  (SELECT k.segment FROM customers k WHERE k.id = c.customer) AS segment,
  c.summary, c.owner, c.level, c.peak_level, c.cycle, c.handovers, c.waiting_on, c.outcome, c.code, c.cause,
  c.systemic, c.accepted_by, c.redress_amount, c.redress_currency,
  {} AS received_at, {} AS acknowledged_at, {} AS responded_at, {} AS resolved_at, {} AS closed_at,
  {now} / 86400 - c.received_unix / 86400 AS age_days,
  c.contested, coalesce(c.next_due_unix < {now}, 0) AS overdue, {} AS next_due_at, c.reviewed, c.source, c.bad,
  c.received_unix, c.acknowledged_unix, c.responded_unix, c.resolved_unix, c.closed_unix,
  c.first_responded_unix, c.first_resolved_unix, c.first_ended_unix, c.next_due_unix, c.severity_rank, c.key
FROM complaints c;
)sql",
      utc("c.received_unix"), utc("c.acknowledged_unix"), utc("c.responded_unix"), utc("c.resolved_unix"),
      utc("c.closed_unix"), utc("c.next_due_unix"), fmt::arg("now", now));
}

/// Whose story a row belongs to: the complaint's id, and the customer's, its own or the complaint's.
constexpr const char* kWhose =
    "CASE s.kind WHEN 0 THEN s.id END AS complaint, "
    "CASE s.kind WHEN 0 THEN c.customer WHEN 1 THEN s.id END AS customer";
constexpr const char* kFromStory = "JOIN stories s ON s.key = {0} LEFT JOIN complaints c ON c.key = {0}";

/// Records as they are in their folders, and those of which corrections say something else: `{t}` is the one that tells
/// what a record says, `{place}` the story for which it counts. Two halves, so that each uses its own indexes.
std::string retold_halves(const std::string& select, std::string_view and_where) {
  const auto half = [&](std::string_view teller, std::string_view place, std::string_view from) {
    return fmt::format(fmt::runtime(select), fmt::arg("t", teller)) + " FROM " + std::string(from) + " " +
           fmt::format(fmt::runtime(kFromStory), place);
  };
  return half("r", "r.story", "records r") +
         fmt::format(" WHERE r.key NOT IN (SELECT key FROM retold){}\nUNION ALL\n", and_where) +
         half("t", "t.place", "retold t JOIN records r ON r.key = t.key") + fmt::format(" WHERE 1{}", and_where);
}

std::string record_view() {
  return "CREATE TEMP VIEW record AS\n" +
         retold_halves(fmt::format(R"sql(SELECT
  s.id AS story, CASE s.kind WHEN 0 THEN 'complaint' WHEN 1 THEN 'customer' ELSE 'journal' END AS story_kind, {},
  r.id, r.kind, {} AS at, {{t}}.by, {} AS recorded_at, r.author, lower(hex(r."commit")) AS "commit", r.fault,
  r.refused, {{t}}.at_unix, r.recorded_unix)sql",
                                   kWhose, utc("{t}.at_unix"), utc("r.recorded_unix")),
                       "") +
         ";\n";
}

std::string activity_view() {
  return "CREATE TEMP VIEW activity AS\n" +
         retold_halves(fmt::format(R"sql(SELECT {},
  r.id, {} AS at, {{t}}.by, {} AS recorded_at, {{t}}.type, {{t}}.direction, {{t}}.purpose, {{t}}."with",
  {{t}}.evidence, {{t}}.sentiment, {{t}}.minutes, {{t}}.channel, {{t}}.at_unix)sql",
                                   kWhose, utc("{t}.at_unix"), utc("r.recorded_unix")),
                       " AND r.kind = 'activity' AND r.fault IS NULL AND r.refused IS NULL") +
         ";\n";
}

std::string escalation_view() {
  return fmt::format(
      R"sql(CREATE TEMP VIEW escalation AS SELECT
  s.id AS complaint, e.record, e.from_level, e.to_level, e."to", e.by, e.nature, e.trigger, e.asked, e.why,
  {} AS at, e.answer, e.answered_by, e.answer_why, e.answer_record, {} AS answered_at, {} AS left_at,
  e.at_unix, e.answered_unix, e.left_unix
FROM escalations e JOIN stories s ON s.key = e.story;
)sql",
      utc("e.at_unix"), utc("e.answered_unix"), utc("e.left_unix"));
}

std::string promise_view(std::int64_t now) {
  return fmt::format(
      R"sql(CREATE TEMP VIEW promise AS SELECT {},
  p.kind AS promise, p.of, CASE p.debtor WHEN 0 THEN 'us' WHEN 1 THEN 'customer' ELSE 'third_party' END AS debtor,
  p.who, p.creditor, p.what,
  CASE p.ended WHEN 1 THEN CASE WHEN p.settled_unix > p.due_unix THEN 'kept_late' ELSE 'kept' END
    WHEN 2 THEN 'waived' WHEN 3 THEN 'void'
    ELSE CASE WHEN p.due_unix < {now} THEN 'overdue' WHEN p.warn_unix <= {now} THEN 'due_soon' ELSE 'open' END
  END AS state,
  {} AS start_at, {} AS warn_at, {} AS due_at, {} AS settled_at, p.settled_by, p.paused_seconds,
  CASE p.ended WHEN 0 THEN max(0, coalesce({now} - p.due_unix, 0))
    WHEN 1 THEN max(0, coalesce(p.settled_unix - p.due_unix, 0)) ELSE 0 END AS late_seconds,
  p.cycle, p.due_unix, p.settled_unix
FROM promises p {};
)sql",
      kWhose, utc("p.start_unix"), utc("p.warn_unix"), utc("p.due_unix"), utc("p.settled_unix"),
      fmt::format(fmt::runtime(kFromStory), "p.story"), fmt::arg("now", now));
}

constexpr const char* kCustomerView =
    "CREATE TEMP VIEW customer AS SELECT id, name, segment, region, manager, compliments FROM customers;\n";

}  // namespace

std::string views_at(util::Instant now) {
  const std::int64_t seconds = now.time_since_epoch().count();
  std::string statements;
  for (const char* view : {"complaint", "record", "activity", "escalation", "promise", "customer"}) {
    statements += fmt::format("DROP VIEW IF EXISTS temp.{};\n", view);
  }
  return statements + complaint_view(seconds) + record_view() + activity_view() + escalation_view() +
         promise_view(seconds) + kCustomerView;
}

}  // namespace crmtrack::index
