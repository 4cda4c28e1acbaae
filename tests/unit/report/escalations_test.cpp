#include <doctest/doctest.h>

#include "report/case.hpp"
#include "report/escalations.hpp"
#include "told.hpp"

namespace crmtrack::report::test {

TEST_CASE("the time to accept is from a rung up to its answer, whatever it was") {
  Input told = input();
  told.cases = {received_on(1), received_on(1)};
  for (const double days : {1.0, 2.0, 6.0}) {
    Rung rung = rung_up(0, 10);
    rung.answered = day(10 + days);
    told.rungs.push_back(rung);
  }
  told.rungs.push_back(rung_up(1, 10));
  const Report report = make_escalations(told);
  const Measure median = get_measure(report, "time_to_accept_median");
  CHECK(median.value == 2.0);
  CHECK(median.n == 3);
  const Measure unanswered = get_measure(report, "unanswered");
  CHECK(unanswered.value == 0.25);
  CHECK(unanswered.records == Cases{1});
}

TEST_CASE("steps are those up, of complaints received in the period") {
  Input told = input();
  told.meta.from = day(10);
  told.cases = {received_on(11), received_on(1)};
  Rung down = rung_up(0, 12);
  down.from_level = 2;
  told.rungs = {rung_up(0, 11), down, rung_up(1, 12)};
  const Report report = make_escalations(told);
  CHECK(get_measure(report, "escalation_rate").n == 1);
  CHECK(get_measure(report, "escalation_rate").denominator == 1);
  CHECK(get_measure(report, "unanswered").denominator == 1);
}

TEST_CASE("open above level 0 is counted whenever it was received") {
  Input told = input();
  told.meta.from = day(50);
  told.cases = {received_on(1), received_on(60), answered_on(60, 61)};
  for (Case& item : told.cases) item.level = item.peak_level = 2;
  const Report report = make_escalations(told);
  CHECK(get_measure(report, "escalated_now").records == Cases{0, 1});
  CHECK(get_measure(report, "mean_peak_level").value == 2.0);
  CHECK(get_measure(report, "mean_peak_level").n == 2);
}

TEST_CASE("tables: what set steps off, where they went, and what is open with whom") {
  Input told = input();
  told.level_names[2] = "team lead";
  told.cases = {received_on(1)};
  told.cases[0].level = 2;
  told.cases[0].summary = "charged twice";
  Rung first = rung_up(0, 2);
  first.trigger = "severity";
  first.answer = "decline";
  Rung second = rung_up(0, 3);
  second.to_level = 2;
  second.to = "lena@example.com";
  Rung third = second;
  third.at = day(4);
  third.answer = "accept";
  told.rungs = {first, second, third};
  const Report report = make_escalations(told);
  CHECK(rows_of(report, "triggers") == Lines{"manual 2", "severity 1"});
  CHECK(rows_of(report, "levels") == Lines{"1 1 0 1 0 0 0", "2 2 1 0 0 0 1"});
  CHECK(table_of(report, "levels").rows[1][0].shown == "2 team lead");
  CHECK(rows_of(report, "open") ==
        Lines{"20260301-7f3q2mxab4 2 lena@example.com accept 2026-03-05T00:00:00Z charged twice"});
}

}  // namespace crmtrack::report::test
