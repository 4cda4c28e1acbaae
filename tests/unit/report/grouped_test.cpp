#include <doctest/doctest.h>

#include "report/grouped.hpp"
#include "report/person_view.hpp"
#include "report/summary.hpp"
#include "told.hpp"
#include "util/error.hpp"

namespace crmtrack::report::test {

namespace {

/// Six complaints: apollo has 1 to 4 (delay, delay, other, delay), borealis 5 (other), none 6 (delay).
Input six() {
  Input told = input();
  for (const double received : {1.0, 2.0, 3.0, 40.0, 41.0, 42.0}) told.cases.push_back(received_on(received));
  told.key(Key::project) = make_key_column({"apollo", "apollo", "apollo", "apollo", "borealis", ""});
  told.key(Key::reason) = make_key_column({"delay", "delay", "other", "delay", "other", "delay"});
  return told;
}

Report by(const Input& told, std::vector<Axis> axes, const std::string& figure = "", bool keeps_records = false) {
  return make_grouped(told, {std::move(axes), figure, keeps_records}, make_summary);
}

double value_of(const Report& report, const std::string& figure) { return get_measure(report, figure).value.value(); }

}  // namespace

TEST_CASE("values become groups by name, those of a given order first, none as a group of its own") {
  const KeyColumn column =
      make_key_column({"high", "", "low", "odd", "low"}, std::array<std::string_view, 2>{"low", "high"});
  CHECK(*column.names == Lines{"low", "high", "(none)", "odd"});
  CHECK(column.name(0) == "high");
  CHECK(column.name(1) == "(none)");
  CHECK(column.of == std::vector<std::uint32_t>{1, 2, 0, 3, 0});
}

TEST_CASE("each group has its own figures, and counts add up to the total") {
  Input told = six();
  told.promises = {{0, Due::State::kept, Due::Group::ours, false, day(2)},
                   {4, Due::State::overdue, Due::Group::ours, false, day(42)}};
  const Report report = by(told, {{Key::project}});
  CHECK(value_of(report, "volume") == 6);
  CHECK(value_of(report, "volume[apollo]") == 4);
  CHECK(value_of(report, "volume[borealis]") == 1);
  CHECK(value_of(report, "volume[(none)]") == 1);
  CHECK(value_of(report, "promises_kept") == 0.5);
  CHECK(value_of(report, "promises_kept[apollo]") == 1);
  CHECK(value_of(report, "promises_kept[borealis]") == 0);
  CHECK(get_measure(report, "promises_kept[(none)]").value == std::nullopt);
  CHECK(rows_of(report, "groups")[0].starts_with("apollo 4 4"));
  CHECK(rows_of(report, "groups")[3].starts_with("all 6 6"));
  CHECK(report.meta.by == Lines{"project"});
}

TEST_CASE("the complaints behind a group's figure are those of the whole") {
  const Report report = by(six(), {{Key::reason}}, "", true);
  CHECK(get_measure(report, "volume[other]").records == Cases{2, 4});
  CHECK(get_measure(report, "Received[Other]").records == Cases{2, 4});
  try {
    (void)get_measure(report, "volume[othre]");
    FAIL("found");
  } catch (const util::Error& error) {
    CHECK(error.hints().front() == "did you mean other?");
  }
}

TEST_CASE("two keys make a cross table whose totals add up") {
  const Report report = by(six(), {{Key::project}, {Key::reason}});
  CHECK(report.title == "Summary by project and reason: received");
  CHECK(rows_of(report, "cross") == Lines{"apollo 3 1 4", "borealis 0 1 1", "(none) 1 0 1", "all 4 2 6"});
  CHECK(value_of(report, "volume[apollo, delay]") == 3);
  CHECK(value_of(report, "volume[apollo, *]") == 4);
  CHECK(value_of(report, "volume[*, delay]") == 4);
}

TEST_CASE("a series has what happened in each period, and no figure of now") {
  Input told = six();
  told.cases[0] = answered_on(1, 41);
  // Days 0 to 30 are March, days 31 to 60 April.
  const std::vector<query::UnitSpan> months{
      {"2026-03", day(0), day(31)}, {"2026-04", day(31), day(61)}, {"2026-05", day(61), day(92)}};
  const Report report = by(told, {{Key::period, months}}, "volume");
  CHECK(rows_of(report, "groups") == Lines{"2026-03 3 3   ", "2026-04 3 3   ", "2026-05 0 0   ", "all 6 6   "});
  CHECK(value_of(report, "clearance[2026-04]") == doctest::Approx(1.0 / 3));
  CHECK_THROWS_AS(get_measure(report, "backlog[2026-03]"), util::Error);
  const Report crossed = by(told, {{Key::period, months}, {Key::project}});
  CHECK(rows_of(crossed, "cross") == Lines{"2026-03 3 0 0 3", "2026-04 1 1 1 3", "2026-05 0 0 0 0", "all 4 1 1 6"});
}

TEST_CASE("more groups than fit are one, and the total stays") {
  Input told = input();
  std::vector<std::string> names;
  for (int i = 0; i < 300; ++i) names.push_back("customer-" + std::to_string(1000 + i));
  for (int i = 0; i < 300; ++i) told.cases.push_back(received_on(1));
  told.key(Key::customer) = make_key_column({names.begin(), names.end()});
  const Report report = by(told, {{Key::customer}});
  const auto rows = rows_of(report, "groups");
  CHECK(rows.size() == kMostGroups + 1);
  CHECK(value_of(report, "volume[(others)]") == 300 - (kMostGroups - 1));
  CHECK(value_of(report, "volume") == 300);
}

TEST_CASE("small groups of persons are joined until nobody is told of fewer than five") {
  CHECK(groups_to_join({9, 5, 7}).empty());
  // 2 and 3 are 5 together.
  CHECK(groups_to_join({9, 2, 3}) == std::vector<std::size_t>{1, 2});
  // 4 alone could be told as the total less 9 and 6, so the next larger one is joined.
  CHECK(groups_to_join({9, 4, 6}) == std::vector<std::size_t>{1, 2});
  // The group of no person is nobody's.
  CHECK(groups_to_join({0, 5, 6}).empty());
}

TEST_CASE("figures of a person withhold what is of fewer than five, and a second group") {
  Input told = input();
  for (int i = 0; i < 16; ++i) told.cases.push_back(received_on(1));
  told.cases[0].level = told.cases[0].peak_level = 2;
  std::vector<std::string_view> projects(16, "apollo");
  for (std::size_t i = 0; i < 6; ++i) projects[i] = "borealis";
  for (std::size_t i = 6; i < 8; ++i) projects[i] = "cetus";
  told.key(Key::project) = make_key_column(projects);
  Report report = by(told, {{Key::project}});
  withhold_small(report);
  CHECK(value_of(report, "volume") == 16);
  CHECK(value_of(report, "volume[apollo]") == 8);
  CHECK(get_measure(report, "volume[cetus]").is_withheld);
  CHECK(get_measure(report, "volume[borealis]").is_withheld);
  CHECK(report.tables.empty());
}

}  // namespace crmtrack::report::test
