#include "report/escalations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/figures.hpp"
#include "statistics/quantile.hpp"

namespace crmtrack::report {

namespace {

using document::Align;

std::string level_name(const Input& input, int level) {
  const auto name = input.level_names.find(level);
  return name == input.level_names.end() || name->second.empty() ? fmt::format("level {}", level)
                                                                 : fmt::format("{} {}", level, name->second);
}

/// The rungs that lead up, of complaints received in the period.
std::vector<const Rung*> rungs_up(const Input& input) {
  std::vector<const Rung*> up;
  for (const Rung& rung : input.rungs)
    if (rung.to_level > rung.from_level && input.in_period(input.cases[rung.complaint].received)) up.push_back(&rung);
  return up;
}

void add_rates(const std::vector<const Rung*>& up, const Input& input, Report& report) {
  std::set<CaseIndex> hierarchical;
  for (const Rung* rung : up)
    if (rung->nature != "functional") hierarchical.insert(rung->complaint);
  double peaks = 0;
  std::size_t received = 0;
  std::vector<CaseIndex> escalated_now;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (input.in_period(item.received)) {
      ++received;
      peaks += item.peak_level;
    }
    if (item.open && item.level > 0) escalated_now.push_back(i);
  }
  report.measures.push_back(
      share("escalation_rate", "escalated, of those received", {hierarchical.begin(), hierarchical.end()}, received));
  report.measures.back().head = "Escalated";
  report.measures.push_back(figure("mean_peak_level", "mean peak level", "level",
                                   received > 0 ? std::optional(peaks / static_cast<double>(received)) : std::nullopt,
                                   received));
  report.measures.back().head = "Peak level";
  report.measures.push_back(tally("escalated_now", "open above level 0 now", std::move(escalated_now)));
  report.measures.back().of_now = true;
  report.measures.back().head = "Up now";
}

void add_answers(const std::vector<const Rung*>& up, Report& report) {
  std::vector<double> days;
  std::vector<CaseIndex> unanswered;
  for (const Rung* rung : up)
    if (rung->answered)
      days.push_back(static_cast<double>((*rung->answered - rung->at).count()) / 86'400);
    else if (!rung->left)  // of one that was overtaken, nobody waits for an answer
      unanswered.push_back(rung->complaint);
  Measure median;
  median.name = "time_to_accept_median";
  median.title = "time to an answer of whom it went to, median";
  median.value = statistics::nearest_rank(days, 0.5);
  median.n = days.size();
  median.unit = "calendar_days";
  report.measures.push_back(std::move(median));
  report.measures.push_back(share("unanswered", "escalations without an answer", std::move(unanswered), up.size()));
}

void add_counts(const std::vector<const Rung*>& up, const Input& input, Report& report) {
  std::map<std::string_view, std::size_t> triggers;
  struct Answers {
    std::size_t all = 0, accepted = 0, declined = 0, returned = 0, overtaken = 0;
  };
  std::map<int, Answers> levels;
  for (const Rung* rung : up) {
    ++triggers[rung->trigger.empty() ? std::string_view("manual") : rung->trigger];
    Answers& answers = levels[rung->to_level];
    ++answers.all;
    answers.accepted += rung->answer == "accept" ? 1 : 0;
    answers.declined += rung->answer == "decline" ? 1 : 0;
    answers.returned += rung->answer == "return" ? 1 : 0;
    answers.overtaken += rung->answer.empty() && rung->left ? 1 : 0;
  }
  document::Table mix{"triggers", {{"trigger", "Trigger"}, {"escalations", "Escalations", Align::right}}, {}};
  for (const auto& [trigger, number] : triggers) mix.rows.push_back({{std::string(trigger)}, {fmt::to_string(number)}});
  std::stable_sort(mix.rows.begin(), mix.rows.end(),
                   [](const auto& a, const auto& b) { return std::stoul(a[1].text) > std::stoul(b[1].text); });
  document::Table by_level{"levels",
                           {{"level", "To level"},
                            {"escalations", "All", Align::right},
                            {"accepted", "Accepted", Align::right},
                            {"declined", "Declined", Align::right},
                            {"returned", "Returned", Align::right},
                            {"overtaken", "Overtaken", Align::right},
                            {"unanswered", "No answer", Align::right}},
                           {}};
  for (const auto& [level, answers] : levels)
    by_level.rows.push_back(
        {{fmt::to_string(level), level_name(input, level), document::Role::plain, 0, true},
         {fmt::to_string(answers.all)},
         {fmt::to_string(answers.accepted)},
         {fmt::to_string(answers.declined)},
         {fmt::to_string(answers.returned)},
         {fmt::to_string(answers.overtaken)},
         {fmt::to_string(answers.all - answers.accepted - answers.declined - answers.returned - answers.overtaken)}});
  report.tables.push_back(std::move(mix));
  report.table_titles.emplace_back("What set them off");
  report.tables.push_back(std::move(by_level));
  report.table_titles.emplace_back("Where they went");
}

std::vector<document::Cell> open_row(const Case& item, const Rung* last) {
  const std::string since = last == nullptr ? "" : util::format_utc(last->at);
  const std::string answer(last == nullptr ? "" : last->answer);
  const bool is_down = last != nullptr && last->to_level < last->from_level;
  const std::string id(item.id);
  return {{id, id.substr(id.find('-') + 1), document::Role::id},
          {fmt::to_string(item.level)},
          {std::string(last == nullptr ? "" : last->to)},
          {answer, answer.empty() ? (is_down ? "not asked" : "none yet") : ""},
          {since, since.substr(0, 10)},
          {std::string(item.summary)}};
}

/// Adds the table of the complaints that are open and above level 0, each with the last rung of its route.
void add_open(const Input& input, Report& report) {
  document::Table table{"open",
                        {{"id", "Complaint"},
                         {"level", "Level", Align::right},
                         {"with", "With", Align::left, true, true},
                         {"answer", "Answer"},
                         {"since", "Since"},
                         {"summary", "Summary", Align::left, true, true}},
                        {}};
  std::map<CaseIndex, const Rung*> last_rungs;
  for (const Rung& rung : input.rungs) last_rungs[rung.complaint] = &rung;
  std::vector<CaseIndex> open;
  for (CaseIndex i = 0; i < input.cases.size(); ++i)
    if (input.cases[i].open && input.cases[i].level > 0) open.push_back(i);
  input.sort(open);
  for (const CaseIndex i : open) table.rows.push_back(open_row(input.cases[i], last_rungs[i]));
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Escalated and open");
}

}  // namespace

Report make_escalations(const Input& input) {
  Report report{"escalations", "Escalations", input.meta, {}, {}, {}, {}, {}};
  const std::vector<const Rung*> up = rungs_up(input);
  add_rates(up, input, report);
  add_answers(up, report);
  add_counts(up, input, report);
  add_open(input, report);
  return report;
}

}  // namespace crmtrack::report
