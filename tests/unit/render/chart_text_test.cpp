#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "render/chart/text_chart.hpp"
#include "render/markdown.hpp"
#include "render/text.hpp"
#include "sample_charts.hpp"
#include "util/text/parts.hpp"
#include "util/text/width.hpp"

using namespace crmtrack;
using document::Chart;
using render::Layout;
using render::Pictures;

namespace {

std::string drawn(const Chart& chart, std::size_t width, bool utf8 = true, bool color = false) {
  return render::render_chart(chart, Layout{width, color, utf8, Pictures::drawn});
}

Chart small_bars() {
  return {"kept", "Kept", "share",
          document::BarChart{{{"billing", {0.8, 0.6, 0.9, 20}}, {"delay", {0.5, 0.2, 0.8, 4}}, {"other", {}}}}};
}

Chart small_lines() {
  document::LineChart chart;
  for (int i = 0; i < 4; ++i) chart.places.push_back({render::test::month_of(i).label});
  chart.series = {{"received", {{4}, {8}, {}, {10}}},
                  {"ended", {{2, 1, 3, 9}, {5, 4, 6, 9}, {3, 2, 5, 3}, {6, 5, 8, 9}}}};
  return {"flow", "Flow", "complaints", std::move(chart)};
}

Chart small_control() {
  document::ControlChart chart;
  chart.baseline = 4;
  for (int i = 0; i < 6; ++i)
    chart.points.push_back({render::test::month_of(i), {i == 5 ? 12.0 : 4.0 + i % 2}, 0, 4.5, 10, ""});
  chart.points.back().signal = "above the upper limit";
  return {"volume", "Volume", "complaints", std::move(chart)};
}

}  // namespace

TEST_CASE("bars show value, interval, cases, and what was made from few") {
  CHECK(drawn(small_bars(), 60) ==
        "Kept (share)\n"
        "billing  80.0 %  █████████████▓▓▓▓░░  60.0 % to 90.0 %, n 20\n"
        "delay    50.0 %  ▒▒▒▒▓▓▓▓▓▓▓░░░░░░    20.0 % to 80.0 %, n 4\n"
        "other         -\n"
        "▓░ 95 % interval   ▒ made from fewer than 5 cases\n");
}

TEST_CASE("lines show gaps, bands and few cases, with the numbers below") {
  CHECK(drawn(small_lines(), 60) ==
        "Flow (complaints)\n"
        "10 ┤                                                       ●\n"
        "   │\n"
        "   │                  ●                                    ░\n"
        "   │              ····                                ░░░░░░\n"
        "   │           ···                               ░░░░░░░░░░░\n"
        "   │       ····    ░░░░░░░░░░░░░░░          ░░░░░░░░░░░░···■\n"
        " 5 ┤   ····   ░░░░░░··■···░░░░░░░░░░░░░░░░░░░░░░░░░·····░░░░\n"
        "   │●··  ░░░░░░·····░░░░░░········░░░░░░░░░░░░·····░░░░░░\n"
        "   │░░░░░░·····░░░░░░    ░░░░░░░░░·······□····░░░░░░\n"
        "   │░·····░░░░░░                 ░░░░░░░░░░░░░░\n"
        "   │■░░░░░░                              ░\n"
        "   │░░\n"
        " 0 ┤\n"
        "   └────────────────────────────────────────────────────────\n"
        " 2026-01           2026-02            2026-03        2026-04\n"
        "● received   ■ ended   ░ 95 % interval\n"
        "□ made from fewer than 5 cases\n"
        "\n"
        "period   series    complaints  95 % low  95 % high  n\n"
        "2026-01  received           4\n"
        "2026-02  received           8\n"
        "2026-03  received\n"
        "2026-04  received          10\n"
        "2026-01  ended              2         1          3  9\n"
        "2026-02  ended              5         4          6  9\n"
        "2026-03  ended              3         2          5  3\n"
        "2026-04  ended              6         5          8  9\n");
  CHECK(drawn(small_lines(), 60, false) ==
        "Flow (complaints)\n"
        "10 +                                                       *\n"
        "   |\n"
        "   |                  *                                    :\n"
        "   |              ....                                ::::::\n"
        "   |           ...                               :::::::::::\n"
        "   |       ....    :::::::::::::::          ::::::::::::...#\n"
        " 5 +   ....   ::::::..#...:::::::::::::::::::::::::.....::::\n"
        "   |*..  ::::::.....::::::........::::::::::::.....::::::\n"
        "   |::::::.....::::::    :::::::::.......=....::::::\n"
        "   |:.....::::::                 ::::::::::::::\n"
        "   |#::::::                              :\n"
        "   |::\n"
        " 0 +\n"
        "   +--------------------------------------------------------\n"
        " 2026-01           2026-02            2026-03        2026-04\n"
        "* received   # ended   : 95 % interval\n"
        "= made from fewer than 5 cases\n"
        "\n"
        "period   series    complaints  95 % low  95 % high  n\n"
        "2026-01  received           4\n"
        "2026-02  received           8\n"
        "2026-03  received\n"
        "2026-04  received          10\n"
        "2026-01  ended              2         1          3  9\n"
        "2026-02  ended              5         4          6  9\n"
        "2026-03  ended              3         2          5  3\n"
        "2026-04  ended              6         5          8  9\n");
}

TEST_CASE("a control chart shows its limits and says its signals") {
  CHECK(drawn(small_control(), 60) ==
        "Volume (complaints)\n"
        "15 ┤\n"
        "   │\n"
        "   │                                                       ✖\n"
        "   │                                                      ·\n"
        "10 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌··╌╌\n"
        "   │                                                  ··\n"
        "   │                                                ··\n"
        "   │                                               ·\n"
        " 5 ┤─────······●······────────·······●······─────··─────────\n"
        "   │●····             ···●····              ····●\n"
        "   │\n"
        "   │\n"
        " 0 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌\n"
        "   └────────────────────────────────────────────────────────\n"
        " 2026-01    2026-02   2026-03     2026-04    2026-05 2026-06\n"
        "─ centre   ╌ limits   ✖ signal\n"
        "2026-06: above the upper limit\n"
        "Centre and limits come from the first 4 periods.\n"
        "\n"
        "period   complaints  lower limit  centre  upper limit\n"
        "    signal\n"
        "2026-01           4            0    4.50           10\n"
        "\n"
        "2026-02           5            0    4.50           10\n"
        "\n"
        "2026-03           4            0    4.50           10\n"
        "\n"
        "2026-04           5            0    4.50           10\n"
        "\n"
        "2026-05           4            0    4.50           10\n"
        "\n"
        "2026-06          12            0    4.50           10\n"
        "    above the upper limit\n");
}

TEST_CASE("a Pareto chart says where 80 % is reached, and counts the others") {
  const Chart chart{"reasons", "Reasons", "complaints",
                    document::ParetoChart{{{"billing", 50}, {"delay", 34}, {"tone", 6}}, 10}};
  CHECK(drawn(chart, 60) ==
        "Reasons (complaints)\n"
        "billing  50  ███████████████████████  50.0 %, so far 50.0 %\n"
        "delay    34  ████████████████         34.0 %, so far 84.0 %\n"
        "─────────── 80 %\n"
        "tone      6  ███                      6.0 %, so far 90.0 %\n"
        "others   10                           10.0 %, so far 100.0 %\n");
}

TEST_CASE("a survival chart is a stair") {
  const Chart chart{"open", "Still open", "share",
                    document::SurvivalChart{
                        {{"all", {{2, {0.8, 0.6, 0.95, 10}}, {5, {0.4, 0.2, 0.7, 8}}, {9, {0.3, 0.1, 0.6, 3}}}}}}};
  CHECK(drawn(chart, 60) ==
        "Still open (share)\n"
        "100 % ┤───────────\n"
        "      │          │░░░░░░░░░░░░░░░░\n"
        "      │          ─────────────────\n"
        "      │          ░░░░░░░░░░░░░░░░│\n"
        "      │          ░░░░░░░░░░░░░░░░│░░░░░░░░░░░░░░░░░░░░░\n"
        "      │          ░░░░░░░░░░░░░░░░│░░░░░░░░░░░░░░░░░░░░░\n"
        " 50 % ┤                          │░░░░░░░░░░░░░░░░░░░░░\n"
        "      │                          ──────────────────────\n"
        "      │                          ░░░░░░░░░░░░░░░░░░░░░─\n"
        "      │                          ░░░░░░░░░░░░░░░░░░░░░░\n"
        "      │                          ░░░░░░░░░░░░░░░░░░░░░░\n"
        "      │                                               ░\n"
        "  0 % ┤\n"
        "      └─────────────────────────────────────────────────────\n"
        "       0         2          4         6          8        10\n"
        "calendar days\n"
        "─ all   ░ 95 % interval\n"
        "\n"
        "group  calendar days   share  95 % low  95 % high  at risk\n"
        "all                2  80.0 %    60.0 %     95.0 %       10\n"
        "all                5  40.0 %    20.0 %     70.0 %        8\n"
        "all                9  30.0 %    10.0 %     60.0 %        3\n");
}

TEST_CASE("a heat map has its numbers in the cells, and goes on below where it is too wide") {
  document::HeatMap map{"reason", "month", {"billing", "delay"}, {"2026-01", "2026-02", "2026-03"}, {}};
  map.cells = {{{12, {}, {}, 12}, {3, {}, {}, 3}, {0}}, {{40}, {}, {7}}};
  const Chart chart{"map", "Map", "complaints", std::move(map)};
  CHECK(drawn(chart, 60) ==
        "Map (complaints)\n"
        "reason   2026-01  2026-02  2026-03\n"
        "billing     ▒ 12     ░ 3~        0\n"
        "delay       █ 40        -      ░ 7\n"
        "~ made from fewer than 5 cases\n");
  CHECK(drawn(chart, 30) ==
        "Map (complaints)\n"
        "reason   2026-01  2026-02\n"
        "billing     ▒ 12     ░ 3~\n"
        "delay       █ 40        -\n"
        "\n"
        "reason   2026-03\n"
        "billing        0\n"
        "delay        ░ 7\n"
        "~ made from fewer than 5 cases\n");
}

TEST_CASE("a chart without values says so") {
  CHECK(drawn({"none", "None", "complaints", document::LineChart{{{"a"}}, {{"b", {{}}}}}}, 60) ==
        "None (complaints)\nnone\n");
}

TEST_CASE("a drawing fits every width, and has no colour unless the terminal has") {
  for (const Chart& chart : render::test::sample_charts())
    for (std::size_t width = 20; width < 180; width += 1 + width / 20)
      for (const bool utf8 : {true, false}) {
        CAPTURE(chart.name);
        CAPTURE(width);
        const std::string text = drawn(chart, width, utf8);
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find("\u202e") == std::string::npos);
        for (const std::string& line : util::split(text, '\n')) {
          CAPTURE(line);
          CHECK(util::display_width(line) <= width);
          CHECK_FALSE(line.ends_with(' '));
        }
      }
}

TEST_CASE("in ASCII nothing is drawn with another character") {
  for (const Chart& chart : {small_bars(), small_lines(), small_control()}) {
    const std::string text = drawn(chart, 80, false);
    CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
  }
}

TEST_CASE("colour adds nothing but colour") {
  for (const Chart& chart : render::test::sample_charts()) {
    std::string plain;
    const std::string colored = drawn(chart, 100, true, true);
    for (std::size_t i = 0; i < colored.size(); ++i)
      if (colored[i] == '\x1b')
        i = colored.find('m', i);
      else
        plain += colored[i];
    CHECK(plain == drawn(chart, 100));
  }
}

TEST_CASE("without pictures a chart is the table of its numbers") {
  const std::string text = render::render_text({{small_bars()}}, Layout{60});
  CHECK(text ==
        "Kept (share)\n"
        "          share  95 % low  95 % high   n\n"
        "billing  80.0 %    60.0 %     90.0 %  20\n"
        "delay    50.0 %    20.0 %     80.0 %   4\n"
        "other\n");
  CHECK(render::render_markdown(document::Document{{small_control()}}) ==
        "**Volume (complaints)**\n"
        "\n"
        "| period | complaints | lower limit | centre | upper limit | signal |\n"
        "| --- | ---: | ---: | ---: | ---: | --- |\n"
        "| 2026-01 | 4 | 0 | 4.50 | 10 | |\n"
        "| 2026-02 | 5 | 0 | 4.50 | 10 | |\n"
        "| 2026-03 | 4 | 0 | 4.50 | 10 | |\n"
        "| 2026-04 | 5 | 0 | 4.50 | 10 | |\n"
        "| 2026-05 | 4 | 0 | 4.50 | 10 | |\n"
        "| 2026-06 | 12 | 0 | 4.50 | 10 | above the upper limit |\n"
        "\n"
        "Centre and limits come from the first 4 periods.\n");
}
