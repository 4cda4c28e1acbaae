#include <doctest/doctest.h>

#include "report/case.hpp"
#include "report/plans.hpp"
#include "told.hpp"

namespace crmtrack::report::test {

namespace {

/// A step with that first date.
PlannedStep step_due(double first_due, std::string_view state) {
  PlannedStep step;
  step.complaint = 0;
  step.number = 1;
  step.state = state;
  step.text = "mend it";
  step.owner = "ben@example.com";
  step.due = step.first_due = day(first_due);
  return step;
}

PlannedStep verified(double first_due, double done) {
  PlannedStep step = step_due(first_due, "verified");
  step.done = day(done);
  step.verified_by = "lena@example.com";
  return step;
}

Input planned() {
  Input told = input();
  told.cases = {received_on(1)};
  return told;
}

}  // namespace

TEST_CASE("a step is kept where it was done by its first date, and verified") {
  Input told = planned();
  told.steps = {verified(10, 10),        verified(10, 11),      step_due(10, "done"), step_due(20, "agreed"),
                step_due(200, "agreed"), step_due(200, "done"), verified(200, 50),    step_due(10, "dropped")};
  const Measure kept = get_measure(make_plans(told), "steps_kept");
  CHECK(kept.n == 2);  // the first, and the one that was kept early
  CHECK(kept.denominator == 5);
  CHECK(kept.note == "1 dropped");
  CHECK(kept.records == Cases{0, 0});
}

TEST_CASE("slip days are those of local dates, of the steps that slipped") {
  Input told = planned();
  for (const double days : {0.0, 2.0, 7.0, 30.0}) {
    PlannedStep step = step_due(10, "slipped");
    step.due = day(10 + days);
    told.steps.push_back(step);
  }
  told.steps.push_back(step_due(10, "dropped"));
  const Report report = make_plans(told);
  CHECK(get_measure(report, "steps_slipped").n == 3);
  CHECK(get_measure(report, "steps_slipped").denominator == 4);
  CHECK(get_measure(report, "slip_days_median").value == 7.0);
  CHECK(get_measure(report, "slip_days_median").n == 3);
  CHECK(get_table(report, "steps").rows[3][9].text == "30");
}

TEST_CASE("effective are those whose review says so, of those reviewed") {
  Input told = planned();
  for (const bool effective : {true, false, true}) {
    PlannedStep step = verified(10, 9);
    step.reviewed = true;
    step.effective = effective;
    told.steps.push_back(step);
  }
  told.steps.push_back(verified(10, 9));
  const Measure measure = get_measure(make_plans(told), "steps_effective");
  CHECK(measure.n == 2);
  CHECK(measure.denominator == 3);
}

TEST_CASE("the period is that of the first date, and a customer's step names the customer") {
  Input told = planned();
  told.meta.from = day(15);
  told.meta.to = day(30);
  PlannedStep customers = step_due(20, "agreed");
  customers.complaint.reset();
  customers.customer = "acme";
  told.steps = {step_due(10, "agreed"), customers, step_due(30, "agreed")};
  const Report report = make_plans(told);
  const document::Table steps = get_table(report, "steps");
  REQUIRE(steps.rows.size() == 1);
  CHECK(steps.rows[0][0].text.empty());
  CHECK(steps.rows[0][1].text == "acme");
  CHECK(get_measure(report, "steps_kept").records.empty());
}

}  // namespace crmtrack::report::test
