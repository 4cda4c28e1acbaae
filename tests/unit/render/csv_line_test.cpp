#include "render/csv_line.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace crmtrack::render;

namespace {

std::string text_line(const std::vector<std::string>& texts) {
  std::vector<CsvCell> cells;
  for (const std::string& text : texts) cells.push_back({text});
  return render_csv_line(cells);
}

}  // namespace

TEST_CASE("CSV lines: texts in quotes, absent values empty") {
  CHECK(text_line({"a", "0012", "12e4"}) == "\"a\",\"0012\",\"12e4\"\n");
  CHECK(text_line({"a,b", "c\"d", "e\nf"}) == "\"a,b\",\"c\"\"d\",\"e\nf\"\n");
  CHECK(text_line({" a", "b ", ""}) == "\" a\",\"b \",\n");
  CHECK(text_line({""}) == "\"\"\n");
  CHECK(text_line({"", ""}) == ",\n");
  CHECK(text_line({"Größe", "日本"}) == "\"Größe\",\"日本\"\n");
}

TEST_CASE("CSV lines: what a spreadsheet would run is guarded") {
  CHECK(text_line({"=1+2", "-x", "-12.50"}) == "\"'=1+2\",\"'-x\",\"'-12.50\"\n");
  CHECK(text_line({"=\"x\",1", "\rx"}) == "\"'=\"\"x\"\",1\",\"\\x0dx\"\n");
}

TEST_CASE("CSV lines: numbers are bare, and what is none is a text") {
  CHECK(render_csv_line({{"12", true}, {"-0.5", true}, {"1e-05", true}, {"", true}}) == "12,-0.5,1e-05,\n");
  CHECK(render_csv_line({{"-", true}, {"inf", true}, {"2 manager", true}, {"+1+2", true}}) ==
        "\"'-\",\"inf\",\"2 manager\",\"'+1+2\"\n");
}

TEST_CASE("The header of CSV is words") {
  CHECK(render_csv_header({"id", "received_at"}) == "id,received_at\n");
  CHECK(render_csv_header({"a,b", "=x", " c"}) == "\"a,b\",'=x,\" c\"\n");
}
