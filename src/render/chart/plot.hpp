#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/chart.hpp"
#include "render/chart/scale.hpp"

namespace crmtrack::render {

/// Lines over an axis, as every renderer draws them: the form of a line chart, a control chart and a survival chart.
struct Plot {
  struct Point {
    double x = 0;
    std::optional<double> value = {}, low = {}, high = {};  ///< finite
    bool few = false;                                       ///< made from few cases
    bool signal = false;                                    ///< stands out, and why is told in Plot::signals
  };
  struct Line {
    std::string name;  ///< empty: the only one
    std::vector<Point> points;
  };
  /// A line beside the data: the centre or a limit of a control chart.
  struct Guide {
    std::string name;
    bool is_limit = false;
    std::vector<Point> points;
  };
  struct Tick {
    double x = 0;
    std::string label;
  };

  std::vector<Line> lines;
  std::vector<Guide> guides;
  std::vector<Tick> ticks;           ///< of the horizontal axis, where a renderer has room for them
  std::vector<std::string> signals;  ///< `2026-11: above the upper limit`
  std::string x_title;               ///< empty: the ticks say it
  Range values;
  double first_x = 0, last_x = 1;
  bool timed = false;   ///< x is seconds since 1970
  bool stairs = false;  ///< a value holds until the next point
  bool banded = false;  ///< some point has an interval
  bool few = false;     ///< some point was made from few cases
};

Plot plot_of(const document::LineChart& chart);
Plot plot_of(const document::ControlChart& chart);
Plot plot_of(const document::SurvivalChart& chart);

/// Places of about `most` ticks, evenly chosen, the first among them. Gives their numbers.
std::vector<std::size_t> chosen_ticks(std::size_t ticks, std::size_t most);

}  // namespace crmtrack::render
