#include "render/page/table_html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/page/escape.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

using document::Role;
using document::Table;

/// The letters of the usual size, and of the smaller one, that A4 and Letter have room for in a line.
constexpr std::size_t kUsualLetters = 100;
constexpr std::size_t kSmallLetters = 130;
/// A word that is wider than this may be broken on paper.
constexpr std::size_t kLongWord = 16;
constexpr std::size_t kLettersOfGap = 2;

std::string_view role_class(Role role) {
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

const std::string& shown_text(const document::Cell& cell) { return cell.shown.empty() ? cell.text : cell.shown; }

std::size_t widest_word(const std::string& text) {
  std::size_t widest = 0;
  for (const std::string& line : util::split(text, '\n'))
    for (const std::string& word : util::split(line, ' '))
      widest = std::max(widest, util::display_width(util::visible_line(word)));
  return widest;
}

/// How a shown column is written.
struct ColumnForm {
  std::size_t index = 0;  ///< in the table
  bool right = false;
  std::size_t word = 0;  ///< the width of its widest word

  [[nodiscard]] std::string attribute(bool breaks) const {
    std::string names = right ? "right" : "";
    if (breaks || word > kLongWord) names += names.empty() ? "long" : " long";
    return names.empty() ? "" : fmt::format(" class=\"{}\"", names);
  }
};

/// The shown columns, and how much room they need on paper.
struct TableForm {
  std::vector<ColumnForm> columns;
  std::size_t letters = 0;  ///< of the widest words in a row

  explicit TableForm(const Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const document::Column& column = table.columns[i];
      if (!column.shown) continue;
      ColumnForm form{i, column.align == document::Align::right, widest_word(column.title)};
      for (const auto& row : table.rows)
        if (i < row.size())
          form.word = std::max(form.word, form.right ? util::display_width(util::visible_line(shown_text(row[i])))
                                                     : widest_word(shown_text(row[i])));
      columns.push_back(form);
      letters += std::min(form.word, kLongWord) + kLettersOfGap;
    }
  }
  [[nodiscard]] std::string classes(std::size_t i) const { return columns[i].attribute(letters > kSmallLetters); }
};

/// A short word that a browser would break at its dash or slash, such as a month, stays in one line.
std::string unbroken(const std::string& text, std::string html) {
  const bool is_word = text.size() > 1 && text.find_first_of("-/") != std::string::npos &&
                       util::display_width(util::visible_line(text)) <= kLongWord;
  return is_word ? fmt::format("<span class=\"word\">{}</span>", html) : html;
}

/// How the letters of the widest words fit on paper: as they are, smaller, or in columns of one width.
std::string_view class_of_width(std::size_t letters) {
  if (letters > kSmallLetters) return " class=\"many crowded\"";
  return letters > kUsualLetters ? " class=\"many\"" : "";
}

std::string opening(const TableName& name, std::string_view classes) {
  const std::string label = name.caption.empty() ? fmt::format(" aria-labelledby=\"{}\"", name.heading_id) : "";
  std::string text = fmt::format("<table{}{}>\n", classes, label);
  if (!name.caption.empty())
    text += fmt::format("<caption{}>{}</caption>\n", name.is_seen ? "" : " class=\"unseen\"",
                        escape_markup(util::visible_line(name.caption)));
  return text;
}

std::string row_html(const TableForm& form, const std::vector<document::Cell>& row) {
  std::string text = "<tr>";
  for (std::size_t k = 0; k < form.columns.size(); ++k) {
    const ColumnForm& column = form.columns[k];
    std::string shown;
    if (column.index < row.size()) {
      const document::Cell& cell = row[column.index];
      shown = unbroken(shown_text(cell), span_html(shown_text(cell), cell.role));
    }
    if (k == 0 && !column.right && !shown.empty())
      text += fmt::format("<th scope=\"row\"{}>{}</th>", form.classes(k), shown);
    else
      text += fmt::format("<td{}>{}</td>", form.classes(k), shown);
  }
  return text + "</tr>\n";
}

}  // namespace

std::string span_html(std::string_view text, Role role) {
  const std::string_view name = role_class(role);
  return name.empty() ? escape_markup(text) : fmt::format("<span class=\"{}\">{}</span>", name, escape_markup(text));
}

std::string table_html(const Table& table, const TableName& name) {
  const TableForm form{table};
  std::string text = fmt::format(
      "<div class=\"wide\" role=\"group\" tabindex=\"0\"{}>\n",
      name.caption.empty() ? fmt::format(" aria-labelledby=\"{}\"", name.heading_id)
                           : fmt::format(" aria-label=\"{}\"", escape_markup(util::visible_line(name.caption))));
  text += opening(name, class_of_width(form.letters)) + "<thead>\n<tr>";
  for (std::size_t k = 0; k < form.columns.size(); ++k) {
    const std::string& title = table.columns[form.columns[k].index].title;
    // A heading without a word is none: a cell stands for the corner above the labels.
    text += title.empty()
                ? fmt::format("<td{}></td>", form.classes(k))
                : fmt::format("<th scope=\"col\"{}>{}</th>", form.classes(k), unbroken(title, escape_markup(title)));
  }
  text += "</tr>\n</thead>\n<tbody>\n";
  for (const std::vector<document::Cell>& row : table.rows) text += row_html(form, row);
  return text + "</tbody>\n</table>\n</div>\n";
}

std::string figures_html(const document::Figures& figures, const TableName& name) {
  const bool noted = std::any_of(figures.items.begin(), figures.items.end(),
                                 [](const document::Figures::Item& item) { return !item.note.empty(); });
  std::string text = opening(name, "") + "<tbody>\n";
  for (const auto& item : figures.items) {
    text += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td>", escape_markup(item.label),
                        span_html(item.value, item.role));
    if (noted) text += fmt::format("<td>{}</td>", escape_markup(item.note));
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n";
}

}  // namespace crmtrack::render
