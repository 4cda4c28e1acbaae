#include <doctest/doctest.h>

#include "exchange/csv.hpp"
#include "exchange/encoding.hpp"
#include "exchange/json_text.hpp"
#include "sample_data.hpp"
#include "util/error.hpp"

using namespace crmtrack::exchange;
namespace test = crmtrack::test;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, CsvOptions options = {}) {
  CsvReader reader(text, options);
  CsvRow row;
  Rows rows;
  while (true) {
    const auto read = reader.next(row);
    REQUIRE(read);
    if (!*read) return rows;
    rows.push_back(row.cells);
  }
}

CsvFault fault_of(std::string_view text, CsvOptions options = {}) {
  CsvReader reader(text, options);
  CsvRow row;
  while (true) {
    const auto read = reader.next(row);
    if (!read) return read.error();
    REQUIRE(*read);
  }
}

/// RFC 4180: every cell quoted.
std::string write_csv(const Rows& rows, const std::string& line_end) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i == 0 ? "\"" : ",\"";
      for (const char c : row[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += line_end;
  }
  return text;
}

}  // namespace

TEST_CASE("cells: plain, quoted, with doubled quotes, delimiters and line ends inside") {
  CHECK(rows_of("a,b\n1,2\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows_of("\"a,\"\"b\"\"\",\"x\r\ny\"\n") == Rows{{"a,\"b\"", "x\r\ny"}});
  CHECK(rows_of("a,,\n,\"\",") == Rows{{"a", "", ""}, {"", "", ""}});
  CHECK(rows_of("it is 5\" wide,b") == Rows{{"it is 5\" wide", "b"}});
}

TEST_CASE("rows end in LF, CRLF or CR, the last with or without; empty lines are passed over") {
  CHECK(rows_of("a\nb") == Rows{{"a"}, {"b"}});
  CHECK(rows_of("a\r\nb\r\n") == Rows{{"a"}, {"b"}});
  CHECK(rows_of("a\rb\r") == Rows{{"a"}, {"b"}});
  CHECK(rows_of("\n\r\n\ra\n\n\nb\n\n") == Rows{{"a"}, {"b"}});
  CHECK(rows_of("") == Rows{});
  CHECK(rows_of("\n") == Rows{});
}

TEST_CASE("other delimiters") {
  CHECK(rows_of("a;b,c\n", {.delimiter = ';'}) == Rows{{"a", "b,c"}});
  CHECK(rows_of("a\tb\n", {.delimiter = '\t'}) == Rows{{"a", "b"}});
  CHECK(detect_delimiter("a,b,c\n1;2;3;4") == ',');
  CHECK(detect_delimiter("\na;b;\"c,d,e,f\"\n") == ';');
  CHECK(detect_delimiter("a\tb") == '\t');
  CHECK(detect_delimiter("a|b|c") == '|');
  CHECK(detect_delimiter("alone") == ',');
  CHECK(detect_delimiter("") == ',');
}

TEST_CASE("a refusal has its place") {
  const auto behind = fault_of("a,b\n1,\"2\"x\n");
  CHECK(behind.at == Position{2, 6});
  CHECK(behind.message == "text stands behind the closing quote of a cell");
  CHECK(behind.text == "1,\"2\"x");
  const auto unended = fault_of("a\nü\n\"x\ny\nz");
  CHECK(unended.at == Position{3, 1});
  CHECK(unended.message == "a quoted cell begins here and never ends");
  CHECK(fault_of("ü,é,\"x\"y").at == Position{1, 8});
  CHECK(fault_of(std::string_view("a\0b", 3)).message.starts_with("a cell holds a NUL byte"));
  CHECK(fault_of("abcdef", {.cell_bytes = 5}).message == "a cell is longer than 5 bytes");
  CHECK(fault_of("abc,def", {.row_bytes = 6}).message == "a row is longer than 6 bytes");
  CHECK(fault_of("a,b,c", {.cells = 2}).message == "a row has more than 2 cells");
}

TEST_CASE("the reader goes on behind a bad row") {
  CsvReader reader("a\n\"b\"c\nd\n");
  CsvRow row;
  CHECK(*reader.next(row));
  CHECK_FALSE(reader.next(row));
  CHECK(*reader.next(row));
  CHECK(row.cells == std::vector<std::string>{"d"});
  CHECK(row.start == Position{3, 1});
  CHECK_FALSE(*reader.next(row));
}

TEST_CASE("a row knows its lines, with quoted line ends of every kind") {
  const std::string text = "a,b\n\"1\n2\r\n3\r4\",x\ny,z\n";
  CsvReader reader(text);
  CsvRow row;
  REQUIRE(*reader.next(row));
  REQUIRE(*reader.next(row));
  CHECK(row.start == Position{2, 1});
  CHECK(reader.position_of(row, row.offsets[1]) == Position{5, 4});
  CHECK(row.text == "\"1\n2\r\n3\r4\",x");
  REQUIRE(*reader.next(row));
  CHECK(row.start == Position{6, 1});
}

TEST_CASE("write, then read, is the identity over hostile cells") {
  const Rows rows{{"", "\"", "\"\"", ",", "\n", "\r", "\r\n", " x ", "a\tb", "é☃𝄞"}, {"=1+1", "'", ";", "|", "\x01"}};
  for (const char* line_end : {"\n", "\r\n", "\r"}) CHECK(rows_of(write_csv(rows, line_end)) == rows);
}

TEST_CASE("csv-spectrum gives what it says") {
  if (!test::has_sample_data()) return;
  const auto folder = test::sample_data() / "csv-edge";
  for (const auto& file : test::files_below(folder / "csv-spectrum", ".csv")) {
    if (file.stem() == "location_coordinates") continue;  // its expected file is of other data
    CAPTURE(file);
    const auto expected =
        parse_json(test::read_bytes(folder / "csv-spectrum-expected" / (file.stem().string() + ".json")));
    REQUIRE(expected);
    const Rows rows = rows_of(test::read_bytes(file));
    const auto& items = std::get<crmtrack::document::Value::List>(expected->data);
    REQUIRE(rows.size() == items.size() + 1);
    for (std::size_t row = 0; row < items.size(); ++row) {
      for (std::size_t cell = 0; cell < rows[0].size(); ++cell) {
        const auto* value = items[row].find(rows[0][cell]);
        REQUIRE(value != nullptr);
        std::string text = std::get<std::string>(value->data);
        std::erase(text, '\r');  // the samples were stored with LF
        CHECK(text == rows[row + 1][cell]);
      }
    }
  }
}

TEST_CASE("every sample table is read, or refused with a place") {
  if (!test::has_sample_data()) return;
  std::size_t tables = 0;
  for (const char* ending : {".csv", ".tsv"}) {
    for (const auto& file : test::files_below(test::sample_data(), ending)) {
      CAPTURE(file);
      const std::string bytes = test::read_bytes(file);
      const std::string name = file.filename().string();
      const bool latin = name.find("latin1") != std::string::npos;
      if (latin) CHECK_THROWS_AS(to_utf8(bytes), crmtrack::util::Error);
      const Decoded decoded = to_utf8(bytes, latin ? "windows-1252" : "");
      CsvReader reader(decoded.text(), {.delimiter = detect_delimiter(decoded.text())});
      CsvRow row;
      std::size_t rows = 0;
      while (true) {
        const auto read = reader.next(row);
        if (!read)
          CHECK(name == "null_byte.csv");
        else if (!*read)
          break;
        ++rows;
      }
      CHECK((rows > 0 || name == "empty.csv"));
      ++tables;
    }
  }
  CHECK(tables > 60);
}
