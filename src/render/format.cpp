#include "render/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "render/delimited.hpp"
#include "render/html.hpp"
#include "render/json.hpp"
#include "render/mail.hpp"
#include "render/markdown.hpp"
#include "render/table.hpp"
#include "render/text.hpp"
#include "render/yaml.hpp"
#include "util/error.hpp"

namespace crmtrack::render {

namespace {

using document::Document;
using document::Table;
using document::Value;

/// A renderer that needs no layout, in the place of one that takes it.
template <auto render, class Thing>
std::string without_layout_for(const Thing& thing, const Layout&) {
  return render(thing);
}

std::string markdown_of_table(const Table& table) { return render_markdown(table); }
std::string markdown_of_document(const Document& document) { return render_markdown(document); }
std::string html_of_table(const Table& table) { return render_html(table); }
std::string html_of_document(const Document& document) { return render_html(document, Pictures::drawn); }
std::string mail_of_table(const Table& table) { return render_mail(Document{{table}}); }
std::string calendar_of_events(const std::vector<document::Event>& events, EntryForm form) {
  return render_calendar(events, form);
}
std::string json_line(const Value& value) { return render_json(value) + '\n'; }

constexpr std::array kFormats{
    Format{.name = "table",
           .says = "for people: lists fitted to the terminal, stories and reports as text (the default on a terminal)",
           .for_people = true,
           .on_terminal = true,
           .table = render_table,
           .document = render_text},
    Format{.name = "tsv",
           .says = "lists in a pipe: a row a line, tabs between cells, no quotes, no header (--header); \\\\, \\t, \\n "
                   "stand for backslash, tab and line feed",
           .table = without_layout_for<render_tsv, Table>,
           .header = render_tsv_header},
    Format{.name = "json",
           .says = "one object with format_version, command and items; reports have measures and tables",
           .value = json_line,
           .items = &kJsonItems},
    Format{.name = "jsonl", .says = "one item a line", .value = json_line, .items = &kJsonLines},
    Format{.name = "csv",
           .says = "for spreadsheets: texts in quotes, numbers bare, a header; formulas are guarded by an apostrophe",
           .table = without_layout_for<render_csv, Table>},
    Format{.name = "yaml", .says = "the same as json, as YAML", .value = render_yaml, .items = &kYamlItems},
    Format{.name = "markdown",
           .says = "for documents",
           .for_people = true,
           .table = without_layout_for<markdown_of_table, Table>,
           .document = without_layout_for<markdown_of_document, Document>},
    Format{.name = "html",
           .says = "a page that needs nothing else",
           .for_people = true,
           .table = without_layout_for<html_of_table, Table>,
           .document = without_layout_for<html_of_document, Document>},
    Format{.name = "mail",
           .says = "the text of a mail: lines of at most 72 columns, no colour",
           .for_people = true,
           .table = without_layout_for<mail_of_table, Table>,
           .document = without_layout_for<render_mail, Document>},
    Format{.name = "ics", .says = "a calendar (iCalendar); of agenda alone", .calendar = calendar_of_events},
};

constexpr auto kNames = [] {
  std::array<std::string_view, kFormats.size()> names;
  std::transform(kFormats.begin(), kFormats.end(), names.begin(), [](const Format& format) { return format.name; });
  return names;
}();

/// `a, b or c`.
std::string choice_of(const std::vector<std::string_view>& names) {
  return fmt::format("{} or {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

}  // namespace

std::span<const Format> formats() { return kFormats; }
std::span<const std::string_view> format_names() { return kNames; }

std::string_view format_choices() {
  static const std::string kChoices = choice_of({kNames.begin(), kNames.end()});
  return kChoices;
}

std::string document_format_choices() {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats)
    if (format.takes_documents() && !format.on_terminal) names.push_back(format.name);
  return choice_of(names);
}

const Format& get_format(std::string_view name) {
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& row) { return row.name == name; });
  if (found != kFormats.end()) return *found;
  throw util::Error{util::ErrorKind::usage,
                    fmt::format("cannot print as '{}': unknown format", name),
                    {fmt::format("formats: {}", fmt::join(kNames, ", "))}};
}

const Format& usual_list_format(bool out_is_terminal) { return get_format(out_is_terminal ? "table" : "tsv"); }
const Format& usual_document_format() { return get_format("table"); }
const Format& usual_value_format() { return get_format("json"); }

}  // namespace crmtrack::render
