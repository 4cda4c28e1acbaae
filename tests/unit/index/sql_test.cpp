#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "fixture.hpp"
#include "index/read/report_rows.hpp"
#include "index/read/sql.hpp"
#include "index/schema/views.hpp"
#include "util/error.hpp"

namespace crmtrack::index::test {

namespace {

void tell(Repository& repository) {
  const auto story = complaint("20260107-7f3q2mxab4");
  repository.add(customer("acme"), "customer", kStart,
                 fields({{"name", "Acme"}, {"segment", "key"}, {"region", "east"}}));
  repository.add(story, "complaint", kStart,
                 fields({{"customer", "acme"}, {"severity", "high"}, {"summary", "late"}, {"channel", "phone"}}));
  repository.add(story, "activity", after_hours(1),
                 fields({{"type", "call"}, {"direction", "out"}, {"purpose", "acknowledge"}, {"text", "will look"}}));
}

std::string first(const Index& index, const std::string& statement) {
  const Rows rows = sql(index, statement, after_hours(2));
  REQUIRE(rows.rows.size() == 1);
  const Rows::Value& value = rows.rows[0][0];
  return value.type == Rows::Value::Type::integer ? std::to_string(value.integer) : value.text;
}

}  // namespace

TEST_CASE("the views show what the stories say") {
  Repository repository;
  tell(repository);
  const Index index = repository.open();
  CHECK(first(index, "SELECT received_at FROM complaint") == "2026-01-07T09:00:00Z");
  CHECK(first(index, "SELECT acknowledged_at FROM complaint") == "2026-01-07T10:00:00Z");
  CHECK(first(index, "SELECT status || open || level FROM complaint") == "acknowledged10");
  CHECK(first(index, "SELECT segment || '/' || region FROM complaint") == "key/east");
  CHECK(first(index, "SELECT state FROM promise WHERE promise = 'acknowledge'") == "kept");
  CHECK(first(index, "SELECT evidence FROM activity") == "acknowledged");
  CHECK(first(index, "SELECT complaint || customer FROM activity") == "20260107-7f3q2mxab4acme");
  CHECK(first(index, "SELECT count(*) FROM record") == "3");
  CHECK(first(index, "SELECT length(\"commit\") FROM record WHERE kind = 'activity'") == "40");
  CHECK(first(index, "SELECT name FROM customer") == "Acme");
  CHECK(sql(index, "SELECT * FROM escalation", after_hours(1)).columns.size() == 25);
  CHECK(first(index,
              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT sum(i) FROM n") ==
        "45");
  CHECK(first(index, "SELECT 1; -- and no more") == "1");
  CHECK(first(index, "SELECT count(*) FROM fulltext WHERE fulltext MATCH 'late'") == "1");
}

TEST_CASE("a text that is not one reading statement is refused") {
  Repository repository;
  tell(repository);
  const Index index = repository.open();
  for (const char* statement : {"",
                                ";",
                                "-- nothing",
                                "DELETE FROM complaints",
                                "INSERT INTO meta VALUES('a', 'b')",
                                "DROP TABLE records",
                                "UPDATE complaints SET status = 'void'",
                                "CREATE TABLE t(a)",
                                "CREATE TEMP TABLE t(a)",
                                "CREATE TEMP VIEW v AS SELECT 1",
                                "ATTACH 'x.db' AS x",
                                "DETACH temp",
                                "PRAGMA user_version",
                                "PRAGMA user_version = 3",
                                "SELECT * FROM pragma_table_info('complaints')",
                                "VACUUM",
                                "VACUUM INTO 'x.db'",
                                "BEGIN",
                                "COMMIT",
                                "REINDEX",
                                "ANALYZE",
                                "SELECT 1; SELECT 2",
                                "SELECT 1; DROP TABLE records",
                                "SELECT load_extension('x')",
                                "SELECT nothing FROM complaint",
                                "SELECT * FROM nowhere",
                                "SELEKT 1",
                                "SELECT 'unclosed",
                                "INSERT INTO fulltext(fulltext) VALUES('delete-all')",
                                "WITH a AS (SELECT 1) DELETE FROM complaints",
                                "SELECT zeroblob(1000000000)",
                                "SELECT hex(fts3_tokenizer('simple'))",
                                "SELECT fts5(NULL)",
                                "SELECT sqlite_log(1, 'x')",
                                "SELECT rtreecheck('fulltext')",
                                "SELECT total_changes()",
                                "EXPLAIN SELECT * FROM fulltext",
                                "EXPLAIN DELETE FROM complaints"}) {
    CAPTURE(statement);
    try {
      (void)sql(index, statement, kStart);
      FAIL("not refused");
    } catch (const util::Error& error) {
      CHECK(error.kind() == util::ErrorKind::refused);
    }
  }
  CHECK_THROWS_AS((void)sql(index, std::string("SELECT 1\0; DROP", 15), kStart), util::Error);
  CHECK(repository.notices.empty());
  CHECK(first(index, "SELECT count(*) FROM complaint") == "1");
}

TEST_CASE("a statement without end can be interrupted") {
  Repository repository;
  tell(repository);
  auto options = repository.options();
  options.progress.interrupted = [] { return true; };
  repository.open();
  const Index index = Index::open(repository.location, repository.provider(), options);
  CHECK_THROWS_AS(
      (void)sql(index, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
                kStart),
      util::Error);
}

TEST_CASE("a statement that takes longer than its bound is refused, and the next one runs") {
  Repository repository;
  tell(repository);
  const Index index = repository.open();
  const SqlBound bound{.time = std::chrono::milliseconds(50)};
  const char* const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  try {
    (void)sql(index, endless, kStart, bound);
    FAIL("not refused");
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::refused);
    const std::string message = error.what();
    CHECK(message == describe_out_of_time(bound));
    CHECK(message.find("0.05 s") != std::string::npos);
    CHECK(message.find("--timeout") != std::string::npos);
  }
  CHECK(first(index, "SELECT count(*) FROM complaint") == "1");
}

TEST_CASE("a plan and the functions that compute are allowed") {
  Repository repository;
  tell(repository);
  const Index index = repository.open();
  const Rows plan = sql(index, "EXPLAIN QUERY PLAN SELECT * FROM fulltext WHERE fulltext MATCH 'x'", kStart);
  REQUIRE(!plan.rows.empty());
  for (const auto& row : plan.rows)
    for (const auto& value : row) CHECK(value.text.find("0x") == std::string::npos);
  CHECK(first(index, "SELECT upper(trim(' a ')) || strftime('%Y', 0, 'unixepoch') || json_extract('[1,2]', '$[1]')") ==
        "A19702");
  CHECK(first(index, "SELECT row_number() OVER () || round(sqrt(4)) || coalesce(NULL, 3)") == "12.03");
}

TEST_CASE("each view has the columns that it names, and each has its type") {
  Repository repository;
  tell(repository);
  const Index index = repository.open();
  for (const View& view : all_views()) {
    CAPTURE(view.name);
    std::vector<std::string> named;
    for (const ViewColumn& column : view.columns) {
      const bool is_quoted = column.name.starts_with('"');
      named.emplace_back(is_quoted ? column.name.substr(1, column.name.size() - 2) : column.name);
      CHECK((column.type == "TEXT" || column.type == "INTEGER" || column.type == "REAL"));
    }
    CHECK(sql(index, fmt::format("SELECT * FROM {}", view.name), kStart).columns == named);
  }
}

TEST_CASE("a row of measure is what the reports count of a complaint") {
  Repository repository;
  tell(repository);
  const Index index = repository.open();
  CHECK(first(index, "SELECT round(acknowledge_days * 24, 6) || '' FROM measure") == "1.0");
  CHECK(first(index, "SELECT round(lasted_days * 24, 6) || '' FROM measure") == "2.0");
  CHECK(first(index, "SELECT contacts_out || contacts_in || open || answered || escalated || decided FROM measure") ==
        "101000");
  CHECK(first(index, "SELECT count(*) FROM measure WHERE upheld IS NULL AND handovers IS NULL") == "1");
}

TEST_CASE("reports read the complaints that a filter selects") {
  Repository repository;
  tell(repository);
  const Index index = repository.open();
  for (const char* text : {"region:east segment:key", "received:2026-01-07", "overdue:no", "type:call",
                           "owner.none:yes", "late", "severity.min:medium"}) {
    CAPTURE(text);
    int found = 0;
    ReportRows(index, filter(text), moment(after_hours(2)), {}).each_complaint([&](const auto&) { ++found; });
    CHECK(found == 1);
  }
}

}  // namespace crmtrack::index::test
