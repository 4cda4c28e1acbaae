#include "command/report/charts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/common/warning_charts.hpp"
#include "report/charts.hpp"
#include "terminal/picture.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::string_view kHealth = "health";

/// The reports that have charts.
std::vector<std::string> chart_reports() {
  std::vector<std::string> names;
  for (const std::string_view name : report::charted_reports()) names.emplace_back(name);
  names.emplace_back(kHealth);
  return names;
}

bool has_charts(std::string_view report) {
  const std::vector<std::string> names = chart_reports();
  return std::find(names.begin(), names.end(), report) != names.end();
}

void refuse_charts_of_groups(const Invocation& invocation) {
  for (const char* option : {"chart", "picture"})
    if (invocation.has(option))
      throw Error(ErrorKind::usage, fmt::format("cannot use --{} with groups or a series", option),
                  {"the charts of one group: its FILTER, such as project:apollo"});
}

}  // namespace

void require_chart(const Invocation& invocation, std::string_view report) {
  if (!invocation.has("chart") && !invocation.has("picture")) return;
  const std::string_view option = invocation.has("chart") ? "chart" : "picture";
  if (!has_charts(report))
    throw Error(ErrorKind::usage, fmt::format("cannot report {} with --{}: it has no chart", report, option),
                {"reports with charts: " + util::join(chart_reports(), ", ")});
  if (invocation.has("records"))
    throw Error(ErrorKind::usage,
                fmt::format("cannot use --records with --{}: a list of complaints has no chart", option));
  if (invocation.has("chart") && invocation.has("picture"))
    throw Error(ErrorKind::usage,
                "cannot use --chart with --picture: one prints charts, the other draws one into a file");
}

void add_wanted_charts(Context& context, const Invocation& invocation, const std::vector<std::string>& words,
                       const report::Input& input, report::Report& report) {
  const bool wanted = invocation.has("chart") || invocation.has("picture") ||
                      (context.display().format == "html" && !invocation.has("table"));
  if (!wanted || invocation.has("records")) return;
  if (report.is_grouped) return refuse_charts_of_groups(invocation);
  report::add_charts(input, report);
  if (report.name == kHealth)
    report.charts = load_warning_charts(context, words, session::find_warnings(context, words));
}

int draw_report(Context& context, const Invocation& invocation, const report::Report& report) {
  std::vector<std::string> names;
  for (const document::Chart& chart : report.charts) names.push_back(chart.name);
  if (names.empty())
    throw Error(ErrorKind::not_found, fmt::format("cannot draw report {}: there are no complaints", report.name));
  const std::string wanted = invocation.find("table").value_or(names.front());
  const auto place = std::find(names.begin(), names.end(), wanted);
  if (place == names.end())
    throw Error(ErrorKind::usage, fmt::format("cannot draw '{}': report {} has no such chart", wanted, report.name),
                {fmt::format("charts of {}: {}", report.name, util::join(names, ", "))});
  terminal::draw_picture(report.charts[static_cast<std::size_t>(place - names.begin())], invocation.get("picture"));
  if (names.size() > 1 && !invocation.has("table"))
    context.hint(fmt::format("this is the chart {}; --table draws another: {}", wanted,
                             util::join({names.begin() + 1, names.end()}, ", ")));
  return 0;
}

}  // namespace crmtrack::command
