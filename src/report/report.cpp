#include "report/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "render/chart/numbers.hpp"
#include "render/json.hpp"
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
  if (!meta.by.empty()) {
    Value::List keys;
    for (const std::string& key : meta.by) keys.emplace_back(key);
    value.set("by", std::move(keys));
  }
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

/// `volume[apollo]`: the figure and the group, both without case.
std::pair<std::string, std::string> parse_figure(const std::string& word) {
  const std::string folded = util::fold_case(util::trim(word));
  const std::size_t open = folded.ends_with(']') ? folded.find('[') : std::string::npos;
  if (open == std::string::npos) return {folded, ""};
  return {std::string(util::trim(folded.substr(0, open))),
          std::string(util::trim(folded.substr(open + 1, folded.size() - open - 2)))};
}

[[noreturn]] void throw_no_group(const Report& report, const std::string& word, const std::string& figure,
                                 const std::string& group) {
  std::vector<std::string> groups;
  for (const Measure& measure : report.measures)
    if (!measure.group.empty() && (measure.name == figure || util::fold_case(measure.title) == figure))
      groups.push_back(measure.group);
  std::vector<std::string> hints;
  if (const auto near = util::nearest(group, groups); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  hints.push_back(groups.empty() ? "only with --by or a series has a figure groups"
                                 : "groups: " + util::join(groups, "; "));
  throw util::Error(util::ErrorKind::usage,
                    fmt::format("cannot find the measure '{}': report {} has no such group", word, report.name),
                    std::move(hints));
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

void set_beside(Report& report, const Report& before) {
  for (Measure& measure : report.measures)
    for (const Measure& other : before.measures)
      if (other.name == measure.name && other.group == measure.group && !measure.of_now) measure.before = other.value;
  report.meta.before = before.meta.from;
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
  const auto [wanted, group] = parse_figure(word);
  std::vector<std::string> words, described;
  std::map<std::string, std::string> name_of_title;
  bool is_known = false;
  for (const Measure& measure : report.measures) {
    const std::string title = util::fold_case(measure.title);
    const bool is_wanted = measure.name == wanted || title == wanted;
    is_known = is_known || is_wanted;
    if (is_wanted && util::fold_case(measure.group) == group) return measure;
    if (!measure.group.empty()) continue;
    words.insert(words.end(), {measure.name, title});
    name_of_title[title] = measure.name;
    described.push_back(fmt::format("{}: {}", measure.name, measure.title));
  }
  if (is_known) throw_no_group(report, word, wanted, group);
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
                    fmt::format("cannot find the measure '{}': report {} has no such measure", word, report.name),
                    std::move(hints));
}

}  // namespace crmtrack::report
