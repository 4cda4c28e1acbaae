#include "cli/topics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "query/date_span.hpp"
#include "record/filter_keys.hpp"
#include "render/format.hpp"
#include "util/text/parts.hpp"
#include "util/text/width.hpp"

namespace crmtrack::cli {

namespace {

using TopicRow = std::pair<std::string, std::string>;

constexpr std::size_t kTermWidth = 16;
constexpr std::size_t kShownValues = 9;

std::string topic_rows(const std::vector<TopicRow>& rows, std::size_t width) {
  const std::string indent(kTermWidth + 4, ' ');
  std::string text;
  for (const auto& [term, meaning] : rows) {
    const std::vector<std::string> lines = util::wrap(meaning, width - indent.size());
    const bool fits = util::display_width(term) <= kTermWidth;
    text += "  " + (fits ? util::pad_right(term, kTermWidth + 2) : term + "\n" + indent);
    text += util::join(lines, "\n" + indent) + "\n";
  }
  return text;
}

std::string paragraph(std::string_view text, std::size_t width) {
  return util::join(util::wrap(text, width), "\n") + "\n";
}

/// The values that a key takes.
std::string values_of(const query::KeySpec& key) {
  using query::KeyType;
  if (!key.values.empty()) {
    const auto shown = key.values.first(std::min(key.values.size(), kShownValues));
    std::string text = fmt::format("{}{}", fmt::join(shown, ", "), shown.size() < key.values.size() ? ", …" : "");
    for (const query::WordGroup& group : key.groups) text += fmt::format("; {} is several", group.word);
    return text + (key.ordered ? " (rising)" : "");
  }
  if (key.person) return "a person; me is you";
  switch (key.type) {
    case KeyType::time:
      return "a date or span";
    case KeyType::integer:
      return "a number";
    case KeyType::days:
      return "days: 10, 10d, 2w";
    case KeyType::boolean:
      return "yes or no";
    default:
      return "its code or text";
  }
}

std::string filter_topic(std::size_t width) {
  std::vector<TopicRow> keys;
  for (const query::KeySpec& key : record::complaint_keys()) keys.emplace_back(key.name, values_of(key));
  const std::vector<TopicRow> modifiers{
      {"key.not:V", "another value, or none"},    {"key.min:V .max:V", "from V on, up to V; both included"},
      {"key.after:V", "after the end of a date"}, {"key.before:V", "before the start of a date"},
      {"key.has:V", "V is a part of it"},         {"key.none:yes", "it has no value"}};
  return "A filter says which complaints are meant.\n\n"
         "  owner:me severity.min:high received:2026-11 \"charged twice\"\n\n" +
         paragraph(
             "Conditions side by side must all hold; values parted by commas are joined by or. Bare words are looked "
             "for in every text, word* by their beginning. Put quotes and * between single quotes for the shell.",
             width) +
         "\nKeys:\n" + topic_rows(keys, width) + "\nModifiers:\n" + topic_rows(modifiers, width) + "\n" +
         paragraph(fmt::format("Dates: {}.", query::kDateForms), width) + "\nSee also crmtrack-filter(7).\n";
}

std::string formats_topic(std::size_t width) {
  std::vector<TopicRow> formats;
  for (const render::Format& format : render::formats()) formats.emplace_back(format.name, format.says);
  return "--format FORMAT, or --json\n\nFormats:\n" + topic_rows(formats, width) + "\n" +
         paragraph(
             "--fields A,B selects columns and keys. A report in csv or tsv is one table a call: --table NAME. "
             "Times are RFC 3339 in UTC outside tables, ids are whole.",
             width) +
         "\n" +
         paragraph(
             "See also crmtrack(1); crmtrack-export(1) has the rules of CSV, and how LibreOffice, R, Miller, csvkit, "
             "SQLite and gnuplot read it unchanged.",
             width);
}

}  // namespace

std::optional<std::string> render_topic(std::string_view name, std::size_t width) {
  if (name == "filter" || name == "filters") return filter_topic(width);
  if (name == "formats" || name == "format") return formats_topic(width);
  return std::nullopt;
}

}  // namespace crmtrack::cli
