#include "render/chart/scale.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "render/chart/heat_scale.hpp"
#include "render/chart/number.hpp"
#include "render/chart/plot.hpp"
#include "sample_charts.hpp"

using namespace crmtrack;
using render::scale_of;

namespace {

render::Range range_of(std::initializer_list<double> values) {
  render::Range range;
  for (const double value : values) range.take(value);
  return range;
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("a number of a chart is shown by its unit, and reads back from its plain form") {
  CHECK(render::shown_number(0.632, "share") == "63.2 %");
  CHECK(render::shown_number(12.0, "complaints") == "12");
  CHECK(render::shown_number(3.456, "calendar_days") == "3.46");
  CHECK(render::shown_number(1e18, "complaints") == "1e+18");
  CHECK(render::shown_number(kNan, "complaints") == "-");
  CHECK(render::plain_number(0.1) == "0.1");
  CHECK(render::plain_number(1.0 / 3) == "0.3333333333333333");
  CHECK(render::plain_number(std::nullopt) == "");
  CHECK(render::tick_number(0.2, "share") == "20 %");
  CHECK(render::tick_number(0.05, "calendar_days") == "0.05");
  CHECK(render::tick_number(1500, "complaints") == "1500");
  CHECK(render::shown_unit("calendar_days") == "calendar days");
}

TEST_CASE("a scale has round ticks, zero among them") {
  const render::Scale scale = scale_of(range_of({37, 12}), 5);
  CHECK(scale.ticks == std::vector<double>{0, 10, 20, 30, 40});
  CHECK(scale.share_of(10) == 0.25);
  CHECK(scale.share_of(99) == 1);
  CHECK(scale_of(range_of({-3, 8}), 5).ticks == std::vector<double>{-5, 0, 5, 10});
  CHECK(scale_of(range_of({}), 5).ticks == std::vector<double>{0, 1});
  CHECK(scale_of(range_of({kNan, 2}), 5).ticks == std::vector<double>{0, 1, 2});
}

TEST_CASE("a scale holds any number, however great or small") {
  for (const double value : {1e-320, 5e-9, 0.3, 7e15, 1e300, std::numeric_limits<double>::max()}) {
    CAPTURE(value);
    for (const double other : {0.0, -value}) {
      const render::Scale scale = scale_of(range_of({value, other}), 5);
      CHECK(scale.ticks.size() >= 2);
      CHECK(scale.ticks.size() <= 12);
      CHECK(std::isfinite(scale.high - scale.low));
      CHECK(scale.share_of(value) > 0);
    }
  }
}

TEST_CASE("places stand by their times where each has one") {
  const std::vector<document::Place> timed{render::test::month_of(0), render::test::month_of(1)};
  CHECK(render::positions_of(timed) == std::vector<double>{1767225600, 1769904000});
  CHECK(render::positions_of({{"a"}, render::test::month_of(1)}) == std::vector<double>{0, 1});
  CHECK(render::positions_of({render::test::month_of(1), render::test::month_of(0)}) == std::vector<double>{0, 1});
}

TEST_CASE("ticks are chosen evenly, and never more than have room") {
  CHECK(render::chosen_ticks(12, 5) == std::vector<std::size_t>{0, 3, 6, 9});
  CHECK(render::chosen_ticks(3, 5) == std::vector<std::size_t>{0, 1, 2});
  CHECK(render::chosen_ticks(0, 5).empty());
}

TEST_CASE("only nothing has the shade of nothing") {
  CHECK(render::shade_of(0, 100) == 0);
  CHECK(render::shade_of(0.001, 100) == 1);
  CHECK(render::shade_of(50, 100) == 2);
  CHECK(render::shade_of(100, 100) == 4);
  CHECK(render::shade_of(-1, 100) == 0);
}
