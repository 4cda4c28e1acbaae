#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "render/delimited.hpp"
#include "render/markdown.hpp"
#include "render/table.hpp"
#include "util/text/parts.hpp"
#include "util/text/utf8.hpp"
#include "util/text/width.hpp"

using namespace crmtrack;
using document::Align;
using document::Cell;
using document::Column;
using document::Role;
using document::Table;

namespace {

render::Layout at_width(std::size_t width) { return {width, false, true}; }

Cell cell(std::string text) { return {std::move(text), "", Role::plain, 0}; }

Table complaints() {
  return {"",
          {{"id", "id"},
           {"status", "status"},
           {"age", "age", Align::right},
           {"customer", "customer", Align::left, true, true},
           {"secret", "secret", Align::left, false},
           {"summary", "summary", Align::left, true, true}},
          {{cell("7f3q"), cell("received"), cell("3"), cell("acme"), cell("x"), cell("Invoice 4711 charged twice")},
           {cell("k2m9"), cell("investigating"), cell("112"), cell("日本電気株式会社"), cell("y"),
            cell("請求書が二重に請求されました、至急確認してください")},
           {cell("p8x2"), cell("closed"), cell("7"), cell("umlaut-größe"), cell("z"),
            cell("👩‍👩‍👧 e\xcc\x81 done")}}};
}

std::vector<std::string> lines_of(const std::string& text) {
  auto lines = util::split(text, '\n');
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace

TEST_CASE("a table with room is as wide as its cells") {
  CHECK(render::render_table(complaints(), at_width(200)) ==
        "id    status         age  customer          summary\n"
        "7f3q  received         3  acme              Invoice 4711 charged twice\n"
        "k2m9  investigating  112  日本電気株式会社  請求書が二重に請求されました、至急確認してください\n"
        "p8x2  closed           7  umlaut-größe      👩‍👩‍👧 e\xcc\x81 done\n");
}

TEST_CASE("columns that may shrink are cut to fit, the others never") {
  CHECK(render::render_table(complaints(), at_width(60)) ==
        "id    status         age  customer          summary\n"
        "7f3q  received         3  acme              Invoice 4711 ch…\n"
        "k2m9  investigating  112  日本電気株式会社  請求書が二重に…\n"
        "p8x2  closed           7  umlaut-größe      👩‍👩‍👧 e\xcc\x81 done\n");
}

TEST_CASE("a column is shown in brief before it goes for want of room") {
  Table table{"",
              {{"id", "ID"}, {"next", "Next", Align::left, true, true, 13, 1}, {"summary", "Summary"}},
              {{cell("7f3q"), cell("18d late resolve"), cell("Charged twice")},
               {cell("k2m9"), cell("no date"), cell("Parcel")}}};
  table.rows[0][1].brief = "18d late";
  CHECK(render::render_table(table, at_width(34)) ==
        "ID    Next           Summary\n"
        "7f3q  18d late res…  Charged twice\n"
        "k2m9  no date        Parcel\n");
  CHECK(render::render_table(table, at_width(29)) ==
        "ID    Next      Summary\n"
        "7f3q  18d late  Charged twice\n"
        "k2m9  no date   Parcel\n");
  CHECK(render::render_table(table, at_width(28)) ==
        "ID    Summary\n"
        "7f3q  Charged twice\n"
        "k2m9  Parcel\n");
}

TEST_CASE("a cell that still does not fit goes on the row's next line") {
  CHECK(render::render_table(complaints(), at_width(40)) ==
        "id    status         age  customer\n"
        "    summary\n"
        "7f3q  received         3  acme\n"
        "    Invoice 4711 charged twice\n"
        "k2m9  investigating  112  日本電気株式…\n"
        "    請求書が二重に請求されました、至急…\n"
        "p8x2  closed           7  umlaut-größe\n"
        "    👩‍👩‍👧 e\xcc\x81 done\n");
}

TEST_CASE("no line is wider than the terminal") {
  for (std::size_t width = 24; width < 220; ++width) {
    for (const auto& line : lines_of(render::render_table(complaints(), at_width(width)))) {
      CAPTURE(line);
      CHECK(util::display_width(line) <= width);
      CHECK(util::is_valid_utf8(line));
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

TEST_CASE("a terminal without UTF-8 gets ~ for what was cut") {
  auto layout = at_width(60);
  layout.utf8 = false;
  const auto text = render::render_table(complaints(), layout);
  CHECK(text.find("…") == std::string::npos);
  CHECK(text.find("Invoice 4711 ch~") != std::string::npos);
}

TEST_CASE("hostile cells cannot break the table") {
  const Table table{"", {{"a", "a"}, {"b", "b\x1b[1m"}}, {{cell("x\ny\t\x1b[31m\xe2\x80\xae\xff"), cell("z")}}};
  CHECK(render::render_table(table, at_width(80)) ==
        "a                         b\\x1b[1m\n"
        "x\\ny\\t\\x1b[31m\\u202e\\xff  z\n");
}

TEST_CASE("rows may lack cells, tables rows, and all columns may be hidden") {
  const Table table{
      "", {{"a", "a"}, {"b", "b", Align::right}, {"c", "c"}}, {{cell("1")}, {}, {cell(""), cell("22"), cell("3")}}};
  CHECK(render::render_table(table, at_width(80)) == "a   b  c\n1\n\n   22  3\n");
  CHECK(render::render_table({"", {{"a", "a"}}, {}}, at_width(80)).empty());
  CHECK(render::render_table({"", {{"a", "a", Align::left, false}}, {{cell("1")}}}, at_width(80)) == "\n\n");
}

TEST_CASE("in colour, the header is underlined and an id's prefix stands out") {
  auto layout = at_width(80);
  layout.color = true;
  const Table table{
      "", {{"id", "id"}, {"s", "status"}}, {{{"7f3q2m", "", Role::id, 4}, {"overdue", "", Role::bad, 0}}}};
  CHECK(render::render_table(table, layout) ==
        "\x1b[1;4mid\x1b[0m      \x1b[1;4mstatus\x1b[0m\n"
        "\x1b[1;36m7f3q\x1b[0m\x1b[2m2m\x1b[0m  \x1b[31moverdue\x1b[0m\n");
}

TEST_CASE("people see `shown`, machines `text`") {
  const Table table{"", {{"at", "received"}}, {{{"2026-11-21T08:12:00Z", "3 days ago", Role::plain, 0}}}};
  CHECK(render::render_table(table, at_width(80)) == "received\n3 days ago\n");
  CHECK(render::render_tsv(table) == "2026-11-21T08:12:00Z\n");
  CHECK(render::render_csv(table) == "at\n\"2026-11-21T08:12:00Z\"\n");
  CHECK(render::render_markdown(table) == "| received |\n| --- |\n| 3 days ago |\n");
}

TEST_CASE("TSV escapes what would break a line, CSV quotes it") {
  const Table table{
      "", {{"a", "A"}, {"b", "B"}}, {{cell("x\ty\nz\r\\"), cell("\x1b[31m\\n")}, {cell("=1"), cell("q\"\n,")}}};
  CHECK(render::render_tsv(table) == "x\\ty\\nz\\r\\\\\t\\x1b[31m\\\\n\n=1\tq\"\\n,\n");
  CHECK(render::render_csv(table) == "a,b\n\"x\ty\nz\\x0d\\\\\",\"\\x1b[31m\\\\n\"\n\"'=1\",\"q\"\"\n,\"\n");
}
