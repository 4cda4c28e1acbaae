#include "command/common/regulator_input.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "calendar/clock.hpp"
#include "index/read/regulated.hpp"
#include "report/regulator.hpp"
#include "session/lookup.hpp"

namespace crmtrack::command {

namespace {

using report::ResponseBand;

/// DISP 1.5: by the close of the third business day after the day of receipt. DISP 1.6.2: eight weeks.
constexpr calendar::Target kSummaryTime{3, calendar::Target::Unit::business_days};
constexpr calendar::Target kFinalTime{56, calendar::Target::Unit::days};

/// The project of a complaint, as a row of facts: its calendar follows from it.
class ProjectRow : public query::Row {
 public:
  explicit ProjectRow(std::string project) : project_(std::move(project)) {}
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override {
    return key == "project" && !project_.empty() ? std::vector{project_} : std::vector<std::string>{};
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return none_; }

 private:
  std::string project_;
  std::vector<std::vector<std::string>> none_;
};

bool is_within(const report::Case& item, const calendar::Target& target, const calendar::Calendar& calendar) {
  const auto due = calendar::due(item.received, target, calendar, {});
  return due && *item.first_responded <= *due;
}

/// A response whose time nobody knows is in no band that a period counts.
ResponseBand band_of(const story::Clocks& clocks, const report::Case& item, std::string_view project) {
  if (!item.first_responded) return ResponseBand::later;
  const calendar::Calendar* const calendar = clocks.calendar_of(ProjectRow(std::string(project)), item.received);
  if (calendar == nullptr) {
    constexpr std::chrono::days kWeeks{56};
    return *item.first_responded - item.received <= kWeeks ? ResponseBand::eight_weeks : ResponseBand::later;
  }
  if (is_within(item, kSummaryTime, *calendar)) return ResponseBand::three_days;
  return is_within(item, kFinalTime, *calendar) ? ResponseBand::eight_weeks : ResponseBand::later;
}

/// The projects whose complaints the return is about; none: all.
std::set<std::string, std::less<>> regulated_projects(Context& context) {
  std::set<std::string, std::less<>> projects;
  for (const policy::Project& project : context.policy().projects)
    if (project.regulatory == "disp") projects.insert(project.id);
  return projects;
}

}  // namespace

report::Report load_regulator(Context& context, report::Input& input) {
  const auto projects = regulated_projects(context);
  const std::string& own = context.policy().settings.firm;
  std::unordered_map<std::string_view, report::CaseIndex> places;
  for (report::CaseIndex i = 0; i < input.cases.size(); ++i) places.emplace(input.cases[i].id, i);
  std::vector<report::ReturnCase> cases;
  std::set<std::string> firms;
  if (!own.empty()) firms.insert(own);
  index::each_regulated(context.index(), [&](const index::RegulatedComplaint& row) {
    if (!projects.empty() && !projects.contains(row.project)) return;
    const std::string_view firm = input.texts.add_word(row.company.empty() ? std::string_view(own) : row.company);
    firms.emplace(firm);
    const auto place = places.find(row.id);
    if (place == places.end()) return;
    report::ReturnCase each;
    each.complaint = place->second;
    each.firm = firm;
    each.product = input.texts.add_word(row.project);
    each.cause = input.texts.add_word(row.cause);
    each.vulnerable = input.texts.add_word(row.vulnerable);
    each.amount = input.texts.add_word(row.redress_amount);
    each.currency = input.texts.add_word(row.redress_currency);
    each.band = band_of(context.terms().clocks, input.cases[each.complaint], row.project);
    cases.push_back(each);
  });
  report::Report report = report::make_regulator(input, cases, {firms.begin(), firms.end()});
  if (projects.empty()) report.notes.emplace_back("no project of policy has regulatory: disp; all complaints count");
  if (firms.contains(""))
    report.notes.emplace_back("complaints without a company: settings.yaml says whose with 'firm'");
  return report;
}

}  // namespace crmtrack::command
