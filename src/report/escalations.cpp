#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/case.hpp"
#include "report/statistics.hpp"

namespace crmtrack::report {

namespace {

using document::Align;

std::string level_name(const Input& input, int level) {
  const auto name = input.level_names.find(level);
  return name == input.level_names.end() || name->second.empty() ? fmt::format("level {}", level)
                                                                 : fmt::format("{} {}", level, name->second);
}

/// The steps up of complaints received in the period.
std::vector<const Step*> steps_up(const Input& input, const std::set<std::string>& received) {
  std::vector<const Step*> up;
  for (const Step& step : input.steps)
    if (step.to_level > step.from_level && received.count(step.complaint) > 0) up.push_back(&step);
  return up;
}

void add_rates(const std::set<std::string>& received, const std::vector<const Step*>& up, const Input& input,
               Report& report) {
  std::set<std::string> hierarchical;
  for (const Step* step : up)
    if (step->nature != "functional") hierarchical.insert(step->complaint);
  report.measures.push_back(share("escalation_rate", "escalated, of those received",
                                  {hierarchical.begin(), hierarchical.end()}, received.size()));
  double peaks = 0;
  std::vector<std::string> escalated_now;
  for (const Case& item : input.cases) {
    if (received.count(item.id) > 0) peaks += item.peak_level;
    if (item.open && item.level > 0) escalated_now.push_back(item.id);
  }
  Measure peak;
  peak.name = "mean_peak_level";
  peak.title = "mean peak level";
  if (!received.empty()) peak.value = peaks / static_cast<double>(received.size());
  peak.n = received.size();
  peak.unit = "level";
  report.measures.push_back(std::move(peak));
  report.measures.push_back(tally("escalated_now", "open above level 0 now", std::move(escalated_now)));
}

void add_answers(const std::vector<const Step*>& up, const Input& input, Report& report) {
  std::vector<double> hours;
  std::vector<std::string> unanswered;
  for (const Step* step : up) {
    if (step->answered)
      hours.push_back(static_cast<double>((*step->answered - step->at).count()) / 86'400);
    else
      unanswered.push_back(step->complaint);
  }
  (void)input;
  Measure median;
  median.name = "time_to_accept_median";
  median.title = "time to an answer of whom it went to, median";
  median.value = nearest_rank(hours, 0.5);
  median.n = hours.size();
  median.unit = "calendar_days";
  report.measures.push_back(std::move(median));
  report.measures.push_back(share("unanswered", "escalations without an answer", std::move(unanswered), up.size()));
}

void add_counts(const std::vector<const Step*>& up, const Input& input, Report& report) {
  std::map<std::string, std::size_t> triggers;
  struct Answers {
    std::size_t all = 0, accepted = 0, declined = 0, returned = 0;
  };
  std::map<int, Answers> levels;
  for (const Step* step : up) {
    ++triggers[step->trigger.empty() ? "manual" : step->trigger];
    Answers& answers = levels[step->to_level];
    ++answers.all;
    answers.accepted += step->answer == "accept" ? 1 : 0;
    answers.declined += step->answer == "decline" ? 1 : 0;
    answers.returned += step->answer == "return" ? 1 : 0;
  }
  document::Table mix{"triggers", {{"trigger", "Trigger"}, {"escalations", "Escalations", Align::right}}, {}};
  for (const auto& [trigger, number] : triggers) mix.rows.push_back({{trigger}, {fmt::to_string(number)}});
  std::stable_sort(mix.rows.begin(), mix.rows.end(),
                   [](const auto& a, const auto& b) { return std::stoul(a[1].text) > std::stoul(b[1].text); });
  document::Table by_level{"levels",
                           {{"level", "To level"},
                            {"escalations", "Escalations", Align::right},
                            {"accepted", "Accepted", Align::right},
                            {"declined", "Declined", Align::right},
                            {"returned", "Returned", Align::right},
                            {"unanswered", "No answer", Align::right}},
                           {}};
  for (const auto& [level, answers] : levels)
    by_level.rows.push_back({{fmt::to_string(level), level_name(input, level)},
                             {fmt::to_string(answers.all)},
                             {fmt::to_string(answers.accepted)},
                             {fmt::to_string(answers.declined)},
                             {fmt::to_string(answers.returned)},
                             {fmt::to_string(answers.all - answers.accepted - answers.declined - answers.returned)}});
  report.tables.push_back(std::move(mix));
  report.table_titles.emplace_back("What set them off");
  report.tables.push_back(std::move(by_level));
  report.table_titles.emplace_back("Where they went");
}

/// What is above level 0 and open: the route's end for each.
void add_open(const Input& input, Report& report) {
  document::Table table{"open",
                        {{"id", "Complaint"},
                         {"level", "Level", Align::right},
                         {"with", "With", Align::left, true, true},
                         {"answer", "Answer"},
                         {"since", "Since"},
                         {"summary", "Summary", Align::left, true, true}},
                        {}};
  for (const Case& item : input.cases) {
    if (!item.open || item.level == 0) continue;
    const Step* last = nullptr;
    for (const Step& step : input.steps)
      if (step.complaint == item.id && (last == nullptr || step.at >= last->at)) last = &step;
    const std::string since = last == nullptr ? "" : util::format_utc(last->at);
    table.rows.push_back(
        {{item.id, item.id.substr(item.id.find('-') + 1), document::Role::id},
         {fmt::to_string(item.level)},
         {last == nullptr ? "" : last->to},
         {last == nullptr ? "" : last->answer, last == nullptr || last->answer.empty() ? "none yet" : ""},
         {since, since.substr(0, 10)},
         {item.summary}});
  }
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Escalated and open");
}

}  // namespace

Report make_escalations(const Input& input) {
  Report report{"escalations", "Escalations", input.meta, {}, {}, {}, {}, {}};
  std::set<std::string> received;
  for (const Case& item : input.cases)
    if (input.in_period(item.received)) received.insert(item.id);
  const std::vector<const Step*> up = steps_up(input, received);
  add_rates(received, up, input, report);
  add_answers(up, input, report);
  add_counts(up, input, report);
  add_open(input, report);
  return report;
}

}  // namespace crmtrack::report
