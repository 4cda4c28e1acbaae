#include "render/html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/chart/heading.hpp"
#include "render/chart/numbers.hpp"
#include "render/chart/svg.hpp"
#include "render/page/escape.hpp"
#include "render/page/style_sheet.hpp"
#include "render/page/table_html.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::render {

namespace {

using document::Role;

/// A browser that obeys this loads nothing and runs nothing, whatever the page says.
constexpr std::string_view kPolicy = "default-src 'none'; style-src 'unsafe-inline'";

std::string line_html(const document::Line& line) {
  std::string text;
  for (const document::Span& span : line) text += span_html(span.text, span.role);
  return text;
}

document::Table table_of_bars(const document::Bars& bars) {
  document::Table table{"", {{"label", ""}, {"value", "value", document::Align::right}}, {}};
  for (const auto& item : bars.items) table.rows.push_back({{item.label}, {item.shown}});
  return table;
}

/// Writes the blocks of a page below its main landmark.
class HtmlWriter {
 public:
  HtmlWriter(std::string title, Pictures pictures) : title_(std::move(title)), pictures_(pictures) {}

  void operator()(const document::Heading& heading) {
    title_ = heading.text;
    begin_heading(std::clamp(heading.level, 1, level_ + 1));
  }
  void operator()(const document::Paragraph& paragraph) {
    text_ += fmt::format("<p class=\"lines\">{}</p>\n", line_html(paragraph.line));
  }
  void operator()(const document::Lines& lines) {
    std::vector<std::string> shown;
    for (const document::Line& line : lines.lines) shown.push_back(line_html(line));
    text_ +=
        fmt::format("<div class=\"lines{}\">{}</div>\n", lines.indent > 0 ? " inner" : "", util::join(shown, "\n"));
  }
  void operator()(const document::Figures& figures) {
    if (!figures.items.empty()) text_ += figures_html(figures, {{}, true, heading_id()});
  }
  void operator()(const document::Table& table) {
    text_ += table.rows.empty() ? "<p>none</p>\n" : table_html(table, {{}, true, heading_id()});
  }
  void operator()(const document::Chart& chart) {
    const std::string heading = chart_heading(chart);
    const std::string note = chart_note(chart);
    text_ += "<figure>\n";
    if (is_empty(chart)) {
      text_ += fmt::format("<figcaption>{}</figcaption>\n<p>none</p>\n", escape_markup(util::visible_line(heading)));
    } else {
      if (pictures_ == Pictures::drawn)
        text_ += fmt::format("<figcaption>{}</figcaption>\n{}", escape_markup(util::visible_line(heading)),
                             render_svg(chart));
      text_ += table_html(readable_numbers(chart), {heading, pictures_ == Pictures::none, {}});
    }
    if (!note.empty()) text_ += fmt::format("<p class=\"dim\">{}</p>\n", escape_markup(note));
    text_ += "</figure>\n";
  }
  void operator()(const document::Bars& bars) {
    if (bars.items.empty()) return;
    if (pictures_ == Pictures::drawn) text_ += render_svg(bars, title_);
    text_ += table_html(table_of_bars(bars), {{}, true, heading_id()});
  }

  /// The page's first heading, where the document does not begin with one.
  void begin_untitled() { begin_heading(1); }
  std::string take() { return std::move(text_); }

 private:
  [[nodiscard]] std::string heading_id() const { return fmt::format("heading-{}", headings_); }

  /// No level is left out on the way down, and only the first heading of a page is of the first.
  void begin_heading(int level) {
    level_ = headings_ == 0 ? 1 : std::max(level, 2);
    ++headings_;
    text_ += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", level_, heading_id(), escape_markup(title_));
  }

  std::string title_;  ///< of the last heading
  Pictures pictures_;
  int level_ = 0;  ///< of the last heading
  std::size_t headings_ = 0;
  std::string text_;
};

/// The first heading of a document, else a name for it.
std::string title_of(const document::Document& document, const std::string& otherwise) {
  for (const auto& block : document.blocks)
    if (const auto* heading = std::get_if<document::Heading>(&block)) return heading->text;
  return otherwise;
}

std::string page_html(const document::Document& document, const std::string& name, Pictures pictures) {
  const std::string title = title_of(document, name);
  HtmlWriter writer{title, pictures};
  const bool titled = !document.blocks.empty() && std::holds_alternative<document::Heading>(document.blocks.front());
  if (!titled) writer.begin_untitled();
  for (const auto& block : document.blocks) std::visit(writer, block);
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
      kPolicy, escape_markup(util::visible_line(title)), kStyleSheet, writer.take());
}

}  // namespace

std::string render_html(const document::Document& document, Pictures pictures) {
  return page_html(document, "crmtrack", pictures);
}

std::string render_html(const document::Table& table) {
  return page_html(document::Document{{table}}, table.name.empty() ? "crmtrack" : table.name, Pictures::drawn);
}

}  // namespace crmtrack::render
