#include "render/html.hpp"

#include <doctest/doctest.h>

#include <string>

#include "sample_charts.hpp"

using namespace crmtrack;
using document::Document;
using document::Role;
using render::Pictures;

namespace {

std::string body_of(const Document& document, Pictures pictures = Pictures::drawn) {
  const std::string page = render::render_html(document, pictures);
  const std::size_t begin = page.find("<main>\n") + 7;
  return page.substr(begin, page.find("</main>") - begin);
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a page says what it is, and forbids itself to load anything") {
  const std::string page = render::render_html(Document{{document::Heading{"A <b>\n", 2}}}, Pictures::drawn);
  CHECK(
      page.starts_with("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "));
  CHECK(contains(page, "<title>A &lt;b&gt;\\n</title>\n"));
  CHECK(page.ends_with("</main>\n</body>\n</html>\n"));
}

TEST_CASE("headings leave no level out, and the first is the only one of the first level") {
  CHECK(body_of({{document::Heading{"a", 2}, document::Heading{"b", 5}, document::Heading{"c", 1},
                  document::Heading{"d", 3}, document::Heading{"e", 0}}}) ==
        "<h1 id=\"heading-1\">a</h1>\n<h2 id=\"heading-2\">b</h2>\n<h2 id=\"heading-3\">c</h2>\n"
        "<h3 id=\"heading-4\">d</h3>\n<h2 id=\"heading-5\">e</h2>\n");
  CHECK(body_of({{document::Paragraph{{{"text"}}}}}) ==
        "<h1 id=\"heading-1\">crmtrack</h1>\n<p class=\"lines\">text</p>\n");
}

TEST_CASE("a table has headings for columns and rows, and the name of the heading above it") {
  const document::Table table{
      "",
      {{"a", "A <i>"}, {"n", "n", document::Align::right}, {"h", "hidden", document::Align::left, false}},
      {{{"x&y", "", Role::bad}, {"1.25", "1.3"}, {"secret"}}, {{"z"}}}};
  CHECK(body_of({{document::Heading{"T", 1}, table}}) ==
        "<h1 id=\"heading-1\">T</h1>\n"
        "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\"heading-1\">\n"
        "<table aria-labelledby=\"heading-1\">\n<thead>\n"
        "<tr><th scope=\"col\">A &lt;i&gt;</th><th scope=\"col\" class=\"right\">n</th></tr>\n</thead>\n<tbody>\n"
        "<tr><th scope=\"row\"><span class=\"bad\">x&amp;y</span></th><td class=\"right\">1.3</td></tr>\n"
        "<tr><th scope=\"row\">z</th><td class=\"right\"></td></tr>\n</tbody>\n</table>\n</div>\n");
}

TEST_CASE("figures are a table of labels, with notes where there are some") {
  CHECK(body_of({{document::Heading{"T", 1}, document::Figures{{{"on <time>", "93 %", "", Role::good}}}}}) ==
        "<h1 id=\"heading-1\">T</h1>\n<table aria-labelledby=\"heading-1\">\n<tbody>\n"
        "<tr><th scope=\"row\">on &lt;time&gt;</th><td><span class=\"good\">93 %</span></td></tr>\n"
        "</tbody>\n</table>\n");
}

TEST_CASE("a chart is drawn with its numbers beside it; a mail has the numbers alone") {
  const Document document{{render::test::control_chart()}};
  const std::string page = body_of(document);
  CHECK(contains(page, "<figure>\n<figcaption>Escalated by month (share)</figcaption>\n<svg "));
  CHECK(contains(page, "<caption class=\"unseen\">Escalated by month (share)</caption>"));
  CHECK(contains(page, "<p class=\"dim\">Centre and limits come from the first 20 periods.</p>"));
  const std::string mail = body_of(document, Pictures::none);
  CHECK_FALSE(contains(mail, "<svg"));
  CHECK(contains(mail, "<caption>Escalated by month (share)</caption>"));
  CHECK(contains(mail, "<td>above the upper limit</td>"));
}

TEST_CASE("a month stays in one line, a longer word with dashes may break, and a dash alone is as it is") {
  const document::Table table{
      "t", {{"a", "2026-11"}, {"b", "B"}}, {{{"2026-10"}, {"-"}}, {{"charged-twice-or-wrong-amount"}, {"b"}}}};
  const std::string page = render::render_html(table);
  for (const char* part : {"<span class=\"word\">2026-11</span></th>", "<span class=\"word\">2026-10</span></th>",
                           "<td>-</td>", ">charged-twice-or-wrong-amount</th>"}) {
    CAPTURE(part);
    CHECK(page.find(part) != std::string::npos);
  }
}

TEST_CASE("no label becomes markup") {
  for (const Pictures pictures : {Pictures::drawn, Pictures::none}) {
    const std::string page = render::render_html(render::test::sample_document(), pictures);
    for (const char* bad : {"<script", "<s>", "<u>", "<i>", "<b>", "\x1b", "\u202e", " style=", "<img", "javascript:"})
      CHECK_FALSE(contains(page, bad));
    CHECK(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(contains(page, "billing_wrong"));
  }
}
