#include "render/chart/heading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/chart/bar_rows.hpp"
#include "render/chart/heat_scale.hpp"
#include "render/chart/number.hpp"
#include "util/counted.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {

namespace {

using document::Estimate;

constexpr std::size_t kLongestLabel = 60;

/// Describes each kind of chart.
struct Description {
  const std::string& unit;

  [[nodiscard]] std::string most(const std::string& label, double value) const {
    return fmt::format("the greatest is {} of {}", shown_number(value, unit), util::truncate(label, kLongestLabel));
  }
  std::string operator()(const document::BarChart& chart) const {
    std::string text = util::counted(chart.bars.size(), "bar");
    const document::BarChart::Bar* greatest = nullptr;
    for (const auto& bar : chart.bars)
      if (finite(bar.estimate.value) && (!greatest || *bar.estimate.value > *greatest->estimate.value)) greatest = &bar;
    return greatest ? text + "; " + most(greatest->label, *greatest->estimate.value) : text;
  }
  std::string operator()(const document::LineChart& chart) const {
    std::string text = fmt::format("{} over {}", util::counted(chart.series.size(), "line"),
                                   util::counted(chart.places.size(), "period"));
    if (chart.places.empty()) return text;
    return text + fmt::format(", {} to {}", util::truncate(chart.places.front().label, kLongestLabel),
                              util::truncate(chart.places.back().label, kLongestLabel));
  }
  std::string operator()(const document::ControlChart& chart) const {
    const auto signals = std::count_if(chart.points.begin(), chart.points.end(),
                                       [](const auto& point) { return !point.signal.empty(); });
    return fmt::format("control chart of {} with {}", util::counted(chart.points.size(), "period"),
                       util::counted(static_cast<std::size_t>(signals), "signal"));
  }
  std::string operator()(const document::ParetoChart& chart) const {
    const auto vital = vital_rows(chart);
    return fmt::format("{} of {} in all{}", util::counted(chart.bars.size(), "bar"), whole_of(chart),
                       vital ? fmt::format("; {} from the top have 80 % of them", *vital) : "");
  }
  std::string operator()(const document::SurvivalChart& chart) const {
    return fmt::format("{} of the share that is left after a time in {}", util::counted(chart.groups.size(), "curve"),
                       shown_unit(chart.time_unit));
  }
  std::string operator()(const document::HeatMap& map) const {
    return fmt::format("{} by {}; the greatest value is {}", util::counted(map.rows.size(), "row"),
                       util::counted(map.columns.size(), "column"), shown_number(most_of(map), unit));
  }
};

/// Whether each kind of chart has no value.
struct Emptiness {
  static bool known(const Estimate& estimate) { return finite(estimate.value).has_value(); }

  bool operator()(const document::BarChart& chart) const {
    return std::none_of(
        chart.bars.begin(), chart.bars.end(), [](const auto& bar) { return known(bar.estimate); });
  }
  bool operator()(const document::LineChart& chart) const {
    return std::none_of(
        chart.series.begin(), chart.series.end(),
        [&](const auto& series) {
          const std::size_t many = std::min(series.estimates.size(), chart.places.size());
          return std::any_of(series.estimates.begin(), series.estimates.begin() + static_cast<std::ptrdiff_t>(many),
                             known);
        });
  }
  bool operator()(const document::ControlChart& chart) const {
    return std::none_of(
        chart.points.begin(), chart.points.end(), [](const auto& point) { return known(point.estimate); });
  }
  bool operator()(const document::ParetoChart& chart) const { return whole_of(chart) == 0; }
  bool operator()(const document::SurvivalChart& chart) const {
    return std::none_of(
        chart.groups.begin(), chart.groups.end(),
        [](const auto& group) {
          return std::any_of(
              group.steps.begin(), group.steps.end(),
              [](const auto& step) { return known(step.share) && finite(step.time); });
        });
  }
  bool operator()(const document::HeatMap& map) const {
    for (std::size_t i = 0; i < map.rows.size(); ++i)
      for (std::size_t j = 0; j < map.columns.size(); ++j)
        if (known(cell_of(map, i, j))) return false;
    return true;
  }
};

}  // namespace

std::string chart_heading(const document::Chart& chart) {
  return chart.unit.empty() ? chart.title : fmt::format("{} ({})", chart.title, shown_unit(chart.unit));
}

std::string chart_note(const document::Chart& chart) {
  const auto* control = std::get_if<document::ControlChart>(&chart.figure);
  if (control == nullptr || control->baseline == 0) return {};
  return fmt::format("Centre and limits come from the first {}.", util::counted(control->baseline, "period"));
}

std::string chart_description(const document::Chart& chart) {
  std::string text = std::visit(Description{chart.unit}, chart.figure);
  text.front() = static_cast<char>(text.front() >= 'a' ? text.front() - 'a' + 'A' : text.front());
  return text + ". The numbers stand in the table beside it.";
}

bool is_empty(const document::Chart& chart) { return std::visit(Emptiness{}, chart.figure); }

}  // namespace crmtrack::render
