#include "report/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/rounded.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::report {

namespace {

std::string local_text(const Meta& meta, util::Instant time) { return util::format_rfc3339(meta.place.at(time)); }

/// A duration in days; one under an hour in minutes.
std::string days_text(double days) {
  constexpr double kMinutes = 24 * 60;
  if (days != 0 && std::abs(days) * 24 < 1) return rounded(days * kMinutes, 0) + " min";
  return rounded(days, 1) + " days";
}

/// Hours of business time; under an hour in minutes.
std::string hours_text(double hours) {
  constexpr double kMinutes = 60;
  if (hours != 0 && std::abs(hours) < 1) return rounded(hours * kMinutes, 0) + " min";
  return rounded(hours, 1) + " h";
}

/// `45 min`, `2 h`, `2 h 5 min`, `-1 h 5 min`.
std::string minutes_text(double minutes) {
  constexpr std::int64_t kHour = 60;
  const auto whole = static_cast<std::int64_t>(std::llround(std::abs(minutes)));
  const char* const sign = minutes < 0 && whole > 0 ? "-" : "";
  if (whole < kHour) return fmt::format("{}{} min", sign, whole);
  if (whole % kHour == 0) return fmt::format("{}{} h", sign, whole / kHour);
  return fmt::format("{}{} h {} min", sign, whole / kHour, whole % kHour);
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

bool is_time(const Measure& measure) { return measure.unit == "calendar_days" || measure.unit == "business_hours"; }

bool has_value(const Measure& measure) { return measure.value || !measure.instead.empty(); }

bool is_told(const Measure& measure) { return measure.is_shown && has_value(measure); }

std::string interval_text(const Measure& measure) {
  if (!measure.low || !measure.high || measure.unit != "share" || measure.denominator.value_or(0) == 0) return {};
  return fmt::format("({} to {} %)", rounded(*measure.low * 100, 1), rounded(*measure.high * 100, 1));
}

std::string basis_text(const Measure& measure) {
  if (!measure.basis.empty()) return measure.basis;
  if (measure.n && measure.denominator) return fmt::format("{} of {}", *measure.n, *measure.denominator);
  const bool counts_itself = measure.n && measure.value == static_cast<double>(*measure.n);
  if (!measure.n || (counts_itself && !is_time(measure))) return {};
  return fmt::format("of {}", *measure.n);
}

std::string before_text(const Meta& meta, const Measure& measure) {
  if (!meta.before || measure.of_now || !measure.before) return {};
  Measure earlier = measure;
  earlier.value = measure.before;
  const std::string text = fmt::format("before {}", shown_value(earlier));
  return measure.value ? fmt::format("{} ({})", text, shown_change(measure)) : text;
}

/// `(9.5 to 90.5 %), 1 of 2; before 40.0 % (+10.0 points)`.
std::string note_of(const Meta& meta, const Measure& measure) {
  std::string text;
  const auto add = [&](const std::string& part, const char* separator) {
    if (part.empty()) return;
    text += (text.empty() ? "" : separator) + part;
  };
  if (measure.value) {
    add(interval_text(measure), ", ");
    add(basis_text(measure), ", ");
  }
  add(before_text(meta, measure), "; ");
  add(measure.note, "; ");
  return text;
}

void add_figures(const Report& report, std::size_t from, std::size_t to, document::Document& document) {
  document::Figures figures;
  for (std::size_t i = from; i < to; ++i) {
    const Measure& measure = report.measures[i];
    if (!is_told(measure)) continue;
    const std::string title =
        measure.group.empty() ? measure.title : fmt::format("{} ({})", measure.title, measure.group);
    figures.items.push_back({title, measure.value ? shown_value(measure) : measure.instead,
                             note_of(report.meta, measure), document::Role::plain});
  }
  if (!figures.items.empty()) document.add(std::move(figures));
}

/// The measures under their headings. A heading without any figure is left out.
void add_sections(const Report& report, document::Document& document) {
  const std::size_t first = report.sections.empty() ? report.measures.size() : report.sections.front().first;
  add_figures(report, 0, first, document);
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const bool is_last = i + 1 == report.sections.size();
    const std::size_t from = report.sections[i].first;
    const std::size_t to = is_last ? report.measures.size() : report.sections[i + 1].first;
    const auto begin = report.measures.begin() + static_cast<std::ptrdiff_t>(from);
    if (std::none_of(begin, report.measures.begin() + static_cast<std::ptrdiff_t>(to), is_told)) continue;
    document.add(document::Heading{report.sections[i].title, 2});
    add_figures(report, from, to, document);
  }
}

const document::Chart* find_chart(const Report& report, const std::string& name) {
  const auto found = std::ranges::find(report.charts, name, &document::Chart::name);
  return found == report.charts.end() ? nullptr : &*found;
}

/// The first rows of a table, and how to see the others.
void add_shortened(const Report& report, const document::Table& table, document::Document& document) {
  const auto in_all = report.rows_in_all.find(table.name);
  const std::size_t size = in_all == report.rows_in_all.end() ? table.rows.size() : in_all->second;
  if (size <= kMostOnPage) return document.add(table);
  const auto shown = static_cast<std::ptrdiff_t>(std::min(kMostOnPage, table.rows.size()));
  document.add(document::Table{table.name, table.columns, {table.rows.begin(), table.rows.begin() + shown}});
  document.add(document::Paragraph{
      {{fmt::format("the first {} of {}; all: --table {}", kMostOnPage, size, table.name), document::Role::dim}}});
}

/// The tables, a chart in place of the one of its name. Those of groups are whole.
void add_tables(const Report& report, document::Document& document) {
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    const document::Table& table = report.tables[i];
    if (table.rows.empty() || !report.told.lines.empty()) continue;
    if (const document::Chart* const chart = find_chart(report, table.name)) {
      document.add(*chart);
      continue;
    }
    if (!report.table_titles[i].empty()) document.add(document::Heading{report.table_titles[i], 2});
    if (report.is_grouped)
      document.add(table);
    else
      add_shortened(report, table, document);
  }
}

}  // namespace

std::string shown_change(const Measure& measure) {
  Measure change = measure;
  change.value = *measure.value - *measure.before;
  if (measure.unit == "share") change.value = *change.value * 100;
  std::string text = measure.unit == "share" ? rounded(*change.value, 1) + " points" : shown_value(change);
  const bool is_up = *change.value > 0 && text.find_first_of("123456789") != std::string::npos;
  return is_up ? "+" + text : text;
}

std::string shown_value(const Measure& measure) {
  if (!measure.value) return "-";
  if (measure.unit == "share") return rounded(*measure.value * 100, 1) + " %";
  if (measure.unit == "calendar_days") return days_text(*measure.value);
  if (measure.unit == "business_hours") return hours_text(*measure.value);
  if (measure.unit == "minutes") return minutes_text(*measure.value);
  if (*measure.value == std::floor(*measure.value)) return fmt::format("{}", static_cast<std::int64_t>(*measure.value));
  return rounded(*measure.value, 2);
}

document::Document to_document(const Report& report) {
  document::Document document;
  document.add(document::Heading{report.title, 1});
  if (!report.is_grouped) add_sections(report, document);
  if (report.charts.empty())
    for (const document::Bars& bars : report.bars) document.add(bars);
  if (!report.told.lines.empty()) document.add(report.told);
  for (const document::Chart& chart : report.charts)
    if (std::ranges::find(report.tables, chart.name, &document::Table::name) == report.tables.end())
      document.add(chart);
  add_tables(report, document);
  if (document.blocks.size() == 1) document.add(document::Paragraph{{{"nothing to report"}}});
  for (const std::string& note : report.notes) document.add(document::Paragraph{{{note}}});
  const std::string filter = report.meta.filter.empty() ? "" : fmt::format(", filter {}", report.meta.filter);
  document.add(document::Paragraph{
      {{fmt::format("{}, as of {} ({}){}; ledger {}", period_text(report.meta),
                    local_text(report.meta, report.meta.now), report.meta.zone, filter, ledger_text(report.meta)),
        document::Role::dim}}});
  return document;
}

}  // namespace crmtrack::report
