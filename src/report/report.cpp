#include "report/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "render/chart/numbers.hpp"
#include "render/json.hpp"
#include "report/rounded.hpp"
#include "statistics/wilson.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::report {

using document::Value;

namespace {

Value number(const std::optional<double>& value) {
  if (!value) return {};
  if (*value == std::floor(*value) && std::abs(*value) < 1e15) return static_cast<std::int64_t>(*value);
  return *value;
}

Value whole(const std::optional<std::size_t>& value) { return value ? Value(*value) : Value(); }

Value time_value(const std::optional<util::Instant>& time) { return time ? Value(util::format_utc(*time)) : Value(); }

Value meta_value(const Meta& meta) {
  Value value;
  value.set("commit", meta.commit);
  value.set("policy_commit", meta.policy_commit.empty() ? Value() : Value(meta.policy_commit));
  value.set("from", time_value(meta.from));
  value.set("to", time_value(meta.to));
  value.set("now", util::format_utc(meta.now));
  value.set("zone", meta.zone);
  value.set("tzdata", meta.tzdata.empty() ? Value() : Value(meta.tzdata));
  value.set("filter", meta.filter);
  value.set("measures_version", kMeasuresVersion);
  return value;
}

Value measure_value(const Measure& measure) {
  Value value;
  value.set("measure", measure.name);
  value.set("group", measure.group.empty() ? Value() : Value(measure.group));
  value.set("value", number(measure.value));
  value.set("n", whole(measure.n));
  value.set("denominator", whole(measure.denominator));
  value.set("low", number(measure.low));
  value.set("high", number(measure.high));
  value.set("unit", measure.unit);
  value.set("before", number(measure.before));
  return value;
}

/// Of a column of figures the numbers, null where there is none. Amounts of money stay text: they are exact.
Value cell_value(const document::Column& column, const std::string& text, bool money) {
  if (column.align != document::Align::right) return text;
  if (text.empty()) return {};
  if (money && column.key != "cases") return text;
  const char* end = text.data() + text.size();
  std::int64_t count = 0;
  double share = 0;
  if (const auto read = std::from_chars(text.data(), end, count); read.ec == std::errc{} && read.ptr == end)
    return count;
  const auto read = std::from_chars(text.data(), end, share);
  return read.ec == std::errc{} && read.ptr == end && std::isfinite(share) ? Value(share) : Value(text);
}

Value table_value(const document::Table& table) {
  Value::List columns, rows;
  for (const document::Column& column : table.columns) columns.emplace_back(column.key);
  const bool money = std::any_of(table.columns.begin(), table.columns.end(),
                                 [](const document::Column& column) { return column.key == "currency"; });
  for (const auto& row : table.rows) {
    Value::List cells;
    for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(cell_value(table.columns[i], row[i].text, money));
    rows.emplace_back(std::move(cells));
  }
  Value value;
  value.set("name", table.name);
  value.set("columns", std::move(columns));
  value.set("rows", std::move(rows));
  return value;
}

std::string basis(const Measure& measure) {
  std::string text;
  if (measure.n && measure.denominator)
    text = fmt::format("{} of {}", *measure.n, *measure.denominator);
  else if (measure.n)
    text = fmt::format("n {}", *measure.n);
  if (measure.low && measure.high && measure.unit == "share" && measure.denominator.value_or(0) > 0)
    text += fmt::format(", 95 % {} to {} %", rounded(*measure.low * 100, 1), rounded(*measure.high * 100, 1));
  if (!measure.note.empty()) text += (text.empty() ? "" : "; ") + measure.note;
  return text;
}

std::string local_text(const Meta& meta, util::Instant time) { return util::format_rfc3339(meta.place.at(time)); }

/// A duration in days; one under an hour in minutes.
std::string days_text(double days) {
  constexpr double kMinutes = 24 * 60;
  if (days != 0 && std::abs(days) * 24 < 1) return rounded(days * kMinutes, 0) + " min";
  return rounded(days, 1) + " days";
}

std::string ledger_text(const Meta& meta) {
  if (meta.commit.empty()) return "without records";
  constexpr std::size_t kShown = 12;
  std::vector<std::string> commits = util::split(meta.commit, ' ');
  for (std::string& commit : commits) commit.resize(std::min(commit.size(), kShown));
  return util::join(commits, " and ");
}

std::string period_text(const Meta& meta) {
  if (!meta.from && !meta.to) return "all time";
  std::string text = fmt::format("{} to {}", meta.from ? local_text(meta, *meta.from) : std::string("the beginning"),
                                 meta.to ? local_text(meta, *meta.to) : std::string("now"));
  if (meta.before) text += fmt::format(" (before: from {})", local_text(meta, *meta.before));
  return text;
}

/// The basis of a figure for people, with its value in the period before where the report has one.
std::string note_of(const Meta& meta, const Measure& measure) {
  std::string note = measure.unit == "complaints" && measure.note.empty() ? "" : basis(measure);
  if (!meta.before || measure.of_now) return note;
  Measure earlier = measure;
  earlier.value = measure.before;
  return fmt::format("before {}{}{}", shown_value(earlier), note.empty() ? "" : "; ", note);
}

bool has_table(const Report& report, const std::string& name) {
  return std::any_of(
      report.tables.begin(), report.tables.end(), [&](const document::Table& table) { return table.name == name; });
}

const document::Chart* find_chart(const Report& report, const std::string& name) {
  for (const document::Chart& chart : report.charts)
    if (chart.name == name) return &chart;
  return nullptr;
}

/// The numbers of the charts, as far as no table of the report has them.
std::vector<document::Table> chart_tables(const Report& report) {
  std::vector<document::Table> tables;
  for (const document::Chart& chart : report.charts)
    if (!has_table(report, chart.name)) tables.push_back(render::chart_numbers(chart));
  return tables;
}

document::Table measures_table(const Report& report) {
  document::Table table{std::string(kMeasuresTable), {}, {}};
  for (const char* key : {"measure", "group", "value", "n", "denominator", "low", "high", "unit"})
    table.columns.push_back({key, key});
  for (const Measure& measure : report.measures) {
    const Value value = measure_value(measure);
    std::vector<document::Cell> row;
    for (const document::Column& column : table.columns) {
      const Value* cell = value.find(column.key);
      const auto* text = std::get_if<std::string>(&cell->data);
      document::Cell shown{text != nullptr ? *text : cell->is_null() ? std::string() : render::render_json(*cell)};
      shown.number = text == nullptr;
      row.push_back(std::move(shown));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Measure share(std::string name, std::string title, std::size_t hits, std::size_t denominator) {
  Measure measure;
  measure.name = std::move(name);
  measure.title = std::move(title);
  measure.n = hits;
  measure.denominator = denominator;
  if (denominator > 0) measure.value = static_cast<double>(hits) / static_cast<double>(denominator);
  const statistics::Interval interval = statistics::wilson(std::min(hits, denominator), denominator);
  measure.low = interval.low;
  measure.high = interval.high;
  measure.unit = "share";
  return measure;
}

Measure share(std::string name, std::string title, std::vector<CaseIndex> records, std::size_t denominator) {
  Measure measure = share(std::move(name), std::move(title), records.size(), denominator);
  measure.records = std::move(records);
  return measure;
}

Measure tally(std::string name, std::string title, std::vector<CaseIndex> records) {
  Measure measure;
  measure.name = std::move(name);
  measure.title = std::move(title);
  measure.value = static_cast<double>(records.size());
  measure.n = records.size();
  measure.unit = "complaints";
  measure.records = std::move(records);
  return measure;
}

std::string shown_value(const Measure& measure) {
  if (!measure.value) return "-";
  if (measure.unit == "share") return rounded(*measure.value * 100, 1) + " %";
  if (measure.unit == "calendar_days") return days_text(*measure.value);
  if (*measure.value == std::floor(*measure.value)) return fmt::format("{}", static_cast<std::int64_t>(*measure.value));
  return rounded(*measure.value, 2);
}

void set_beside(Report& report, const Report& before) {
  for (Measure& measure : report.measures)
    for (const Measure& other : before.measures)
      if (other.name == measure.name && other.group == measure.group && !measure.of_now) measure.before = other.value;
  report.meta.before = before.meta.from;
}

namespace {

/// A table of a page: its first rows, and how to see the others.
void add_shortened(const Report& report, const document::Table& table, document::Document& document) {
  const auto in_all = report.rows_in_all.find(table.name);
  const std::size_t size = in_all == report.rows_in_all.end() ? table.rows.size() : in_all->second;
  if (size <= kMostOnPage) return document.add(table);
  document.add(document::Table{table.name,
                               table.columns,
                               {table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                             kMostOnPage, table.rows.size()))}});
  document.add(document::Paragraph{
      {{fmt::format("the first {} of {}; all: --table {}", kMostOnPage, size, table.name), document::Role::dim}}});
}

}  // namespace

document::Document to_document(const Report& report) {
  document::Document document;
  document.add(document::Heading{report.title, 1});
  document::Figures figures;
  for (const Measure& measure : report.measures)
    figures.items.push_back(
        {measure.group.empty() ? measure.title : fmt::format("{} ({})", measure.title, measure.group),
         shown_value(measure), note_of(report.meta, measure), document::Role::plain});
  document.add(std::move(figures));
  if (report.charts.empty())
    for (const document::Bars& bars : report.bars) document.add(bars);
  if (!report.told.lines.empty()) document.add(report.told);
  for (const document::Chart& chart : report.charts)
    if (!has_table(report, chart.name)) document.add(chart);
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    if (report.tables[i].rows.empty() || !report.told.lines.empty()) continue;
    if (const document::Chart* const chart = find_chart(report, report.tables[i].name)) {
      document.add(*chart);
      continue;
    }
    document.add(document::Heading{report.table_titles[i], 2});
    add_shortened(report, report.tables[i], document);
  }
  for (const std::string& note : report.notes) document.add(document::Paragraph{{{note}}});
  const std::string filter = report.meta.filter.empty() ? "" : fmt::format(", filter {}", report.meta.filter);
  document.add(document::Paragraph{
      {{fmt::format("{}, as of {} ({}){}; ledger {}", period_text(report.meta),
                    local_text(report.meta, report.meta.now), report.meta.zone, filter, ledger_text(report.meta)),
        document::Role::dim}}});
  return document;
}

document::Table get_table(const Report& report, const std::string& name) {
  if (name == kMeasuresTable && !report.measures.empty()) return measures_table(report);
  for (const document::Table& table : report.tables)
    if (table.name == name) return table;
  if (const document::Chart* const chart = find_chart(report, name)) return render::chart_numbers(*chart);
  throw util::Error(util::ErrorKind::usage,
                    fmt::format("cannot print table '{}': report {} has no such table", name, report.name),
                    {fmt::format("tables of {}: {}", report.name, util::join(other_tables(report, name), ", "))});
}

std::vector<std::string> other_tables(const Report& report, const std::string& name) {
  std::vector<std::string> names;
  if (!report.measures.empty() && name != kMeasuresTable) names.emplace_back(kMeasuresTable);
  for (const document::Table& table : report.tables)
    if (table.name != name) names.push_back(table.name);
  for (const document::Table& table : chart_tables(report))
    if (table.name != name) names.push_back(table.name);
  return names;
}

Value to_value(const Report& report) {
  Value::List measures, tables;
  for (const Measure& measure : report.measures) measures.push_back(measure_value(measure));
  for (const document::Table& table : report.tables) tables.push_back(table_value(table));
  for (const document::Table& table : chart_tables(report)) tables.push_back(table_value(table));
  Value value;
  value.set("format_version", 1);
  value.set("command", "report");
  value.set("report", report.name);
  value.set("meta", meta_value(report.meta));
  value.set("measures", std::move(measures));
  value.set("tables", std::move(tables));
  return value;
}

const Measure& get_measure(const Report& report, const std::string& word) {
  const std::string wanted = util::fold_case(util::trim(word));
  std::vector<std::string> words, described;
  std::map<std::string, std::string> name_of_title;
  for (const Measure& measure : report.measures) {
    if (!measure.group.empty()) continue;
    const std::string title = util::fold_case(measure.title);
    if (measure.name == wanted || title == wanted) return measure;
    words.insert(words.end(), {measure.name, title});
    name_of_title[title] = measure.name;
    described.push_back(fmt::format("{}: {}", measure.name, measure.title));
  }
  std::vector<std::string> near;
  for (const std::string& each : util::nearest(wanted, words)) {
    const auto title = name_of_title.find(each);
    std::string name = title == name_of_title.end() ? each : title->second;
    if (std::find(near.begin(), near.end(), name) == near.end()) near.push_back(std::move(name));
  }
  std::vector<std::string> hints;
  if (!near.empty()) hints.push_back("did you mean " + util::join(near, " or ") + "?");
  hints.push_back(
      fmt::format("measures of {}, each with its name on the screen: {}", report.name, util::join(described, "; ")));
  throw util::Error(util::ErrorKind::usage,
                    fmt::format("cannot list the records of '{}': report {} has no such measure", word, report.name),
                    std::move(hints));
}

}  // namespace crmtrack::report
