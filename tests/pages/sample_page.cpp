#include <fmt/format.h>

#include <string_view>

#include "../unit/render/sample_charts.hpp"
#include "render/chart/gnuplot.hpp"
#include "render/html.hpp"
#include "render/text.hpp"

/// Prints a document with every kind of block, for the tests that look at it in a browser: `html`, `mail` (HTML without
/// pictures), `text` and `ascii` (drawn, 80 columns), or `svg NUMBER` and `png NUMBER`, gnuplot's script of a chart.
int main(int argc, char** argv) {
  using namespace crmtrack;
  const document::Document document = render::test::sample_document();
  const std::string_view form = argc > 1 ? argv[1] : "html";
  if (form == "html") fmt::print("{}", render::render_html(document, render::Pictures::drawn));
  if (form == "mail") fmt::print("{}", render::render_html(document, render::Pictures::none));
  if (form == "text" || form == "ascii")
    fmt::print("{}", render::render_text(document, {80, false, form == "text", render::Pictures::drawn}));
  if (form != "svg" && form != "png") return 0;
  const auto charts = render::test::sample_charts();
  const std::size_t number = argc > 2 ? static_cast<std::size_t>(argv[2][0] - '0') : 0;
  if (number >= charts.size()) return 2;
  fmt::print("{}", render::gnuplot_script(charts[number],
                                          form == "svg" ? render::PictureKind::svg : render::PictureKind::png));
  return 0;
}
