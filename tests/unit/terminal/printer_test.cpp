#include "terminal/printer.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "util/error.hpp"

using namespace crmtrack;
using document::Align;
using document::Cell;
using document::Listing;
using document::Value;
using terminal::Printer;

namespace {

/// The format of that name; none for an empty one.
const render::Format* format_of(std::string_view name) { return name.empty() ? nullptr : &render::get_format(name); }

/// The text that a printer writes to its standard output.
std::string printed(terminal::Streams streams, const Printer::Options& options,
                    const std::function<void(Printer&)>& print) {
  std::FILE* file = std::tmpfile();
  REQUIRE(file != nullptr);
  streams.out = ::fileno(file);
  Printer printer{streams, options};
  print(printer);
  printer.flush();
  std::rewind(file);
  std::string text;
  char buffer[4096];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, got);
  std::fclose(file);
  return text;
}

Listing listing(std::size_t rows = 2) {
  Listing list;
  list.command = "list";
  list.table.columns = {{"id", "id"}, {"level", "level", Align::right}, {"hidden", "hidden", Align::left, false}};
  for (std::size_t i = 0; i < rows; ++i) {
    list.table.rows.push_back(
        {Cell{"id" + std::to_string(i), "", {}, 0}, Cell{std::to_string(i), "", {}, 0}, Cell{"h", "", {}, 0}});
  }
  list.item = [](std::size_t row) {
    return Value{Value::Object{
        {"id", "id" + std::to_string(row)}, {"level", row}, {"promises", Value::List{}}, {"age_days", nullptr}}};
  };
  list.footer = {{{"2 promises", document::Role::dim}}};
  return list;
}

std::string listed(std::string_view format, std::vector<std::string> fields = {}, std::size_t rows = 2,
                   bool terminal = false) {
  terminal::Streams streams;
  streams.out_is_terminal = terminal;
  return printed(streams, {format_of(format), std::move(fields), false},
                 [&](Printer& out) { out.print(listing(rows)); });
}

std::string usage_error_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::usage);
    return std::string{error.what()} + (error.hints().empty() ? "" : " | " + error.hints().front());
  }
  return "no error";
}

}  // namespace

TEST_CASE("a list: a table on a terminal, TSV without header in a pipe") {
  CHECK(listed("") == "id0\t0\nid1\t1\n");
  CHECK(listed("", {}, 2, true) == "id   level\nid0      0\nid1      1\n\n2 promises\n");
  CHECK(listed("table") == "id   level\nid0      0\nid1      1\n");
  CHECK(listed("", {}, 0).empty());
  CHECK(listed("", {}, 0, true) == "2 promises\n");
}

TEST_CASE("a list in every format") {
  CHECK(listed("tsv") == "id0\t0\nid1\t1\n");
  CHECK(listed("csv") == "id,level\n\"id0\",0\n\"id1\",1\n");
  CHECK(listed("markdown") == "| id | level |\n| --- | ---: |\n| id0 | 0 |\n| id1 | 1 |\n");
  CHECK(listed("json") ==
        "{\"format_version\": 1, \"command\": \"list\", \"items\": [\n"
        "{\"id\": \"id0\", \"level\": 0, \"promises\": [], \"age_days\": null},\n"
        "{\"id\": \"id1\", \"level\": 1, \"promises\": [], \"age_days\": null}\n"
        "]}\n");
  CHECK(listed("jsonl", {"id"}) == "{\"id\": \"id0\"}\n{\"id\": \"id1\"}\n");
  CHECK(listed("yaml", {"id", "promises"}) ==
        "format_version: 1\ncommand: list\nitems:\n- id: id0\n  promises: []\n- id: id1\n  promises: []\n");
}

TEST_CASE("a header for TSV, where the user asks for one") {
  const auto with_header = [](const char* format, std::size_t rows) {
    terminal::Printer::Options options{format_of(format), {}, false};
    options.header = true;
    return printed({}, options, [&](Printer& out) { out.print(listing(rows)); });
  };
  CHECK(with_header("", 1) == "id\tlevel\nid0\t0\n");
  CHECK(with_header("tsv", 0) == "id\tlevel\n");
  CHECK(with_header("csv", 0) == "id,level\n");
}

TEST_CASE("an empty list in every format") {
  CHECK(listed("json", {}, 0) == "{\"format_version\": 1, \"command\": \"list\", \"items\": []}\n");
  CHECK(listed("yaml", {}, 0) == "format_version: 1\ncommand: list\nitems: []\n");
  CHECK(listed("jsonl", {}, 0).empty());
  CHECK(listed("tsv", {}, 0).empty());
  CHECK(listed("csv", {}, 0) == "id,level\n");
  CHECK(listed("table", {}, 0).empty());
}

TEST_CASE("fields: in the order given, hidden ones too, and those that only items have") {
  CHECK(listed("tsv", {"level", "id", "hidden"}) == "0\tid0\th\n1\tid1\th\n");
  CHECK(listed("csv", {"age_days", "promises"}) == "age_days,promises\n,\"[]\"\n,\"[]\"\n");
  CHECK(listed("json", {"level", "id"}, 1) ==
        "{\"format_version\": 1, \"command\": \"list\", \"items\": [\n{\"level\": 0, \"id\": \"id0\"}\n]}\n");
}

TEST_CASE("an unknown field is a usage error that names the nearest") {
  CHECK(usage_error_of([] { listed("tsv", {"levle"}); }) ==
        "cannot print field 'levle': there is none of that name | did you mean level?");
  CHECK(usage_error_of([] { listed("json", {"promise"}); }) ==
        "cannot print field 'promise': there is none of that name | did you mean promises?");
  CHECK(usage_error_of([] { listed("csv", {"zzzzzz"}); }).find("fields: id, level, hidden, promises, age_days") !=
        std::string::npos);
}

TEST_CASE("NUL separates the values of one field") {
  const auto nul = [](const Printer::Options& options) {
    return printed({}, options, [](Printer& out) { out.print(listing()); });
  };
  CHECK(nul({nullptr, {"id"}, true}) == std::string("id0\0id1\0", 8));
  CHECK(usage_error_of([&] { nul({nullptr, {}, true}); }).find("--fields id") != std::string::npos);
  CHECK(usage_error_of([&] { nul({format_of("json"), {"id"}, true}); }).find("'-0'") != std::string::npos);
}

TEST_CASE("a document is text, Markdown, its tables, or its JSON") {
  document::Document document;
  document.add(document::Heading{"Reasons", 1});
  document.add(document::Table{"reasons",
                               {{"reason", "Reason"}, {"n", "n", Align::right}},
                               {{Cell{"billing", "", {}, 0}, Cell{"3", "", {}, 0}}}});
  document.add(document::Table{"other", {{"x", "X"}}, {{Cell{"1", "", {}, 0}}}});
  const Value json{Value::Object{{"command", "report"}, {"tables", Value::List{1}}}};
  const auto as = [&](std::string_view format) {
    return printed({}, {format_of(format), {}, false}, [&](Printer& out) { out.print(document, json); });
  };
  CHECK(as("") == "Reasons\nReason   n\nbilling  3\n\nX\n1\n");
  CHECK(as("table") == as(""));
  CHECK(as("markdown") == "# Reasons\n\n| Reason | n |\n| --- | ---: |\n| billing | 3 |\n\n| X |\n| --- |\n| 1 |\n");
  CHECK(as("tsv") == "billing\t3\n\n1\n");
  CHECK(as("csv") == "reason,n\n\"billing\",3\n\nx\n\"1\"\n");
  CHECK(as("json") == "{\"command\": \"report\", \"tables\": [1]}\n");
  CHECK(as("jsonl") == as("json"));
  CHECK(as("yaml") == "command: report\ntables:\n  - 1\n");
}

TEST_CASE("an envelope keeps what stands around its items") {
  Value envelope;
  envelope.set("format_version", 1);
  envelope.set("items", Value::List{Value::Object{{"id", "a"}, {"x", 1}}});
  envelope.set("created", Value::List{"r1"});
  const auto as = [&](std::string_view format, std::vector<std::string> fields = {}) {
    return printed({}, {format_of(format), std::move(fields), false}, [&](Printer& out) { out.print_json(envelope); });
  };
  const std::string json =
      "{\"format_version\": 1, \"items\": [\n{\"id\": \"a\", \"x\": 1}\n], \"created\": [\"r1\"]}\n";
  CHECK(as("json") == json);
  CHECK(as("") == json);
  CHECK(as("jsonl") == "{\"id\": \"a\", \"x\": 1}\n");
  CHECK(as("jsonl", {"x"}) == "{\"x\": 1}\n");
  CHECK(as("yaml") == "format_version: 1\nitems:\n- id: a\n  x: 1\ncreated:\n  - r1\n");
}

TEST_CASE("where no format is asked for, the terminal decides") {
  terminal::Streams streams;
  CHECK(Printer{streams, {}}.format().name == "tsv");
  CHECK(Printer{streams, {}}.takes_documents());
  streams.out_is_terminal = true;
  CHECK(Printer{streams, {}}.format().name == "table");
  CHECK(Printer{streams, {format_of("yaml"), {}, false}}.format().name == "yaml");
  CHECK_FALSE(Printer{streams, {format_of("csv"), {}, false}}.takes_documents());
}

TEST_CASE("a line is printed as it is") {
  CHECK(printed(
            {}, {}, [](Printer& out) { out.line("20261121-7f3q2mxab4"); }) == "20261121-7f3q2mxab4\n");
}
