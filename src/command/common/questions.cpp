#include "command/common/questions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/read/overview.hpp"
#include "index/read/select.hpp"
#include "record/vocabulary.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "terminal/dialog.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

namespace {

constexpr std::size_t kOfferedComplaints = 5;
constexpr std::size_t kOfferedReasons = 12;

template <class Words>
std::vector<std::string> as_texts(const Words& words) {
  return {words.begin(), words.end()};
}

void show_open_complaints(Context& context, const std::string& customer) {
  const query::Filter filter = session::parse_filter({"status:open", fmt::format("customer:{}", customer)});
  const auto rows = index::select(context.index(), {filter, context.moment(filter), {}, kOfferedComplaints});
  if (rows.empty()) return;
  context.say(fmt::format("open complaints of {}:", customer));
  for (const index::Row& row : rows)
    context.say(fmt::format("  {}  {}  {}  {}", short_id(context, row.id),
                            util::format_date(context.zone().date_of(row.received_at)), row.status, row.summary));
}

/// The reasons in use, those most used for this project first.
std::vector<std::string> reasons_by_use(Context& context, const std::string& project) {
  std::vector<std::string> reasons = index::Overview(context.index()).reasons_by_use(project, kOfferedReasons);
  const std::string today = util::format_date(context.zone().date_of(context.now()));
  std::erase_if(reasons, [&](const std::string& code) {
    const policy::Reason* reason = context.policy().find_reason(code);
    return reason == nullptr || !reason->active_on(today);
  });
  for (const policy::Reason& reason : context.policy().reasons)
    if (reason.active_on(today) && std::find(reasons.begin(), reasons.end(), reason.code) == reasons.end())
      reasons.push_back(reason.code);
  return reasons;
}

std::vector<std::string> known_projects(Context& context) {
  std::vector<std::string> projects;
  for (const policy::Project& project : context.policy().projects)
    if (project.valid_to.empty()) projects.push_back(project.id);
  return projects;
}

}  // namespace

std::string usual_project(Context& context, const std::string& customer) {
  const std::string last = index::Overview(context.index()).last_project_of(customer);
  const std::vector<std::string> projects = known_projects(context);
  if (!last.empty() &&
      (context.policy().projects.empty() || std::find(projects.begin(), projects.end(), last) != projects.end()))
    return last;
  return projects.size() == 1 ? projects.front() : std::string();
}

void ask_for_complaint(Context& context, NewComplaint& complaint) {
  terminal::Dialog dialog(context.streams());
  while (complaint.customer.empty()) complaint.customer = dialog.ask("Customer", "");
  session::require_slug("customer", complaint.customer);
  show_open_complaints(context, complaint.customer);
  while (complaint.summary.empty()) complaint.summary = dialog.ask("Summary, one line", "");
  if (complaint.project.empty())
    complaint.project = dialog.ask("Project", usual_project(context, complaint.customer), known_projects(context));
  if (complaint.reason.empty()) complaint.reason = dialog.ask("Reason", "", reasons_by_use(context, complaint.project));
  if (complaint.severity.empty())
    complaint.severity = dialog.ask("Severity", "medium", as_texts(record::kSeverities), true);
  if (complaint.channel.empty()) complaint.channel = dialog.ask("Channel", "phone", as_texts(record::kChannels), true);
  if (complaint.description.empty()) complaint.description = dialog.ask("More, in a line (may be empty)", "");
}

}  // namespace crmtrack::command
