#include "command/report/registry.hpp"

#include <fmt/format.h>

#include <array>

#include "command/common/client_report.hpp"
#include "command/common/compliance_input.hpp"
#include "command/common/health_input.hpp"
#include "command/common/learnt_input.hpp"
#include "command/common/notifications_input.hpp"
#include "command/common/regulator_input.hpp"
#include "command/common/retention_input.hpp"
#include "command/common/trail.hpp"
#include "command/common/viewings_input.hpp"
#include "command/report/terms.hpp"
#include "report/channels.hpp"
#include "report/effort.hpp"
#include "report/escalations.hpp"
#include "report/flow.hpp"
#include "report/kpi.hpp"
#include "report/pauses.hpp"
#include "report/perception.hpp"
#include "report/plans.hpp"
#include "report/promises.hpp"
#include "report/reasons.hpp"
#include "report/recurrence.hpp"
#include "report/summary.hpp"
#include "report/targets.hpp"
#include "report/workload.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

report::Report load_gaps_of_now(Context& context, report::Input& input, const std::vector<std::string>& words) {
  return load_compliance(context, input, words.empty() && !input.meta.from && !input.meta.to);
}

report::Report load_signals(Context& context, report::Input& input, const std::vector<std::string>& words) {
  return load_health(context, input, words);
}

report::Report load_what_was_learnt(Context& context, report::Input& input, const std::vector<std::string>&) {
  return report::make_lessons(input, load_lessons(context, input));
}

report::Report load_good_words(Context& context, report::Input& input, const std::vector<std::string>& words) {
  return report::make_praise(input, load_praise(context, input, words.empty()));
}

report::Report load_messages(Context& context, report::Input& input, const std::vector<std::string>& words) {
  return report::make_notifications(input, load_notifications(context, input, words.empty()));
}

report::Report load_return(Context& context, report::Input& input, const std::vector<std::string>&) {
  return load_regulator(context, input);
}

report::Report load_looks(Context& context, report::Input& input, const std::vector<std::string>&) {
  return report::make_viewings(input, load_viewings(context, input));
}

report::Report load_who_stays(Context& context, report::Input& input, const std::vector<std::string>& words) {
  return load_retention(context, input, words.empty());
}

constexpr std::array kReports{
    ReportSpec{.name = "summary",
               .question = "How many complaints are there, how fast and how well do we answer them?",
               .goal = "overview",
               .make = report::make_summary,
               .wants = {.rungs = true, .promises = true, .interactions = true, .redress = true, .open = true}},
    ReportSpec{.name = "perception",
               .question = "How do customers perceive each project, and which way does it go?",
               .goal = "overview",
               .make = report::make_perception,
               .wants = {.promises = true, .interactions = true},
               .default_period = "-90d",
               .default_by = "project"},
    ReportSpec{.name = "kpi",
               .question = "Are complaints handled well: the ten key figures?",
               .goal = "overview",
               .make = report::make_kpi,
               .wants = {.rungs = true, .promises = true, .interactions = true, .open = true, .all = true}},
    ReportSpec{.name = "reasons",
               .question = "What do customers complain about most?",
               .goal = "fewer_complaints",
               .make = report::make_reasons,
               .wants = {.recent_reasons = true}},
    ReportSpec{.name = "channels",
               .question = "Through which channels do which complaints come in?",
               .goal = "fewer_complaints",
               .make = report::make_channels,
               .default_by = "reason,channel"},
    ReportSpec{.name = "flow",
               .question = "What comes in, what ends, what stays open, and how old is it?",
               .goal = "solved_at_once",
               .make = report::make_flow,
               .wants = {.open = true, .loops = true}},
    ReportSpec{.name = "targets",
               .question = "Which of the times that policy sets are met?",
               .goal = "kept_promises",
               .make = report::make_targets,
               .wants = {.promises = true}},
    ReportSpec{.name = "promises",
               .question = "Who keeps their promises, we and our customers, and what is still owed?",
               .goal = "kept_promises",
               .make = report::make_promises,
               .wants = {.promises = true, .loops = true, .evidence = true}},
    ReportSpec{.name = "escalations",
               .question = "What goes up, why, where to, and who has not answered?",
               .goal = "solved_at_once",
               .make = report::make_escalations,
               .wants = {.rungs = true, .open = true, .cases = report::Wants::Cases::escalations}},
    ReportSpec{.name = "effort",
               .question = "How much time do complaints take, with the customer and without?",
               .goal = "solved_at_once",
               .make = report::make_effort,
               .wants = {.work = true}},
    ReportSpec{.name = "workload",
               .question = "What has each team to do?",
               .goal = "fair_to_people",
               .make = report::make_workload,
               .wants = {.open = true, .loops = true, .work = true},
               .default_by = "team"},
    ReportSpec{.name = "recurrence",
               .question = "Do complaints of a cause come back after it was fixed?",
               .goal = "fewer_complaints",
               .make = report::make_recurrence,
               .wants = {.steps = true, .cause = true, .all = true}},
    ReportSpec{.name = "retention",
               .question = "Do customers stay in touch after a complaint as before?",
               .goal = "overview",
               .wants = {.all = true},
               .load = load_who_stays},
    ReportSpec{.name = "pauses",
               .question = "How long do we say that we wait for customers, and do we?",
               .goal = "honest_figures",
               .make = report::make_pauses,
               .wants = {.waits = true, .cases = report::Wants::Cases::waits}},
    ReportSpec{.name = "plans",
               .question = "Are the steps of plans kept by their dates, and do they help?",
               .goal = "kept_promises",
               .make = report::make_plans,
               .wants = {.steps = true, .cases = report::Wants::Cases::steps}},
    ReportSpec{.name = "compliance",
               .question = "What is missing now: an owner, a next step, an answer?",
               .goal = "kept_promises",
               .wants = {.all = true, .cases = report::Wants::Cases::gaps},
               .load = load_gaps_of_now,
               .is_listing = true},
    ReportSpec{.name = "health",
               .question = "Which projects begin to fail, and by which signs?",
               .goal = "warned_early",
               .wants = {.all = true},
               .load = load_signals,
               .is_listing = true},
    ReportSpec{.name = "terms",
               .question = "Which words set these complaints apart, and what goes together with a word?",
               .goal = "fewer_complaints",
               .print = report_terms},
    ReportSpec{.name = "lessons",
               .question = "What went wrong, and what did we learn from it?",
               .goal = "fewer_complaints",
               .wants = {.all = true, .cases = report::Wants::Cases::reviews},
               .load = load_what_was_learnt,
               .is_listing = true},
    ReportSpec{.name = "praise",
               .question = "Whom do reviews and customers praise, in their words?",
               .goal = "fair_to_people",
               .wants = {.all = true, .cases = report::Wants::Cases::praise},
               .load = load_good_words,
               .is_listing = true},
    ReportSpec{.name = "notifications",
               .question = "Whom did the rules tell what, and what was not sent?",
               .goal = "kept_promises",
               .wants = {.all = true, .cases = report::Wants::Cases::notices},
               .load = load_messages,
               .is_listing = true},
    ReportSpec{.name = "regulator",
               .question = "What does the half-yearly return to the regulator say, by firm?",
               .goal = "honest_figures",
               .wants = {.all = true},
               .load = load_return,
               .default_period = "last-half"},
    ReportSpec{.name = "viewings",
               .question = "Who looked at figures about me, and at whose did I look?",
               .goal = "fair_to_people",
               .wants = {.all = true},
               .load = load_looks,
               .of_persons = true,
               .is_listing = true},
    ReportSpec{.name = "trail",
               .question = "Which records has this complaint, from whom, when, and signed by whom?",
               .goal = "honest_figures",
               .tell = report_trail},
    ReportSpec{.name = "client",
               .question = "What may the customer see of this complaint?",
               .goal = "kept_promises",
               .tell = report_client},
};

}  // namespace

std::span<const ReportSpec> report_specs() { return kReports; }

const ReportSpec& get_report(const std::string& name) {
  std::vector<std::string> names;
  for (const ReportSpec& spec : kReports) {
    if (spec.name == name) return spec;
    names.emplace_back(spec.name);
  }
  std::vector<std::string> hints;
  if (const auto near = util::nearest(name, names); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  hints.push_back("reports: " + util::join(names, ", "));
  throw util::Error(util::ErrorKind::usage, fmt::format("cannot report '{}': no such report", name), std::move(hints));
}

}  // namespace crmtrack::command
