#include "render/format.hpp"

#include <doctest/doctest.h>

#include <string>

#include "util/error.hpp"

using namespace crmtrack;
using render::Format;

TEST_CASE("every format takes lists, and says in one way how") {
  for (const Format& format : render::formats()) {
    CAPTURE(format.name);
    CHECK(&render::get_format(format.name) == &format);
    const bool takes_items = format.items != nullptr;
    const bool takes_tables = format.table != nullptr;
    const bool takes_values = format.value != nullptr;
    const bool takes_prose = format.document != nullptr;
    const bool is_calendar = format.calendar != nullptr;  // which is of an agenda alone
    CHECK(format.takes_lists() == !is_calendar);
    CHECK((takes_tables != takes_items || is_calendar));
    CHECK_FALSE((takes_prose && takes_values));
    CHECK((takes_items || !takes_values));
  }
}

TEST_CASE("the names of the formats are those of the table") {
  CHECK(render::format_names().size() == render::formats().size());
  CHECK(render::format_choices() == "table, tsv, json, jsonl, csv, yaml, markdown, html, mail or ics");
  CHECK(render::document_format_choices() == "json, jsonl, yaml, markdown, html or mail");
}

TEST_CASE("an unknown format is a usage error that lists all") {
  try {
    render::get_format("pdf");
    FAIL("no error");
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::usage);
    CHECK(std::string{error.what()} == "cannot print as 'pdf': unknown format");
    CHECK(error.hints().front() == "formats: table, tsv, json, jsonl, csv, yaml, markdown, html, mail, ics");
  }
}

TEST_CASE("without a format the terminal decides what is printed") {
  CHECK(render::usual_list_format(true).on_terminal);
  CHECK(render::usual_list_format(false).name == "tsv");
  CHECK((render::usual_document_format().document != nullptr));
  CHECK((render::usual_value_format().value != nullptr));
}
