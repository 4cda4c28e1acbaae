#include "report/report.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "render/json.hpp"
#include "report/page.hpp"
#include "report/summary.hpp"
#include "told.hpp"
#include "util/error.hpp"

namespace crmtrack::report::test {

TEST_CASE("a measure is found by name, a mistyped one with the nearest") {
  const Report report = make_summary(input());
  CHECK(get_measure(report, "volume").name == "volume");
  try {
    (void)get_measure(report, "volum");
    FAIL("found");
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::usage);
    REQUIRE_FALSE(error.hints().empty());
    CHECK(error.hints().front().find("volume") != std::string::npos);
  }
}

TEST_CASE("values are shown in their unit") {
  Measure measure;
  CHECK(shown_value(measure) == "-");
  measure.value = 0.6325;
  CHECK(shown_value(measure) == "0.63");
  measure.unit = "share";
  CHECK(shown_value(measure) == "63.3 %");
  measure.unit = "calendar_days";
  CHECK(shown_value(measure) == "0.6 days");
  measure.value = 12;
  measure.unit = "complaints";
  CHECK(shown_value(measure) == "12");
}

TEST_CASE("JSON has each measure with what it stands on, and money as exact text") {
  Input told = input();
  told.meta.commit = "abc";
  told.meta.from = day(0);
  told.cases = {answered_on(1, 2)};
  told.redresses = {{0, "1.10", "EUR", "upheld", day(2)}};
  const std::string json = render::render_json(to_value(make_summary(told)));
  CAPTURE(json);
  for (const char* part :
       {R"("commit": "abc")", R"("from": "2026-03-01T00:00:00Z", "to": null, "now": "2026-06-09T00:00:00Z")",
        R"("measures_version": 1)",
        R"({"measure": "clearance", "group": null, "value": 1, "n": 1, "denominator": 1, "low": null)",
        R"(["EUR", "1.10", 1, "1.10", "0.00"])"})
    CHECK(json.find(part) != std::string::npos);
}

TEST_CASE("the period of a report is half open") {
  Input told = input();
  CHECK(told.in_period(day(-1000)));
  told.meta.from = day(1);
  told.meta.to = day(2);
  CHECK_FALSE(told.in_period(day(0.99)));
  CHECK(told.in_period(day(1)));
  CHECK_FALSE(told.in_period(day(2)));
}

TEST_CASE("a page has the first rows of a long table, and says where the others are") {
  Report report{"pauses", "Pauses", input().meta, {}, {}, {}, {}, {}};
  report.tables.push_back({"pauses", {{"complaint", "Complaint"}}, {}});
  report.table_titles.emplace_back("Pauses by complaint");
  const auto blocks_with = [&](std::size_t rows) {
    report.tables[0].rows.assign(rows, {{"7f3q"}});
    return to_document(report).blocks;
  };
  const auto rows_of = [](const auto& blocks) {
    for (const auto& block : blocks)
      if (const auto* table = std::get_if<document::Table>(&block)) return table->rows.size();
    return std::size_t{0};
  };
  const auto says = [](const auto& blocks, std::string_view text) {
    return std::ranges::any_of(blocks, [&](const auto& block) {
      const auto* said = std::get_if<document::Paragraph>(&block);
      return said != nullptr && !said->line.empty() && said->line[0].text == text;
    });
  };
  const auto whole = blocks_with(kMostOnPage);
  CHECK(rows_of(whole) == kMostOnPage);
  const auto cut = blocks_with(kMostOnPage + 1);
  CHECK(rows_of(cut) == kMostOnPage);
  REQUIRE(cut.size() == whole.size() + 1);
  CHECK(says(cut, "the first 50 of 51; all: --table pauses"));
  report.rows_in_all = {{"pauses", 7000}};
  CHECK(says(blocks_with(50), "the first 50 of 7000; all: --table pauses"));
}

TEST_CASE("ids behind a figure are in order of receipt, then of id") {
  Input told = input();
  told.cases = {received_on(2), received_on(1), received_on(2)};
  told.cases[0].id = "c";
  told.cases[1].id = "z";
  told.cases[2].id = "a";
  CHECK(told.ids_of({0, 1, 2}) == Lines{"z", "a", "c"});
}

}  // namespace crmtrack::report::test
