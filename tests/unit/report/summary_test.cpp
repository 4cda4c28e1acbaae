#include <doctest/doctest.h>

#include "report/case.hpp"
#include "report/summary.hpp"
#include "told.hpp"

namespace crmtrack::report::test {

TEST_CASE("volume counts what was received in the period, its edges as [from, to)") {
  Input told = input();
  told.meta.from = day(10);
  told.meta.to = day(20);
  for (const double received : {9.99, 10.0, 15.0, 19.99, 20.0}) told.cases.push_back(received_on(received));
  told.cases[1].customer = told.cases[2].customer = "acme";
  told.void_count = 2;
  const Measure volume = get_measure(make_summary(told), "volume");
  CHECK(volume.value == 3.0);
  CHECK(volume.n == 3);
  CHECK(volume.unit == "complaints");
  CHECK(volume.records == Cases{1, 2, 3});
  CHECK(volume.note == "from 1 customer, 1 without one, 2 void left out");
}

TEST_CASE("backlog is what is open now, whenever received, by age in local dates") {
  Input told = input();
  told.meta.from = day(95);
  for (const double age : {0.0, 2.0, 3.0, 5.0, 6.0, 10.0, 11.0, 20.0, 21.0, 40.0, 41.0, 56.0, 57.0, 90.0})
    told.cases.push_back(received_on(100 - age));
  told.cases.push_back(answered_on(1, 2));
  const Report report = make_summary(told);
  CHECK(get_measure(report, "backlog").value == 14.0);
  CHECK(rows_of(report, "backlog_age") == Lines{"0-2 2", "3-5 2", "6-10 2", "11-20 2", "21-40 2", "41-56 2", "> 56 2"});
}

TEST_CASE("an age is a difference of dates in the report's zone") {
  Input told = input();
  told.meta.now = day(100.5);
  told.cases.push_back(received_on(97.99));  // two and a half days ago, three dates back
  CHECK(rows_of(make_summary(told), "backlog_age")[1] == "3-5 1");
}

TEST_CASE("clearance is a ratio of ends to receipts in the period, without an interval") {
  Input told = input();
  told.meta.from = day(10);
  told.cases = {answered_on(1, 11), answered_on(12, 13), received_on(14), answered_on(1, 2)};
  const Measure clearance = get_measure(make_summary(told), "clearance");
  CHECK(clearance.n == 2);
  CHECK(clearance.denominator == 2);
  CHECK(clearance.value == 1.0);
  CHECK(clearance.unit == "ratio");
  CHECK(clearance.low == std::nullopt);
  CHECK(clearance.records == Cases{0, 1});
}

TEST_CASE("nothing is computed from nothing") {
  const Report report = make_summary(input());
  for (const char* name :
       {"clearance", "uphold_rate", "promises_kept", "acknowledged", "escalation_rate", "mean_peak_level", "handovers",
        "praise", "time_to_resolution_median", "time_to_acknowledge_p90", "time_to_resolution_km_median"}) {
    CAPTURE(name);
    CHECK(get_measure(report, name).value == std::nullopt);
  }
  CHECK(get_measure(report, "volume").value == 0.0);
  CHECK(rows_of(report, "backlog_age").empty());
}

TEST_CASE("times are of the cases received in the period; open ones count as lasting until now") {
  Input told = input();
  told.meta.from = day(10);
  // The example of docs/measures.md: ends after 2, 3, 5 and 9 days; still running after 3 and 8.
  told.meta.now = day(20);
  told.cases = {answered_on(10, 12), answered_on(10, 13), received_on(17),    answered_on(10, 15),
                received_on(12),     answered_on(10, 19), answered_on(1, 100)};
  const Report report = make_summary(told);
  const Measure median = get_measure(report, "time_to_resolution_median");
  CHECK(median.value == 3.0);
  CHECK(median.n == 4);
  CHECK(median.unit == "calendar_days");
  CHECK(get_measure(report, "time_to_resolution_p90").value == 9.0);
  const Measure survival = get_measure(report, "time_to_resolution_km_median");
  CHECK(survival.value == 5.0);
  CHECK(survival.n == 6);
  CHECK(survival.note == "2 not yet");
}

TEST_CASE("a case that ended without an answer has no duration") {
  Input told = input();
  Case withdrawn = received_on(1);
  withdrawn.open = false;
  withdrawn.first_ended = day(2);
  told.cases = {withdrawn, answered_on(1, 1.5)};
  const Measure survival = get_measure(make_summary(told), "time_to_resolution_km_median");
  CHECK(survival.n == 1);
  CHECK(survival.value == 0.5);
}

TEST_CASE("times to acknowledge end with the first acknowledgement") {
  Input told = input();
  told.cases = {received_on(1), received_on(1), received_on(1)};
  told.cases[0].acknowledged = day(2);
  told.cases[1].acknowledged = day(4);
  const Report report = make_summary(told);
  CHECK(get_measure(report, "time_to_acknowledge_median").value == 1.0);
  CHECK(get_measure(report, "time_to_acknowledge_p90").value == 3.0);
  CHECK(get_measure(report, "time_to_acknowledge_km_median").value == 3.0);
}

TEST_CASE("the uphold rate is of what was decided in the period") {
  Input told = input();
  told.meta.from = day(10);
  told.cases = {answered_on(1, 11, "upheld"),
                answered_on(1, 12, "partly_upheld"),
                answered_on(1, 13, "not_upheld"),
                answered_on(1, 14, "not_determined"),
                answered_on(1, 15, ""),
                answered_on(1, 2, "upheld"),
                received_on(12)};
  const Measure rate = get_measure(make_summary(told), "uphold_rate");
  CHECK(rate.n == 2);
  CHECK(rate.denominator == 3);
  CHECK(rate.value == doctest::Approx(2.0 / 3));
  CHECK(rate.low == doctest::Approx(0.2077).epsilon(0.0005));
  CHECK(rate.high == doctest::Approx(0.9385).epsilon(0.0005));
  CHECK(rate.records == Cases{0, 1});
}

TEST_CASE("promises: kept of those due, theirs apart, waived ones beside, open ones nowhere") {
  Input told = input();
  told.cases = {received_on(1)};
  using State = Due::State;
  for (const State state : {State::kept, State::kept, State::kept_late, State::overdue, State::let_go, State::open})
    told.promises.push_back({0, state, Due::Group::ours, false, day(2)});
  told.promises.push_back({0, State::kept, Due::Group::customers, false, day(2)});
  told.promises.front().is_stated = told.promises[3].is_stated = true;
  const Report report = make_summary(told);
  const Measure ours = get_measure(report, "promises_kept");
  CHECK(ours.n == 2);
  CHECK(ours.denominator == 4);
  CHECK(ours.value == 0.5);
  CHECK(ours.note == "1 waived or void left out");
  const Measure stated = get_measure(report, "promises_kept_stated");
  CHECK(stated.n == 1);
  CHECK(stated.denominator == 2);
  const Measure theirs = get_measure(report, "acknowledged");
  CHECK(theirs.n == 1);
  CHECK(theirs.denominator == 1);
  CHECK(theirs.note.empty());
}

TEST_CASE("the escalation rate counts complaints with a hierarchical rung up") {
  Input told = input();
  told.meta.from = day(10);
  told.cases = {received_on(11), received_on(12), received_on(13), received_on(14), received_on(1)};
  Rung functional = rung_up(1, 12);
  functional.nature = "functional";
  Rung down = rung_up(2, 13);
  down.from_level = 2;
  told.rungs = {rung_up(0, 11), rung_up(0, 12), functional, down, rung_up(4, 2)};
  told.cases[0].peak_level = 3;
  told.cases[4].peak_level = 9;
  told.cases[0].assigned = told.cases[1].assigned = true;
  told.cases[0].handovers = 3;
  const Report report = make_summary(told);
  const Measure rate = get_measure(report, "escalation_rate");
  CHECK(rate.records == Cases{0});
  CHECK(rate.denominator == 4);
  CHECK(get_measure(report, "mean_peak_level").value == 0.75);
  CHECK(get_measure(report, "mean_peak_level").n == 4);
  CHECK(get_measure(report, "handovers").value == 1.5);
  CHECK(get_measure(report, "handovers").n == 2);
}

TEST_CASE("praise is the share of good interactions") {
  Input told = input();
  for (int i = 0; i < 10; ++i) told.feelings.push_back({std::nullopt, i < 9, i == 9, i < 4, day(2)});
  const Measure praise = get_measure(make_summary(told), "praise");
  CHECK(praise.value == 0.9);
  CHECK(praise.low == doctest::Approx(0.5958).epsilon(0.0005));
  CHECK(praise.high == doctest::Approx(0.9821).epsilon(0.0005));
  CHECK(praise.note == "4 compliments");
}

TEST_CASE("statuses are of what was received in the period") {
  Input told = input();
  told.meta.from = day(10);
  told.cases = {received_on(11), received_on(12), answered_on(11, 12), received_on(1)};
  CHECK(rows_of(make_summary(told), "status") == Lines{"received 2", "resolved 1"});
}

TEST_CASE("redress is summed to the cent by currency, goodwill apart") {
  Input told = input();
  told.meta.from = day(10);
  const auto paid = [&](double answered, const char* outcome, const char* amount, const char* currency) {
    told.redresses.push_back({0, amount, currency, outcome, day(answered)});
  };
  paid(11, "upheld", "0.10", "EUR");
  paid(11, "partly_upheld", "0.20", "EUR");
  paid(11, "not_upheld", "5", "EUR");
  paid(11, "upheld", "1200.5", "USD");
  paid(11, "upheld", "1.005", "KWD");
  paid(11, "upheld", "700", "JPY");
  paid(2, "upheld", "999", "EUR");
  CHECK(rows_of(make_summary(told), "redress") ==
        Lines{"EUR 0.30 2 0.15 5.00", "JPY 700 1 700 0", "KWD 1.005 1 1.005 0.000", "USD 1200.50 1 1200.50 0.00"});
}

TEST_CASE("no duration counts an event before the receipt, and a note names it") {
  Input told = input();
  told.cases = {answered_on(5, 4), answered_on(5, 7)};
  told.cases[0].id = "20260305-early00000";
  const Report report = make_summary(told);
  CHECK(get_measure(report, "time_to_resolution_median").value == 2);
  CHECK(get_measure(report, "time_to_resolution_median").n == 1);
  REQUIRE(report.notes.size() == 1);
  CHECK(report.notes[0].find("20260305-early00000") != std::string::npos);
}

TEST_CASE("an event at an unknown time counts of all time, and in no duration") {
  Input told = input();
  told.cases = {answered_on(5, 6)};
  told.cases[0].first_responded = told.cases[0].first_ended = std::nullopt;
  CHECK(get_measure(make_summary(told), "uphold_rate").denominator == 1);
  CHECK(get_measure(make_summary(told), "time_to_resolution_km_median").n == 0);
  told.meta.from = day(0);
  CHECK(get_measure(make_summary(told), "uphold_rate").denominator == 0);
}

}  // namespace crmtrack::report::test
