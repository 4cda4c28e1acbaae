#include "warning/signal.hpp"

#include <doctest/doctest.h>

#include "util/id.hpp"
#include "warning/health.hpp"
#include "warning/sentence.hpp"
#include "weekly.hpp"

namespace crmtrack::warning::test {

namespace {

Series of_project(std::string project, const std::vector<int>& counts) {
  Series series = weekly(counts, Measure::volume, "project:" + project);
  series.project = std::move(project);
  return series;
}

}  // namespace

TEST_CASE("the one series that doubled is found, and no other") {
  std::vector<Series> series;
  for (int i = 0; i < 10; ++i) series.push_back(of_project("p" + std::to_string(i), then(kUsual, {4, 3, 5, 4, 2})));
  series.push_back(of_project("apollo", then(kUsual, {4, 3, 9, 9, 10})));
  const Found found = find_signals(series, {}, weeks(26), {}, "");
  REQUIRE(found.signals.size() == 1);
  const Signal& signal = found.signals.front();
  CHECK(signal.series == "volume/project:apollo");
  CHECK(signal.period == "2026-w26");
  CHECK(signal.since == week(25));
  CHECK(signal.stories.size() == 28);
  CHECK(found.series == 11);
  CHECK(found.trials == 22);
  CHECK(sentence_of(signal, weeks(26)) ==
        "10 complaints in 2026-w27, where 4 a week are usual; the excess of the last weeks adds up to 10 "
        "(limit 5.5)");
}

TEST_CASE("a signal's name is short, and the same in every week that it lasts") {
  const auto name_after = [](const std::vector<int>& more) {
    const Found found = find_signals({of_project("apollo", then(kUsual, more))}, {}, weeks(21 + more.size()), {}, "");
    for (const Signal& signal : found.signals)
      if (signal.trial.method == Method::cusum) return signal.name;
    return std::string();
  };
  const std::string name = name_after({14});
  CHECK(name.size() == 6);
  CHECK(util::is_crockford(name));
  CHECK(name == name_after({14, 9}));
  CHECK(name == name_after({14, 9, 9, 9}));
  CHECK(name != name_after({4, 14}));
  CHECK(name == name_of_signal(Method::cusum, Measure::volume, "project:apollo", "2026-w23", ""));
  CHECK(name != name_of_signal(Method::cusum, Measure::volume, "project:apollo", "2026-w23", "severity:high"));
}

TEST_CASE("one signal among many series may be chance, and is counted as held back") {
  std::vector<Series> series;
  for (int i = 0; i < 400; ++i) series.push_back(of_project("p" + std::to_string(i), then(kUsual, {4, 3})));
  series.push_back(of_project("apollo", then(kUsual, {4, 12})));
  const Found many = find_signals(series, {}, weeks(23), {}, "");
  CHECK(many.signals.empty());
  CHECK(many.held_back == 2);
  const Found alone = find_signals({series.back()}, {}, weeks(23), {}, "");
  CHECK(alone.signals.size() == 2);
}

TEST_CASE("a new baseline ends a signal") {
  const std::vector<Series> series{of_project("apollo", then(kUsual, steady(30, 8)))};
  CHECK(!find_signals(series, {}, weeks(51), {}, "").signals.empty());
  const SetBaselines baselines{{"volume/project:apollo", {week(22), {}}}};
  CHECK(find_signals(series, {}, weeks(51), baselines, "").signals.empty());
  // Until the new baseline is whole, the weeks before it do not count either.
  const std::vector<Series> young{of_project("apollo", then(kUsual, steady(6, 12)))};
  const SetBaselines from_the_rise{{"volume/project:apollo", {week(21), {}}}};
  CHECK(!find_signals(young, {}, weeks(27), {}, "").signals.empty());
  CHECK(find_signals(young, {}, weeks(27), from_the_rise, "").signals.empty());
}

TEST_CASE("no complaints, no signals") {
  const Found found = find_signals({}, {}, weeks(0), {}, "");
  CHECK(found.signals.empty());
  CHECK(found.series == 0);
}

TEST_CASE("a project is red where signals of two measures tell of it") {
  Found found;
  const auto add = [&](Measure measure, Method method, const char* project) {
    Signal signal;
    signal.measure = measure;
    signal.project = project;
    signal.trial.method = method;
    found.signals.push_back(signal);
  };
  add(Measure::volume, Method::cusum, "apollo");
  add(Measure::volume, Method::poisson_limit, "apollo");
  add(Measure::volume, Method::cusum, "zeus");
  add(Measure::silence, Method::silence, "zeus");
  add(Measure::volume, Method::cusum, "");
  const auto health = health_of(found);
  REQUIRE(health.size() == 2);
  CHECK(health[0].project == "zeus");
  CHECK(health[0].is_red());
  CHECK(health[1].signals.size() == 2);
  CHECK(!health[1].is_red());
}

TEST_CASE("figures for people are short") {
  CHECK(short_figure(4) == "4");
  CHECK(short_figure(4.25) == "4.25");
  CHECK(short_figure(0.5) == "0.5");
  CHECK(short_figure(10.04) == "10");
  CHECK(short_figure(123.4) == "123");
  CHECK(short_figure(100) == "100");
}

}  // namespace crmtrack::warning::test
