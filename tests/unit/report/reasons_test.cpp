#include <doctest/doctest.h>

#include "report/case.hpp"
#include "report/reasons.hpp"
#include "told.hpp"

namespace crmtrack::report::test {

namespace {

Case for_reason(const char* reason, double received = 90) {
  Case item = received_on(received);
  item.reason = reason;
  return item;
}

}  // namespace

TEST_CASE("concentration is the fewest reasons that make 80 %, of those that occur") {
  Input told = input();
  for (int i = 0; i < 7; ++i) told.cases.push_back(for_reason("billing"));
  for (int i = 0; i < 2; ++i) told.cases.push_back(for_reason("delay"));
  told.cases.push_back(for_reason("rude"));
  const Report report = make_reasons(told);
  CHECK(get_measure(report, "volume").value == 10.0);
  const Measure concentration = get_measure(report, "concentration");
  CHECK(concentration.n == 2);
  CHECK(concentration.denominator == 3);
  CHECK(concentration.value == doctest::Approx(2.0 / 3));
}

TEST_CASE("reasons are listed by volume with their share, running sum and outcomes") {
  Input told = input();
  told.meta.from = day(10);
  told.cases = {for_reason("billing"), for_reason("billing"), for_reason("billing"), for_reason("delay"),
                for_reason("billing", 1)};
  told.cases[0].peak_level = 1;
  told.cases[1].outcome = "upheld";
  told.cases[1].open = false;
  told.cases[2].outcome = "not_upheld";
  told.cases[2].open = false;
  told.reason_labels["billing"] = "Wrong invoice";
  CHECK(rows_of(make_reasons(told), "reasons") ==
        Lines{"billing Wrong invoice 3 0.750000 0.750000 1 1 2 1", "delay delay 1 0.250000 1.000000 1 0 0 0"});
}

TEST_CASE("a replaced reason counts under what replaced it, through a chain, and is named") {
  Input told = input();
  told.cases = {for_reason("old"), for_reason("older"), for_reason("new")};
  told.replaced_by = {{"older", "old"}, {"old", "new"}};
  const Report report = make_reasons(told);
  CHECK(rows_of(report, "reasons").size() == 1);
  CHECK(get_measure(report, "concentration").n == 1);
  CHECK(report.notes ==
        Lines{"* old counts under new, which replaced it", "* older counts under new, which replaced it"});
}

TEST_CASE("a circle of replaced reasons ends") {
  Input told = input();
  told.replaced_by = {{"a", "b"}, {"b", "a"}};
  told.cases = {for_reason("a")};
  CHECK(make_reasons(told).measures.front().value == 1.0);
}

TEST_CASE("above 10 % under 'other' a reason seems to be missing") {
  Input told = input();
  for (int i = 0; i < 9; ++i) told.cases.push_back(for_reason("billing"));
  told.cases.push_back(for_reason("other"));
  CHECK(get_measure(make_reasons(told), "other_share").value == 0.1);
  CHECK(make_reasons(told).notes.empty());
  told.cases.push_back(for_reason("other"));
  const Report report = make_reasons(told);
  CHECK(get_measure(report, "other_share").records == Cases{9, 10});
  CHECK(report.notes == Lines{"more than 10 % are filed under 'other': a reason seems to be missing"});
}

TEST_CASE("reasons without a complaint for 90 days are named, whatever the period") {
  Input told = input();
  told.meta.to = day(5);
  told.recent_reasons = {"delay", "old"};
  told.is_older_than_recent = true;
  told.replaced_by["old"] = "new";
  told.active_reasons = {"billing", "delay", "new", "unused"};
  CHECK(make_reasons(told).notes == Lines{"not used for 90 days: billing, unused"});
}

}  // namespace crmtrack::report::test
