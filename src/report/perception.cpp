#include "report/perception.hpp"

#include "report/feelings.hpp"
#include "report/figures.hpp"
#include "report/kept.hpp"
#include "report/volume.hpp"

namespace crmtrack::report {

namespace {

/// Interactions of the period that are good, or bad.
Measure interactions(const Input& input, bool Feeling::*kind, const char* name, const char* title, const char* head) {
  Measure measure = figure(name, title, "interactions", 0, 0);
  for (const Feeling& feeling : input.feelings) {
    if (!(feeling.*kind) || !input.in_period(feeling.at)) continue;
    ++*measure.n;
    if (feeling.complaint) measure.records.push_back(*feeling.complaint);
  }
  measure.value = static_cast<double>(*measure.n);
  measure.head = head;
  return measure;
}

/// The highest level of escalation that complaints received in the period ever had.
Measure peak_of(const Input& input) {
  Measure measure = figure("peak_level", "highest level of escalation", "level", std::nullopt, 0);
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (!input.in_period(item.received)) continue;
    ++*measure.n;
    if (measure.value && item.peak_level < *measure.value) continue;
    if (!measure.value || item.peak_level > *measure.value) measure.records.clear();
    measure.value = item.peak_level;
    measure.records.push_back(i);
  }
  measure.head = "Peak level";
  return measure;
}

}  // namespace

Report make_perception(const Input& input) {
  Report report{"perception", "Perception", input.meta, {}, {}, {}, {}, {}};
  report.measures.push_back(volume_of(input));
  report.measures.push_back(interactions(input, &Feeling::good, "good", "good interactions", "Good"));
  report.measures.push_back(interactions(input, &Feeling::bad, "bad", "bad interactions", "Bad"));
  report.measures.push_back(praise_of(input));
  report.measures.back().shows_change = true;
  report.measures.push_back(kept_share(
      input, [](const Due& promise) { return promise.group == Due::Group::ours; }, "promises_kept",
      "our promises kept in time"));
  report.measures.back().head = "Kept";
  report.measures.push_back(peak_of(input));
  return report;
}

}  // namespace crmtrack::report
