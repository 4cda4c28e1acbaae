#include "report/charts.hpp"

#include <doctest/doctest.h>

#include <string>

#include "render/chart/numbers.hpp"
#include "render/json.hpp"
#include "report/escalations.hpp"
#include "report/page.hpp"
#include "report/pauses.hpp"
#include "report/reasons.hpp"
#include "report/summary.hpp"
#include "told.hpp"

namespace crmtrack::report::test {

namespace {

Report charted(Report report, const Input& told) {
  add_charts(told, report);
  return report;
}

/// The numbers of a chart, each row with blanks between its texts.
Lines numbers_of(const Report& report, const std::string& name) {
  Lines lines;
  for (const auto& row : get_table(report, name).rows) {
    std::string line;
    for (const auto& cell : row) line += (line.empty() ? "" : " ") + (cell.text.empty() ? "-" : cell.text);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("the flow has a row for each month and line, those without a complaint too") {
  Input told = input();
  told.cases = {answered_on(1, 40), received_on(2), received_on(95)};
  told.cases[0].ended = true;
  told.cases[0].first_ended = day(40);
  CHECK(numbers_of(charted(make_summary(told), told), "flow") ==
        Lines{"2026-03 received 2 - - -", "2026-04 received 0 - - -", "2026-05 received 0 - - -",
              "2026-06 received 1 - - -", "2026-03 ended 0 - - -", "2026-04 ended 1 - - -", "2026-05 ended 0 - - -",
              "2026-06 ended 0 - - -"});
}

TEST_CASE("the month that is not over yet is named") {
  Input told = input();
  told.cases = {received_on(1)};
  CHECK(charted(make_summary(told), told).charts[1].title == "Received and ended by month, 2026-06 so far");
  told.meta.to = day(31);
  CHECK(charted(make_summary(told), told).charts[1].title == "Received and ended by month");
}

TEST_CASE("a period cuts the months") {
  Input told = input();
  told.meta.from = day(31);
  told.meta.to = day(61);
  told.cases = {received_on(1), received_on(32), received_on(70)};
  CHECK(numbers_of(charted(make_summary(told), told), "flow") ==
        Lines{"2026-04 received 1 - - -", "2026-04 ended 0 - - -"});
}

TEST_CASE("the backlog by age is drawn in place of its table, with the same counts") {
  Input told = input();
  told.cases = {received_on(99), received_on(98), received_on(50)};
  const Report report = charted(make_summary(told), told);
  REQUIRE(report.charts.front().name == "backlog_age");
  const auto& bars = std::get<document::BarChart>(report.charts.front().figure).bars;
  CHECK(bars.front().label == "0-2 days");
  CHECK(bars.front().estimate.value == 2.0);
  std::size_t drawn = 0, listed = 0;
  for (const auto& block : to_document(report).blocks) {
    if (const auto* chart = std::get_if<document::Chart>(&block)) drawn += chart->name == "backlog_age" ? 1 : 0;
    if (const auto* table = std::get_if<document::Table>(&block)) listed += table->name == "backlog_age" ? 1 : 0;
  }
  CHECK(drawn == 1);
  CHECK(listed == 0);
}

TEST_CASE("the time to an answer is a curve of whole days, with those at risk") {
  Input told = input();
  told.cases = {answered_on(1, 1.5), answered_on(1, 3.25), received_on(90)};
  const Lines numbers = numbers_of(charted(make_summary(told), told), "first_answer");
  REQUIRE(numbers.size() == 2);
  CHECK(numbers[0].starts_with("still without an answer 1 0.66"));
  CHECK(numbers[0].ends_with(" 3"));
  CHECK(numbers[1].starts_with("still without an answer 3 0.33"));
  CHECK(numbers[1].ends_with(" 2"));
}

TEST_CASE("the heat map counts each complaint of the shown months once, beyond its rows as others") {
  Input told = input();
  const std::vector<std::string> codes{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"};
  for (const std::string& code : codes)
    for (const double at : {1.0, 40.0}) {
      Case item = received_on(at);
      item.reason = code;
      told.cases.push_back(item);
    }
  const Report report = charted(make_reasons(told), told);
  const auto rows = numbers_of(report, "reason_by_month");
  CHECK(rows.front() == "a 2026-03 1 - - -");
  CHECK(rows[4 * 12] == "others 2026-03 2 - - -");
  const auto pareto = numbers_of(report, "pareto");
  CHECK(pareto.size() == 13);
  CHECK(pareto.back().starts_with("others 4 "));
  CHECK(pareto.back().ends_with(" 1"));
}

TEST_CASE("escalated shares of a month have their interval and number; a month without receipts has none") {
  Input told = input();
  told.cases = {received_on(1), received_on(2), received_on(70)};
  Rung rung;
  rung.complaint = 0;
  rung.to_level = 1;
  rung.at = day(3);
  told.rungs = {rung};
  const Lines numbers = numbers_of(charted(make_escalations(told), told), "escalated_by_month");
  REQUIRE(numbers.size() == 4);
  CHECK(numbers[0].starts_with("2026-03 escalated 0.5 0.09"));
  CHECK(numbers[0].ends_with(" 2"));
  CHECK(numbers[1] == "2026-04 escalated - - - -");
}

TEST_CASE("pauses are drawn the longest first") {
  Input told = input();
  told.cases = {received_on(1), received_on(2)};
  told.cases[1].id = "20260301-aaaaaaaaaa";
  told.waits = {{0, day(2), day(3), {}}, {1, day(4), day(10), {}}};
  CHECK(numbers_of(charted(make_pauses(told), told), "longest_pauses") ==
        Lines{"aaaaaaaaaa 6 - - -", "7f3q2mxab4 1 - - -"});
}

TEST_CASE("JSON has the numbers of each chart as a table, once") {
  Input told = input();
  told.cases = {received_on(99)};
  const std::string json = render::render_json(to_value(charted(make_summary(told), told)));
  for (const char* name : {"\"backlog_age\"", "\"flow\"", "\"first_answer\""}) {
    CAPTURE(name);
    const std::size_t first = json.find(name);
    CHECK(first != std::string::npos);
    CHECK(json.find(name, first + 1) == std::string::npos);
  }
}

TEST_CASE("a report that nobody knows how to draw has no chart, and one of nothing none that breaks") {
  const Input told = input();
  Report other;
  other.name = "lessons";
  add_charts(told, other);
  CHECK(other.charts.empty());
  for (const Report& report : {charted(make_summary(told), told), charted(make_reasons(told), told),
                               charted(make_escalations(told), told), charted(make_pauses(told), told)})
    for (const document::Chart& chart : report.charts) CHECK(render::chart_numbers(chart).rows.empty());
}

}  // namespace crmtrack::report::test
