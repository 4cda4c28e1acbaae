#include "render/chart/numbers.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <limits>
#include <string>

#include "render/chart/number.hpp"
#include "render/delimited.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"
#include "render/text.hpp"
#include "sample_charts.hpp"
#include "util/text/parts.hpp"

using namespace crmtrack;
using document::Chart;
using document::Table;

namespace {

/// The unit by which a column is shown.
std::string unit_of(const Chart& chart, const document::Column& column) {
  if (column.key.starts_with("share") || std::holds_alternative<document::SurvivalChart>(chart.figure))
    return column.key == "time" || column.key == "at_risk" ? "calendar_days" : "share";
  return column.key == "n" || column.key == "count" ? "complaints" : chart.unit;
}

/// How often a text stands in another.
std::size_t times(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("every number for people is the one for machines, rounded") {
  for (const Chart& chart : render::test::sample_charts()) {
    const Table table = render::chart_numbers(chart);
    CAPTURE(chart.name);
    CHECK_FALSE(table.rows.empty());
    for (const auto& row : table.rows) {
      REQUIRE(row.size() == table.columns.size());
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (table.columns[i].align != document::Align::right || row[i].text.empty()) continue;
        double value = 0;
        const char* end = row[i].text.data() + row[i].text.size();
        const auto read = std::from_chars(row[i].text.data(), end, value);
        CHECK((read.ec == std::errc{} && read.ptr == end));
        const std::string& shown = row[i].shown.empty() ? row[i].text : row[i].shown;
        CHECK(shown == render::shown_number(value, unit_of(chart, table.columns[i])));
      }
    }
  }
}

TEST_CASE("text, Markdown and HTML show each number of the CSV") {
  for (const Chart& chart : render::test::sample_charts()) {
    const document::Document document{{chart}};
    const std::string html = render::render_html(document, render::Pictures::drawn);
    const std::string mail = render::render_html(document, render::Pictures::none);
    const std::string text = render::render_text(document, {.width = 200});
    const std::string drawn = render::render_text(document, {.width = 200, .pictures = render::Pictures::drawn});
    const std::string markdown = render::render_markdown(document);
    const Table table = render::chart_numbers(chart);
    const std::string csv = render::render_csv(table);
    CAPTURE(chart.name);
    const bool is_map = std::holds_alternative<document::HeatMap>(chart.figure);
    for (const auto& row : table.rows)
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (table.columns[i].align != document::Align::right || row[i].text.empty()) continue;
        const std::string& shown = row[i].shown.empty() ? row[i].text : row[i].shown;
        CAPTURE(shown);
        CHECK(times(csv, row[i].text) > 0);
        // In a map for people the cases stand in the cell of their value.
        const std::string cell = is_map ? ">" + shown : ">" + shown + "<";
        if (!is_map || table.columns[i].key == "value") {
          CHECK(times(html, cell) > 0);
          CHECK(times(mail, cell) > 0);
        }
        CHECK(times(text, shown) > 0);
        CHECK(times(markdown, shown) > 0);
        if (!is_map || table.columns[i].key == "value") CHECK(times(drawn, shown) > 0);
      }
  }
}

TEST_CASE("a chart of a kind always has the same columns for machines, and no empty ones for people") {
  const Chart chart{"k", "K", "complaints", document::BarChart{{{"a", {3}}}}};
  CHECK(render::render_csv(render::chart_numbers(chart)) == "label,value,low,high,n\n\"a\",3,,,\n");
  CHECK(render::render_csv(render::readable_numbers(chart)) == "label,value\n\"a\",3\n");
}

TEST_CASE("a Pareto chart's shares are of the whole, the others among it") {
  const Chart chart{"r", "R", "complaints", document::ParetoChart{{{"a", 6}, {"b", 2}}, 2}};
  CHECK(render::render_csv(render::chart_numbers(chart)) ==
        "label,count,share,share_so_far\n\"a\",6,0.6,0.6\n\"b\",2,0.2,0.8\n\"others\",2,0.2,1\n");
}

TEST_CASE("numbers that are none are not written") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Chart chart{"k", "K", "complaints", document::BarChart{{{"a", {none, none, 1.0}}, {"b", {2}}}}};
  CHECK(render::render_csv(render::chart_numbers(chart)) == "label,value,low,high,n\n\"a\",,,1,\n\"b\",2,,,\n");
}
