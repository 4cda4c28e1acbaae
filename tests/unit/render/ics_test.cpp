#include <doctest/doctest.h>

#include <random>
#include <string>

#include "render/ics.hpp"
#include "util/text/utf8.hpp"

using namespace crmtrack;
using render::EntryForm;

namespace {

util::Instant at(std::string_view time) { return util::parse_rfc3339(time).value().utc; }

document::Event event(std::string summary) {
  document::Event event;
  event.uid = "20261121-7f3q2mxab4-resolution-01kk-1";
  event.summary = std::move(summary);
  event.made_at = at("2026-11-21T09:12:00Z");
  event.due_at = at("2026-11-23T17:00:00Z");
  return event;
}

std::string unfolded(std::string text) {
  for (std::size_t fold = text.find("\r\n "); fold != std::string::npos; fold = text.find("\r\n ", fold))
    text.erase(fold, 3);
  return text;
}

std::string summary_of(const std::string& text) {
  const std::string entry = unfolded(render::render_entry(event(text), EntryForm::event));
  const std::size_t from = entry.find("SUMMARY:") + 8;
  return entry.substr(from, entry.find("\r\n", from) - from);
}

}  // namespace

TEST_CASE("an event ends when the promise is due, and lasts longer than nothing") {
  CHECK(render::render_entry(event("call back"), EntryForm::event) ==
        "BEGIN:VEVENT\r\nUID:20261121-7f3q2mxab4-resolution-01kk-1\r\nDTSTAMP:20261121T091200Z\r\nSEQUENCE:0\r\n"
        "DTSTART:20261123T164500Z\r\nDTEND:20261123T170000Z\r\nTRANSP:TRANSPARENT\r\nSUMMARY:call "
        "back\r\nEND:VEVENT\r\n");
  document::Event undated = event("call back");
  undated.due_at.reset();
  undated.priority = 1;
  CHECK_FALSE(render::has_entry(undated, EntryForm::event));
  CHECK(render::render_entry(undated, EntryForm::todo, {2, at("2026-11-22T00:00:00Z")}) ==
        "BEGIN:VTODO\r\nUID:20261121-7f3q2mxab4-resolution-01kk-1\r\nDTSTAMP:20261121T091200Z\r\n"
        "LAST-MODIFIED:20261122T000000Z\r\nSEQUENCE:2\r\nSTATUS:NEEDS-ACTION\r\nPRIORITY:1\r\nSUMMARY:call back\r\n"
        "END:VTODO\r\n");
}

TEST_CASE("no letter of a text ends a line for any reader") {
  CHECK(summary_of("a\xe2\x80\xa8"
                   "b\xe2\x80\xa9"
                   "c\xc2\x85"
                   "d\ve\ff\ng\rh\ti\x7f") == "a b c d e f g h i ");
  CHECK(summary_of("1, 2; 3\\") == "1\\, 2\\; 3\\\\");
  CHECK(summary_of("bad \xff byte") == "bad \xef\xbf\xbd byte");
  document::Event told = event("x");
  told.description = "one\r\ntwo\nEND:VEVENT";
  CHECK(unfolded(render::render_entry(told, EntryForm::event)).find("DESCRIPTION:one\\ntwo\\nEND:VEVENT\r\n") !=
        std::string::npos);
}

TEST_CASE("lines are folded at 75 bytes between letters, and unfold to what they were") {
  static constexpr const char* kLetters[] = {"a", "é", "東", "\xf0\x9f\x98\x80", "e\xcc\x81", ",", ";", "\\", " "};
  std::mt19937 random(12);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t length = random() % 200; length > 0; --length) text += kLetters[random() % std::size(kLetters)];
    const std::string entry = render::render_entry(event(text), EntryForm::event);
    for (std::size_t from = 0, end = 0; (end = entry.find("\r\n", from)) != std::string::npos; from = end + 2) {
      REQUIRE(end - from <= 75);
      REQUIRE(util::is_valid_utf8(entry.substr(from, end - from)));
      REQUIRE_FALSE(entry.substr(from, end - from).starts_with(" \xcc\x81"));
    }
    std::string expected;
    for (const char c : text) expected += (c == ',' || c == ';' || c == '\\' ? "\\" : "") + std::string(1, c);
    REQUIRE(summary_of(text) == expected);
  }
}
