#include <doctest/doctest.h>

#include <algorithm>

#include "warning/count_trials.hpp"
#include "warning/counts.hpp"
#include "warning/gap_trials.hpp"
#include "warning/share_trials.hpp"
#include "warning/window_trials.hpp"
#include "weekly.hpp"

namespace crmtrack::warning::test {

namespace {

std::vector<Trial> try_weekly(const std::vector<int>& counts, const SetBaseline* set = nullptr) {
  const Series series = weekly(counts);
  const Periods periods = weeks(counts.size() + 1);
  return try_counts(series, count(series, periods, set), periods);
}

const Trial* find(const std::vector<Trial>& trials, Method method) {
  const auto found =
      std::find_if(trials.begin(), trials.end(), [&](const Trial& trial) { return trial.method == method; });
  return found == trials.end() ? nullptr : &*found;
}

std::vector<Method> methods_of(const std::vector<Trial>& trials) {
  std::vector<Method> methods;
  for (const Trial& trial : trials) methods.push_back(trial.method);
  return methods;
}

/// A series of shares: each week `all` events, of which `hits` are hits.
Series shares(const std::vector<std::pair<int, int>>& weekly_hits, Measure measure) {
  Series series{measure, "", {}, {{kMonday, 1, false}}};
  for (std::size_t i = 0; i < weekly_hits.size(); ++i)
    for (int k = 0; k < weekly_hits[i].second; ++k)
      series.events.push_back(
          {week(i + 1) + std::chrono::minutes(k), static_cast<std::int64_t>(k + 2), k < weekly_hits[i].first});
  return series;
}

}  // namespace

TEST_CASE("a series is counted from its first whole week, and 20 weeks are its baseline") {
  const Series series = weekly(then(kUsual, {9}));
  const Counted counted = count(series, weeks(22), nullptr);
  CHECK(counted.begin == 1);
  CHECK(counted.base_begin == 1);
  CHECK(counted.base_end == 21);
  CHECK(counted.end() == 22);
  CHECK(counted.is_tested());
  CHECK(counted.at(1).hits == 4);
  CHECK(counted.at(21).hits == 9);
  CHECK(!count(series, weeks(21), nullptr).is_tested());
}

TEST_CASE("a baseline that somebody set: from a date on, or between two") {
  const Series series = weekly(steady(60, 4));
  const Periods periods = weeks(61);
  const SetBaseline later{week(30), {}};
  CHECK(count(series, periods, &later).base_begin == 30);
  CHECK(count(series, periods, &later).base_end == 50);
  const SetBaseline between{week(10) + std::chrono::hours(1), week(36) + std::chrono::hours(1)};
  CHECK(count(series, periods, &between).base_begin == 11);
  CHECK(count(series, periods, &between).base_end == 36);
  const SetBaseline growing{week(50), {}};
  CHECK(!count(series, periods, &growing).is_tested());
}

TEST_CASE("the method follows the mean and the scatter") {
  CHECK(methods_of(try_weekly(then(kUsual, {4}))) == std::vector{Method::poisson_limit, Method::cusum});
  std::vector<int> many = kUsual;
  for (int& each : many) each = 30 + each;
  CHECK(methods_of(try_weekly(then(many, {34}))) == std::vector{Method::c_chart, Method::ewma, Method::cusum});
  std::vector<int> wild;
  for (int i = 0; i < 20; ++i) wild.push_back(i % 4 == 0 ? 20 : 1);
  CHECK(methods_of(try_weekly(then(wild, {4}))) == std::vector{Method::laney});
  std::vector<int> rare(40);
  for (std::size_t i = 0; i < 40; i += 3) rare[i] = 1;
  CHECK(methods_of(try_weekly(then(rare, {1}))) == std::vector{Method::rare_events, Method::two_windows});
  CHECK(methods_of(try_weekly(steady(17, 3))) == std::vector{Method::two_windows});
  CHECK(try_weekly(steady(10, 3)).empty());
}

TEST_CASE("a doubling trips the CUSUM, with the week in which it did and the weeks that made it") {
  const auto trials = try_weekly(then(kUsual, {4, 3, 8, 9, 10}));
  const Trial* const cusum = find(trials, Method::cusum);
  REQUIRE(cusum != nullptr);
  CHECK(cusum->baseline == doctest::Approx(4));
  CHECK(cusum->value == 9);  // k 6: 2, 5, 9
  CHECK(cusum->limit == 5.5);
  CHECK(cusum->trips);
  CHECK(cusum->since == 25);
  CHECK(cusum->from == week(23));
  CHECK(cusum->p < 0.001);
  const Trial* const limit = find(trials, Method::poisson_limit);
  REQUIRE(limit != nullptr);
  CHECK(!limit->trips);
  CHECK(limit->limit == 12);
}

TEST_CASE("a signal goes on being of the week in which it began") {
  const auto trials = try_weekly(then(kUsual, {20, 9, 9, 9}));
  const Trial* const cusum = find(trials, Method::cusum);
  REQUIRE(cusum != nullptr);
  CHECK(cusum->since == 21);
  CHECK(!find(trials, Method::poisson_limit)->trips);
  CHECK(find(try_weekly(then(kUsual, {20})), Method::poisson_limit)->trips);
}

TEST_CASE("two windows: a rise of a young series, a fall of praise") {
  const auto young = try_weekly(then(steady(13, 1), {4, 4, 4, 4}));
  REQUIRE(young.size() == 1);
  CHECK(young.front().trips);
  CHECK(young.front().seen == 16);
  CHECK(young.front().baseline == doctest::Approx(4));
  CHECK(young.front().since <= 17);
  const Series praise = weekly(then(steady(20, 2), steady(4, 0)), Measure::praise);
  const auto fall = try_fall(praise, weeks(25));
  REQUIRE(fall.size() == 1);
  CHECK(fall.front().trips);
  CHECK(fall.front().seen == 0);
  CHECK(!try_fall(weekly(steady(24, 2), Measure::praise), weeks(25)).front().trips);
  CHECK(try_fall(Series{Measure::praise, "", {}, {}}, weeks(25)).empty());
}

TEST_CASE("rare events: two that nearly meet") {
  std::vector<int> rare(60);
  for (std::size_t i = 0; i < 60; i += 4) rare[i] = 1;
  Series series = weekly(rare);
  const Periods periods = weeks(61);
  series.events.push_back({week(60) + std::chrono::hours(1), 90, true});
  series.events.push_back({week(60) + std::chrono::hours(2), 91, true});
  const SetBaseline base{week(1), week(50)};
  const auto trial = try_gaps(series, count(series, periods, &base), periods);
  REQUIRE(trial);
  CHECK(trial->trips);
  CHECK(trial->seen == doctest::Approx(1.0 / 24));
  CHECK(trial->baseline == doctest::Approx((7 + 12 * 28) / 13.0));
  CHECK(trial->p < 0.01);
}

TEST_CASE("shares: exact where there are few, and a baseline without hits is not certain") {
  std::vector<std::pair<int, int>> quiet(20, {0, 4});
  quiet.push_back({1, 4});
  const Series one = shares(quiet, Measure::severity);
  const auto single = try_shares(count(one, weeks(22), nullptr), weeks(22));
  REQUIRE(single);
  CHECK(single->method == Method::binomial_limit);
  CHECK(!single->trips);
  quiet.back() = {3, 4};
  const Series three = shares(quiet, Measure::severity);
  const auto more = try_shares(count(three, weeks(22), nullptr), weeks(22));
  REQUIRE(more);
  CHECK(more->trips);
  CHECK(more->value == doctest::Approx(0.75));
  CHECK(more->seen == 3);
  CHECK(more->of == 4);
  std::vector<std::pair<int, int>> large(20, {40, 200});
  large.push_back({60, 200});
  const Series many = shares(large, Measure::severity);
  const auto chart = try_shares(count(many, weeks(22), nullptr), weeks(22));
  REQUIRE(chart);
  CHECK(chart->method == Method::p_chart);
  CHECK(chart->trips);
}

TEST_CASE("rates: escalations for each complaint received") {
  // Each week 20 complaints received and 2 escalations; then 8.
  Series series{Measure::escalations, "", {}, {{kMonday, 1, false}}};
  for (std::size_t i = 1; i <= 21; ++i) {
    for (int k = 0; k < 20; ++k) series.events.push_back({week(i) + std::chrono::minutes(k), k + 2, false});
    for (int k = 0; k < (i == 21 ? 9 : 2); ++k)
      series.events.push_back({week(i) + std::chrono::hours(10 + k), k + 2, true});
  }
  const auto trial = try_rates(count(series, weeks(22), nullptr), weeks(22));
  REQUIRE(trial);
  CHECK(trial->method == Method::poisson_limit);
  CHECK(trial->baseline == doctest::Approx(0.1));
  CHECK(trial->seen == 9);
  CHECK(trial->of == 20);
  CHECK(*trial->limit == doctest::Approx(8.0 / 20));
  CHECK(trial->trips);
}

TEST_CASE("silence: a customer who came every week, and stays away") {
  const Periods periods = weeks(40);
  const auto silent_since = [&](std::size_t last) {
    return try_silence({"acme", "apollo", 21, week(last) - std::chrono::days(140), week(last), 7}, periods);
  };
  const auto long_gone = silent_since(33);  // 49 days against 46.3
  REQUIRE(long_gone);
  CHECK(long_gone->trips);
  CHECK(long_gone->seen == doctest::Approx(49));
  CHECK(*long_gone->limit == doctest::Approx(46.25).epsilon(0.001));
  CHECK(long_gone->since == 39);
  const auto still_usual = silent_since(34);
  REQUIRE(still_usual);
  CHECK(!still_usual->trips);
  CHECK(!silent_since(20));  // has gone
  CHECK(!try_silence({"acme", "", 5, week(0), week(20), 7}, periods));
  CHECK(!try_silence({"acme", "", 30, week(20), week(20), 7}, periods));
}

}  // namespace crmtrack::warning::test
