#include "report/kpi.hpp"

#include "report/again.hpp"
#include "report/feelings.hpp"
#include "report/figures.hpp"
#include "report/summary.hpp"
#include "report/targets.hpp"
#include "report/volume.hpp"

namespace crmtrack::report {

Report make_kpi(const Input& input) {
  Report report{"kpi", "Key figures", input.meta, {}, {}, {}, {}, {}};
  const Report summary = make_summary(input);
  report.begin_section("Fewer complaints");
  report.measures.push_back(volume_of(input));
  report.measures.push_back(repeat_contact_of(input));
  report.begin_section("Answered soon, and for good");
  report.measures.push_back(clearance_of(input));
  take_measures(report, make_targets(input), {"attainment"});
  take_measures(report, summary, {"time_to_acknowledge_median", "time_to_resolution_median"});
  report.measures.push_back(reopen_rate_of(input));
  report.begin_section("Kept, and felt");
  take_measures(report, summary, {"promises_kept", "escalation_rate", "uphold_rate"});
  report.measures.push_back(praise_of(input));
  return report;
}

}  // namespace crmtrack::report
