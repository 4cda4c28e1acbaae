#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "query/filter_parse.hpp"
#include "query/filter_sql.hpp"
#include "record/filter_keys.hpp"
#include "rows.hpp"
#include "util/error.hpp"

using namespace crmtrack;
using query::SqlValue;

namespace {

const query::SqlSchema& schema() {
  static const query::SqlSchema instance{
      {{"status", "c.status"},
       {"owner", "c.owner"},
       {"region", "c.region", "", "c.region_folded"},
       {"severity", "c.severity"},
       {"level", "c.level"},
       {"received", "c.received_at"},
       {"closed", "c.closed_at"},
       {"overdue", "(c.due_at < 5)"},
       {"type", "t.type", "EXISTS (SELECT 1 FROM type t WHERE t.complaint = c.id AND {})"},
       {"ref", "r.ref", "EXISTS (SELECT 1 FROM ref r WHERE r.complaint = c.id AND {})"}},
      "c.id IN (SELECT complaint FROM text WHERE text MATCH ?)"};
  return instance;
}

query::Sql sql_of(const std::string& text) {
  const auto filter = query::parse(text, record::complaint_keys());
  REQUIRE_MESSAGE(filter.has_value(), text);
  return query::to_sql(*filter, record::complaint_keys(), schema(), moment_at("2026-11-21T12:00:00Z", "UTC"));
}

constexpr std::int64_t kDay = 1795219200;  // 2026-11-21T00:00:00Z

}  // namespace

TEST_CASE("each condition has its SQL, with everything bound") {
  struct Case {
    std::string filter;
    std::string where;
    std::vector<SqlValue> parameters;
  };
  const std::string kType = "EXISTS (SELECT 1 FROM type t WHERE t.complaint = c.id AND (";
  const std::string kRef = "EXISTS (SELECT 1 FROM ref r WHERE r.complaint = c.id AND (";
  const std::vector<Case> cases{
      {"", "1", {}},
      {"owner.none:yes,no", "1", {}},
      {"status:closed", "(c.status = ?)", {"closed"}},
      {"status:closed,void", "(c.status IN (?, ?))", {"closed", "void"}},
      {"status:open",
       "(c.status IN (?, ?, ?, ?, ?))",
       {"received", "acknowledged", "investigating", "waiting", "responded"}},
      {"status.not:closed", "(c.status IS NULL OR NOT (c.status = ?))", {"closed"}},
      {"owner:ME", "(fold(c.owner) = ?)", {"asha@example.com"}},
      {"owner.none:yes", "NOT (c.owner IS NOT NULL AND c.owner <> '')", {}},
      {"owner.none:no", "(c.owner IS NOT NULL AND c.owner <> '')", {}},
      {"region:X", "(c.region_folded = ?)", {"x"}},
      {"region.has:A,b", "(instr(c.region_folded, ?) > 0 OR instr(c.region_folded, ?) > 0)", {"a", "b"}},
      {"severity.min:high", "(c.severity IN (?, ?))", {"high", "critical"}},
      {"severity.max:low", "(c.severity = ?)", {"low"}},
      {"level:2", "(c.level >= ? AND c.level < ?)", {std::int64_t{2}, std::int64_t{3}}},
      {"level.min:1", "(c.level >= ?)", {std::int64_t{1}}},
      {"level.max:1", "(c.level < ?)", {std::int64_t{2}}},
      {"overdue:yes", "((c.due_at < 5) >= ? AND (c.due_at < 5) < ?)", {std::int64_t{1}, std::int64_t{2}}},
      {"received:today", "(c.received_at >= ? AND c.received_at < ?)", {kDay, kDay + 86400}},
      {"received.after:today", "(c.received_at >= ?)", {kDay + 86400}},
      {"received.before:today", "(c.received_at < ?)", {kDay}},
      {"received.min:today", "(c.received_at >= ?)", {kDay}},
      {"received.max:today", "(c.received_at < ?)", {kDay + 86400}},
      {"age.min:1", "(c.received_at < ?)", {kDay}},
      {"age.max:1", "(c.received_at >= ?)", {kDay - 86400}},
      {"closed.none:yes", "NOT (c.closed_at IS NOT NULL)", {}},
      {"closed.not:today", "(c.closed_at IS NULL OR NOT (c.closed_at >= ? AND c.closed_at < ?))", {kDay, kDay + 86400}},
      {"type:call", "(" + kType + "t.type = ?)))", {"call"}},
      {"type.not:call", "NOT (" + kType + "t.type = ?)))", {"call"}},
      {"type.none:yes", "NOT (" + kType + "t.type IS NOT NULL AND t.type <> '')))", {}},
      {"ref.has:HD", "(" + kRef + "instr(fold(r.ref), ?) > 0)))", {"hd"}},
      {"Invoice", "(c.id IN (SELECT complaint FROM text WHERE text MATCH ?))", {"\"invoice\""}},
      {"charg*", "(c.id IN (SELECT complaint FROM text WHERE text MATCH ?))", {"\"charg\" *"}},
      {"over-charged", "(c.id IN (SELECT complaint FROM text WHERE text MATCH ?))", {"\"over charged\""}},
      {"status:void level:1",
       "(c.status = ?) AND (c.level >= ? AND c.level < ?)",
       {"void", std::int64_t{1}, std::int64_t{2}}},
  };
  for (const auto& each : cases) {
    const auto& filter = each.filter;
    const auto& where = each.where;
    const auto& parameters = each.parameters;
    CAPTURE(filter);
    const auto sql = sql_of(filter);
    CHECK(sql.where == where);
    CHECK(sql.parameters == parameters);
  }
}

TEST_CASE("me binds nothing where nobody is known") {
  const auto filter = query::parse("owner:me", record::complaint_keys());
  const auto sql =
      query::to_sql(*filter, record::complaint_keys(), schema(), moment_at("2026-11-21T12:00:00Z", "UTC", ""));
  CHECK(sql.where == "(0)");
  CHECK(sql.parameters.empty());
}

TEST_CASE("hostile values are bound, never written") {
  for (const std::string value : {"'; DROP TABLE c; --", "') OR 1=1 --", "?", "{}", "%s{0}", "x\\' OR ''='"}) {
    CAPTURE(value);
    const auto sql = sql_of("owner:\"" + value + "\" ref.has:\"" + value + "\"");
    CHECK(sql.where.find("DROP") == std::string::npos);
    CHECK(sql.where.find("1=1") == std::string::npos);
    CHECK(sql.parameters.size() == 2);
    CHECK(static_cast<std::size_t>(std::count(sql.where.begin(), sql.where.end(), '?')) == 2);
  }
}

TEST_CASE("a key that the schema lacks is a bug") { CHECK_THROWS_AS(sql_of("customer:acme"), util::Error); }
