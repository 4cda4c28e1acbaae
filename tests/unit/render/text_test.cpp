#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "render/markdown.hpp"
#include "render/style.hpp"
#include "render/text.hpp"
#include "render/wrapped_line.hpp"
#include "util/text/width.hpp"

using namespace crmtrack;
using document::Document;
using document::Role;

namespace {

std::string text_of(const Document& document, std::size_t width = 40, bool color = false, bool utf8 = true) {
  return render::render_text(document, {width, color, utf8});
}

Document of(std::vector<Document::Block> blocks) { return {std::move(blocks)}; }

std::vector<std::string> wrapped(const std::string& text, std::size_t width, bool keep_breaks = true) {
  std::vector<std::string> lines;
  for (const auto& line : render::wrap_line({{text, Role::plain}}, width, keep_breaks))
    lines.push_back(render::render_line(line, false));
  return lines;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("lines wrap at blanks") {
  CHECK(wrapped("", 10) == Texts{""});
  CHECK(wrapped("one two three", 20) == Texts{"one two three"});
  CHECK(wrapped("one two three", 7) == Texts{"one two", "three"});
  CHECK(wrapped("one two three", 8) == Texts{"one two", "three"});
  CHECK(wrapped("one   two   ", 6) == Texts{"one", "two"});
  CHECK(wrapped("  one two", 7) == Texts{"  one", "two"});
  CHECK(wrapped("abcdefghij", 4) == Texts{"abcd", "efgh", "ij"});
  CHECK(wrapped("a abcdefghij b", 4) == Texts{"a", "abcd", "efgh", "ij b"});
  CHECK(wrapped("   abcdefghij", 4) == Texts{"abcd", "efgh", "ij"});
  CHECK(wrapped("日本語日本", 4) == Texts{"日本", "語日", "本"});
  CHECK(wrapped("e\xcc\x81"
                "e\xcc\x81"
                "e\xcc\x81",
                2) == Texts{"e\xcc\x81"
                            "e\xcc\x81",
                            "e\xcc\x81"});
}

TEST_CASE("line feeds end lines where they may, and are shown elsewhere") {
  CHECK(wrapped("a\nb\n\nc\n", 10) == Texts{"a", "b", "", "c"});
  CHECK(wrapped("a\r\nb", 10) == Texts{"a", "b"});
  CHECK(wrapped("a\tb", 10) == Texts{"a    b"});
  CHECK(wrapped("a\rb\x1b", 20) == Texts{"a\\rb\\x1b"});
  CHECK(wrapped("a\nb", 10, false) == Texts{"a\\nb"});
  CHECK(wrapped("\n", 10) == Texts{""});
}

TEST_CASE("wrapping loses no word and no role, at any width") {
  const document::Line line{{"The quick ", Role::plain},
                            {"brown fox 日本語 ", Role::bad},
                            {"jumps👩‍👩‍👧over", Role::good},
                            {" it", Role::dim}};
  for (std::size_t width = 2; width < 60; ++width) {
    std::string joined;
    std::string bad;
    for (const auto& part : render::wrap_line(line, width, false)) {
      const auto text = render::render_line(part, false);
      CHECK(util::display_width(text) <= width);
      joined += text;
      for (const auto& span : part) bad += span.role == Role::bad ? span.text : "";
    }
    std::erase(joined, ' ');
    std::erase(bad, ' ');
    CHECK(joined == "Thequickbrownfox日本語jumps👩‍👩‍👧overit");
    CHECK(bad == "brownfox日本語");
  }
}

TEST_CASE("blocks stand apart, but not below a heading nor between lines") {
  const auto document =
      of({document::Heading{"Summary", 1}, document::Paragraph{{{"A text.", Role::plain}}},
          document::Paragraph{{{"Another.", Role::plain}}}, document::Heading{"Story", 2},
          document::Lines{{{{"first", Role::plain}}}, 0}, document::Lines{{{{"inner", Role::plain}}, {}}, 2},
          document::Lines{{}, 0}, document::Paragraph{{{"End.", Role::plain}}}});
  CHECK(text_of(document) == "Summary\nA text.\n\nAnother.\n\nStory\nfirst\n  inner\n\n\nEnd.\n");
}

TEST_CASE("lines are indented, and so is what wraps") {
  const auto document =
      of({document::Lines{{{{"one two three four five six", Role::plain}}, {{"x\ny", Role::plain}}}, 4}});
  CHECK(text_of(document, 20) == "    one two three\n    four five six\n    x\\ny\n");
}

TEST_CASE("figures are aligned") {
  const auto document = of({document::Figures{{{"received", "12", "", Role::plain},
                                               {"größte Frist", "3d 4h", "median of 5", Role::bad},
                                               {"日本", "", "not reached", Role::plain}}}});
  CHECK(text_of(document) ==
        "received      12\n"
        "größte Frist  3d 4h  median of 5\n"
        "日本          not reached\n");
  CHECK(text_of(document, 26) ==
        "received      12\n"
        "größte Frist  3d 4h\n"
        "              median of 5\n"
        "日本          not reached\n");
}

TEST_CASE("an empty table in a document says so") {
  CHECK(text_of(of({document::Heading{"A heading that is longer than a line of the terminal", 1}}), 30) ==
        "A heading that is longer than\na line of the terminal\n");
  CHECK(text_of(of({document::Heading{"Reasons", 1}, document::Table{"", {{"a", "a"}}, {}}})) == "Reasons\nnone\n");
}

TEST_CASE("bars are scaled to the longest") {
  const auto document =
      of({document::Bars{{{"billing", 10, "10"}, {"other", 5, "5"}, {"half", 0.3125, "0.31"}, {"none", -1, "-1"}}}});
  CHECK(text_of(document, 33) ==
        "billing    10  ██████████████████\n"
        "other       5  █████████\n"
        "half     0.31  ▋\n"
        "none       -1\n");
  CHECK(text_of(document, 33, false, false).find("other       5  #########\n") != std::string::npos);
}

TEST_CASE("text is coloured by role alone, and never by what it says") {
  const document::Line line{{"ok ", Role::good}, {"\x1b[31mred", Role::plain}, {"!", Role::mark}};
  CHECK(render::render_line(line, true) == "\x1b[32mok \x1b[0m\\x1b[31mred\x1b[1;33m!\x1b[0m");
  CHECK(render::render_line(line, false) == "ok \\x1b[31mred!");
}

TEST_CASE("Markdown takes text for nothing but text") {
  const auto document = of(
      {document::Heading{"# Reasons <b>", 2}, document::Paragraph{{{"- a *b* _c_ snake_case <i>&", Role::plain}}},
       document::Paragraph{{{"1. one\n2. two", Role::plain}}},
       document::Lines{
           {{{"id ", Role::strong}, {"x", Role::strong}}, {}, {{"`y` [z](u)", Role::plain}}, {{"last", Role::plain}}},
           2},
       document::Figures{{{"a|b", "1", "n", Role::plain}}}, document::Bars{{{"x", 1, "1"}}}});
  CHECK(render::render_markdown(document) ==
        "## # Reasons &lt;b&gt;\n\n"
        "\\- a \\*b\\* \\_c\\_ snake_case &lt;i&gt;&amp;\n\n"
        "1\\. one\\\n2\\. two\n\n"
        "> id **x**\n>\n> \\`y\\` \\[z\\](u)\\\n> last\n\n"
        "| | | |\n| --- | --- | --- |\n| a\\|b | 1 | n |\n\n"
        "| | |\n| --- | ---: |\n| x | 1 |\n");
}

TEST_CASE("a Markdown table escapes bars, HTML and line feeds") {
  const document::Table table{"",
                              {{"a", "A|"}, {"n", "n", document::Align::right}},
                              {{{"x|y<br>\nz\\", "", Role::plain, 0}, {"1", "", Role::plain, 0}}, {}}};
  CHECK(render::render_markdown(table) == "| A\\| | n |\n| --- | ---: |\n| x\\|y&lt;br&gt;\\\\nz\\\\ | 1 |\n| | |\n");
}
