#include "render/markdown.hpp"

#include <utility>

#include "render/chart/heading.hpp"
#include "render/chart/numbers.hpp"
#include "util/text/ascii.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::render {
namespace {

using document::Role;

/// `snake_case` stays as it is: an underscore inside a word marks nothing.
bool is_inside_word(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && util::is_alphanumeric(text[at - 1]) && util::is_alphanumeric(text[at + 1]);
}

/// Text that Markdown and HTML take for nothing but text (CommonMark 2.4, 6.6).
std::string escape(std::string_view raw) {
  const auto text = util::visible_line(raw);
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else {
      const bool marks = std::string_view{"\\|*`[]~"}.find(c) != std::string_view::npos;
      if (marks || (c == '_' && !is_inside_word(text, i))) escaped += '\\';
      escaped += c;
    }
  }
  return escaped;
}

/// A line that no list, heading, rule or quote begins with.
std::string escape_start(std::string line) {
  const auto digits = line.find_first_not_of("0123456789");
  if (digits == std::string::npos) return line;
  const char c = line[digits];
  const bool numbers = digits > 0 && (c == '.' || c == ')');
  const bool marks = digits == 0 && (c == '#' || c == '-' || c == '+' || c == '=');
  if (numbers || marks) line.insert(digits, 1, '\\');
  return line;
}

std::string line_text(const document::Line& line) {
  std::string text;
  for (const auto& span : line) {
    const auto escaped = escape(span.text);
    const bool strong = (span.role == Role::strong || span.role == Role::heading) && !util::trim(escaped).empty() &&
                        util::trim(escaped) == escaped;
    text += strong ? "**" + escaped + "**" : escaped;
  }
  return escape_start(std::string{util::trim(text)});
}

void append_row(const std::vector<std::string>& cells, std::string& text) {
  text += '|';
  for (const auto& cell : cells) {
    text += ' ';
    text += cell;
    text += cell.empty() ? "|" : " |";
  }
  text += '\n';
}

struct MarkdownWriter {
  std::string text;

  void operator()(const document::Heading& heading) {
    const auto level = static_cast<std::size_t>(heading.level < 1 ? 1 : heading.level > 6 ? 6 : heading.level);
    text += std::string(level, '#') + ' ' + escape(heading.text) + '\n';
  }
  void operator()(const document::Paragraph& paragraph) {
    for (const auto& span : paragraph.line)
      if (span.text.find('\n') != std::string::npos) return add_broken(paragraph.line);
    text += line_text(paragraph.line) + '\n';
  }
  void operator()(const document::Lines& lines) { add_lines(lines.lines, lines.indent > 0 ? "> " : ""); }
  void operator()(const document::Figures& figures) {
    append_row({"", "", ""}, text);
    append_row({"---", "---", "---"}, text);
    for (const auto& item : figures.items)
      append_row({escape(item.label), escape(item.value), escape(item.note)}, text);
  }
  void operator()(const document::Table& table) { text += table.rows.empty() ? "none\n" : render_markdown(table); }
  void operator()(const document::Chart& chart) {
    text += line_text({{chart_heading(chart), Role::strong}}) + "\n\n";
    (*this)(is_empty(chart) ? document::Table{} : readable_numbers(chart));
    if (const std::string note = chart_note(chart); !note.empty()) text += '\n' + escape(note) + '\n';
  }
  void operator()(const document::Bars& bars) {
    append_row({"", ""}, text);
    append_row({"---", "---:"}, text);
    for (const auto& item : bars.items) append_row({escape(item.label), escape(item.shown)}, text);
  }

 private:
  /// Lines that stay lines: a backslash at the end is a hard break.
  void add_lines(const std::vector<document::Line>& lines, std::string_view before) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto line = line_text(lines[i]);
      const bool goes_on = i + 1 < lines.size() && !line.empty() && !line_text(lines[i + 1]).empty();
      text += std::string{before} + line;
      while (text.ends_with(' ')) text.pop_back();
      text += goes_on ? "\\\n" : "\n";
    }
  }

  void add_broken(const document::Line& line) {
    std::vector<document::Line> lines(1);
    for (const auto& span : line) {
      bool again = false;
      for (const auto& part : util::split(span.text, '\n')) {
        if (std::exchange(again, true)) lines.emplace_back();
        lines.back().push_back({part.ends_with('\r') ? part.substr(0, part.size() - 1) : part, span.role});
      }
    }
    add_lines(lines, "");
  }
};

}  // namespace

std::string render_markdown(const document::Table& table) {
  std::vector<std::string> titles;
  std::vector<std::string> rule;
  for (const auto& column : table.columns) {
    if (!column.shown) continue;
    titles.push_back(escape(column.title));
    rule.emplace_back(column.align == document::Align::right ? "---:" : "---");
  }
  if (titles.empty()) return {};
  std::string text;
  append_row(titles, text);
  append_row(rule, text);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!table.columns[i].shown) continue;
      cells.push_back(i < row.size() ? escape(row[i].shown.empty() ? row[i].text : row[i].shown) : std::string{});
    }
    append_row(cells, text);
  }
  return text;
}

std::string render_markdown(const document::Document& document) {
  MarkdownWriter writer;
  for (const auto& block : document.blocks) {
    if (!writer.text.empty()) writer.text += '\n';
    std::visit(writer, block);
  }
  return std::move(writer.text);
}

}  // namespace crmtrack::render
