#include "render/html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::render {

namespace {

using document::Role;

constexpr const char* kHead =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n"
    "body {{ font-family: sans-serif; line-height: 1.4; max-width: 50em; margin: 2em auto; padding: 0 1em }}\n"
    "table {{ border-collapse: collapse }}\nth, td {{ text-align: left; vertical-align: top; padding: 0.2em 0.8em "
    "0.2em 0 "
    "}}\n.right {{ text-align: right }}\n.lines {{ white-space: pre-wrap }}\n.strong, .heading, .mark {{ font-weight: "
    "bold }}\n.dim {{ color: #595959 }}\n.good {{ color: #14691b }}\n.warning {{ color: #7a4a00 }}\n.bad {{ color: "
    "#a3140f }}\n</style>\n</head>\n<body>\n";

/// A text that a browser takes for nothing but text. Line feeds stay.
std::string escape_html(std::string_view raw) {
  std::string escaped;
  for (const char c : util::visible_block(raw)) {
    switch (c) {
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '&':
        escaped += "&amp;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string_view class_of(Role role) {
  switch (role) {
    case Role::strong:
      return "strong";
    case Role::dim:
      return "dim";
    case Role::good:
      return "good";
    case Role::warning:
      return "warning";
    case Role::bad:
      return "bad";
    case Role::heading:
      return "heading";
    case Role::mark:
      return "mark";
    case Role::plain:
    case Role::id:
      break;
  }
  return {};
}

std::string span_html(const std::string& text, Role role) {
  const std::string_view name = class_of(role);
  return name.empty() ? escape_html(text) : fmt::format("<span class=\"{}\">{}</span>", name, escape_html(text));
}

std::string line_html(const document::Line& line) {
  std::string text;
  for (const document::Span& span : line) text += span_html(span.text, span.role);
  return text;
}

std::string table_html(const document::Table& table) {
  const auto each_shown = [&](const auto& add) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i].shown) add(i, table.columns[i].align == document::Align::right ? " class=\"right\"" : "");
  };
  std::string text = "<table>\n<tr>";
  each_shown([&](std::size_t i, const char* how) {
    text += fmt::format("<th{}>{}</th>", how, escape_html(table.columns[i].title));
  });
  text += "</tr>\n";
  for (const std::vector<document::Cell>& row : table.rows) {
    text += "<tr>";
    each_shown([&](std::size_t i, const char* how) {
      const bool has_cell = i < row.size();
      text += fmt::format("<td{}>{}</td>", how,
                          has_cell ? span_html(row[i].shown.empty() ? row[i].text : row[i].shown, row[i].role) : "");
    });
    text += "</tr>\n";
  }
  return text + "</table>\n";
}

struct HtmlWriter {
  std::string text;

  void operator()(const document::Heading& heading) {
    const int level = std::clamp(heading.level, 1, 6);
    text += fmt::format("<h{0}>{1}</h{0}>\n", level, escape_html(heading.text));
  }
  void operator()(const document::Paragraph& paragraph) {
    text += fmt::format("<p class=\"lines\">{}</p>\n", line_html(paragraph.line));
  }
  void operator()(const document::Lines& lines) {
    std::vector<std::string> shown;
    for (const document::Line& line : lines.lines) shown.push_back(line_html(line));
    text += fmt::format("<div class=\"lines\">{}</div>\n", util::join(shown, "\n"));
  }
  void operator()(const document::Figures& figures) {
    text += "<table>\n";
    for (const auto& item : figures.items)
      text += fmt::format("<tr><th>{}</th><td>{}</td><td>{}</td></tr>\n", escape_html(item.label),
                          span_html(item.value, item.role), escape_html(item.note));
    text += "</table>\n";
  }
  void operator()(const document::Table& table) { text += table.rows.empty() ? "<p>none</p>\n" : table_html(table); }
  void operator()(const document::Bars& bars) {
    text += "<table>\n";
    for (const auto& item : bars.items)
      text += fmt::format("<tr><th>{}</th><td class=\"right\">{}</td></tr>\n", escape_html(item.label),
                          escape_html(item.shown));
    text += "</table>\n";
  }
};

/// The first heading, as the page's title.
std::string title_of(const document::Document& document) {
  for (const auto& block : document.blocks)
    if (const auto* heading = std::get_if<document::Heading>(&block)) return heading->text;
  return "crmtrack";
}

}  // namespace

std::string render_html(const document::Document& document) {
  HtmlWriter writer{fmt::format(kHead, escape_html(title_of(document)))};
  for (const auto& block : document.blocks) std::visit(writer, block);
  return writer.text + "</body>\n</html>\n";
}

std::string render_html(const document::Table& table) { return render_html(document::Document{{table}}); }

}  // namespace crmtrack::render
