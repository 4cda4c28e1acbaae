#include "render/chart/svg.hpp"

#include <doctest/doctest.h>

#include <string>

#include "render/chart/gnuplot.hpp"
#include "sample_charts.hpp"
#include "util/text/parts.hpp"

using namespace crmtrack;
using document::Chart;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The rows of the data blocks of a script, and whether each block has its end.
std::vector<std::string> data_rows(const std::string& script) {
  std::vector<std::string> rows;
  bool inside = false;
  for (const std::string& line : util::split(script, '\n'))
    if (line == "END_OF_BLOCK")
      inside = false;
    else if (inside)
      rows.push_back(line);
    else
      inside = line.ends_with(" << END_OF_BLOCK");
  CHECK_FALSE(inside);
  return rows;
}

}  // namespace

TEST_CASE("a chart as SVG") {
  const Chart chart{"kept", "Kept <b>", "share",
                    document::BarChart{{{"a & b", {0.5, 0.25, 0.75, 8}}, {"few", {1.0, {}, {}, 2}}}}};
  CHECK(render::render_svg(chart) ==
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 480 108\" "
        "fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"14\">\n"
        "<title>Kept &lt;b&gt; (share)</title>\n"
        "<desc>2 bars; the greatest is 100.0 % of few. The numbers stand in the table beside it.</desc>\n"
        "<text x=\"0\" y=\"18\" text-anchor=\"start\">a &amp; b</text>\n"
        "<text x=\"480\" y=\"18\" text-anchor=\"end\">50.0 %</text>\n"
        "<rect x=\"49.7\" y=\"5\" width=\"180.25\" height=\"16\" fill-opacity=\"0.6\"/>\n"
        "<path d=\"M139.83 13H320.08M139.83 8v10M320.08 8v10\" fill=\"none\" stroke=\"currentColor\" "
        "stroke-width=\"1.5\"/>\n"
        "<text x=\"0\" y=\"44\" text-anchor=\"start\">few</text>\n"
        "<text x=\"480\" y=\"44\" text-anchor=\"end\">100.0 %</text>\n"
        "<rect x=\"49.7\" y=\"31\" width=\"360.5\" height=\"16\" fill-opacity=\"0.15\" stroke=\"currentColor\"/>\n"
        "<path d=\"M0 65H24M0 60v10M24 60v10\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>\n"
        "<text x=\"32\" y=\"70\" text-anchor=\"start\">95 % interval</text>\n"
        "<rect x=\"0\" y=\"83\" width=\"24\" height=\"16\" fill-opacity=\"0.15\" stroke=\"currentColor\"/>\n"
        "<text x=\"32\" y=\"96\" text-anchor=\"start\">made from fewer than 5 cases</text>\n"
        "</svg>\n");
}

TEST_CASE("an SVG has attributes only: no id, style, script, link or colour of its own") {
  for (const Chart& chart : render::test::sample_charts()) {
    const std::string svg = render::render_svg(chart);
    CAPTURE(svg);
    CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 480 "));
    CHECK(has(svg, "<title>" + chart.title));
    CHECK(has(svg, "</title>\n<desc>"));
    for (const char* bad : {" id=", " style=", "<script", "href", " on", "#", "url(", "\x1b", "\u202e", "nan", "inf"})
      CHECK_FALSE(has(svg, bad));
  }
}

TEST_CASE("gnuplot takes a label for nothing but text") {
  CHECK(render::gnuplot_text("it's `date` \\n \"x\"\n") == "'it''s `date` \\n \"x\"\\n'");
  const Chart chart{"k", "50 % it's", "complaints", document::BarChart{{{"100 %s 'x'", {3}}}}};
  const std::string script = render::gnuplot_script(chart, render::PictureKind::svg);
  CHECK(has(script, "set title '50 % it''s (complaints)' noenhanced\n"));
  CHECK(has(script, "set ytics ('100 %%s ''x''' 0)\n"));
  CHECK(has(script, "set terminal svg size 960,540 noenhanced"));
  CHECK(has(render::gnuplot_script(chart, render::PictureKind::png), "set terminal pngcairo size"));
}

TEST_CASE("the data of a script are rows that begin with a number, and nothing that data say") {
  for (const Chart& chart : render::test::sample_charts()) {
    const auto rows = data_rows(render::gnuplot_script(chart, render::PictureKind::svg));
    CAPTURE(chart.name);
    CHECK_FALSE(rows.empty());
    for (const std::string& row : rows) {
      CAPTURE(row);
      CHECK(row.find_first_not_of("-0123456789.e+ ") == std::string::npos);
      CHECK((row.empty() || row[0] == '-' || (row[0] >= '0' && row[0] <= '9')));
    }
  }
}

TEST_CASE("times are seconds since 1970") {
  const auto rows = data_rows(render::gnuplot_script(render::test::control_chart(), render::PictureKind::png));
  CHECK(rows.front() == "1767225600 0.12 7");
}

TEST_CASE("a picture by gnuplot has the chart's own title") {
  const Chart chart{"k", "<K>", "complaints", document::BarChart{{{"a", {3}}}}};
  CHECK(render::with_own_title("<svg><title>Gnuplot</title>\n<desc>Produced by GNUPLOT 5.4 </desc>", chart) ==
        "<svg><title>&lt;K&gt; (complaints)</title>\n"
        "<desc>1 bar; the greatest is 3 of a. The numbers stand in the table beside it.</desc>");
  CHECK(render::with_own_title("<svg/>", chart) == "<svg/>");
  CHECK(render::with_own_title("<svg><text>]]>]]></text></svg>", chart) == "<svg><text>]]&gt;]]&gt;</text></svg>");
}
