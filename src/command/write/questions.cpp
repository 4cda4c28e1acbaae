#include "command/write/questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "index/read/overview.hpp"
#include "index/read/select.hpp"
#include "record/vocabulary.hpp"
#include "session/customer_word.hpp"
#include "session/filter.hpp"
#include "session/forms.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "terminal/dialog.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/slug.hpp"

namespace crmtrack::command {

namespace {

constexpr std::size_t kOfferedComplaints = 5;
constexpr std::size_t kOfferedReasons = 12;

template <class Words>
std::vector<std::string> as_texts(const Words& words) {
  return {words.begin(), words.end()};
}

void show_open_complaints(Context& context, const std::string& customer) {
  if (!find_customer(context, customer)) return;
  const query::Filter filter = session::parse_filter(context, {"status:open", fmt::format("customer:{}", customer)});
  const auto rows = index::select(context.index(), {filter, context.moment(filter), {}, kOfferedComplaints});
  if (rows.empty()) return;
  context.say(fmt::format("open complaints of {}:", session::shown_customer(context, customer)));
  for (const index::Row& row : rows)
    context.say(fmt::format("  {}  {}  {}  {}", short_id(context, row.id),
                            util::format_date(context.ledger_zone().date_of(row.received_at)), row.status,
                            row.summary));
}

/// The reasons in use, those most used for this project first.
std::vector<std::string> reasons_by_use(Context& context, const std::string& project) {
  std::vector<std::string> reasons = index::Overview(context.index()).reasons_by_use(project, kOfferedReasons);
  const std::string today = util::format_date(context.ledger_zone().date_of(context.now()));
  std::erase_if(reasons, [&](const std::string& code) {
    const policy::Reason* reason = context.policy().find_reason(code);
    return reason == nullptr || !reason->active_on(today);
  });
  for (const policy::Reason& reason : context.policy().reasons)
    if (reason.active_on(today) && std::find(reasons.begin(), reasons.end(), reason.code) == reasons.end())
      reasons.push_back(reason.code);
  return reasons;
}

/// The reasons in use, each with its label and the question that it answers.
std::vector<std::string> described_reasons(Context& context, const std::string& project) {
  std::vector<std::string> described;
  for (const std::string& code : reasons_by_use(context, project)) {
    const policy::Reason* reason = context.policy().find_reason(code);
    std::string text = code;
    if (!reason->label.empty()) text += "  " + reason->label;
    if (!reason->question.empty()) text += fmt::format(" ({})", reason->question);
    described.push_back(std::move(text));
  }
  return described;
}

void tell(Context& context, const util::Error& error) {
  context.warn(error.what());
  for (const std::string& hint : error.hints()) context.hint(hint);
}

/// The meaning of `given`, else of what the user answers; asks again as long as that cannot be taken. An empty answer
/// is none.
std::string ask_until_taken(Context& context, std::string given, const std::function<std::string()>& ask,
                            const std::function<std::string(const std::string&)>& take) {
  for (;; given.clear()) {
    if (given.empty()) given = ask();
    if (given.empty()) return {};
    try {
      return take(given);
    } catch (const util::Error& error) {
      tell(context, error);
    }
  }
}

/// The customer that the answer means. One who is not known gets the slug nearest to what was typed, after asking.
std::string taken_customer(Context& context, const std::string& answer, NewComplaint& complaint) {
  try {
    return session::resolve_customer(context, answer);
  } catch (const util::Error& error) {
    if (error.kind() != util::ErrorKind::refused) throw;
  }
  const std::string offered = util::to_slug(answer);
  const std::string slug = terminal::Dialog(context.streams()).ask(fmt::format("'{}' by the slug", answer), offered);
  session::require_slug("customer", slug);
  if (!find_customer(context, slug)) complaint.customer_name = answer;
  return slug;
}

std::string ask_for_customer(Context& context, NewComplaint& complaint) {
  terminal::Dialog dialog(context.streams());
  std::string customer;
  while (customer.empty())
    customer = ask_until_taken(
        context, std::exchange(complaint.customer, {}), [&] { return dialog.ask("Customer", ""); },
        [&](const std::string& answer) { return taken_customer(context, answer, complaint); });
  return customer;
}

/// Asks for the texts. Each is noted, so that a later Ctrl-D or failure loses none of them.
void ask_for_summary(Context& context, NewComplaint& complaint) {
  if (!complaint.summary.empty()) return;
  terminal::Dialog dialog(context.streams());
  while (complaint.summary.empty()) complaint.summary = dialog.ask("Summary, one line", "");
  context.note_typed(complaint.summary);
}

void ask_for_description(Context& context, NewComplaint& complaint) {
  if (!complaint.description.empty()) return;
  complaint.description = terminal::Dialog(context.streams()).ask("More, in a line (may be empty)", "");
  if (!complaint.description.empty()) context.note_typed(complaint.summary + "\n\n" + complaint.description);
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

void ask_for_forms(Context& context, NewComplaint& complaint,
                   const std::function<yaml::Node(const NewComplaint&)>& fields_of) {
  terminal::Dialog dialog(context.streams());
  std::string last;
  for (;;) {
    const auto faults = session::find_form_faults(context, fields_of(complaint));
    if (faults.empty()) return;
    const policy::FormFault& fault = faults.front();
    context.say(fmt::format("{}: {}", fault.field, fault.why));
    const std::string example = fault.example.empty() ? "" : fmt::format(", such as {}", fault.example);
    const std::string answer = dialog.ask(fault.field + example, "");
    if (answer.empty() && last == fault.field) return;  // an empty answer twice: the command says what is missing
    last = fault.field;
    complaint.further[fault.field] = answer;
  }
}

void ask_for_complaint(Context& context, NewComplaint& complaint) {
  terminal::Dialog dialog(context.streams());
  complaint.customer = ask_for_customer(context, complaint);
  show_open_complaints(context, complaint.customer);
  ask_for_summary(context, complaint);
  complaint.project = ask_until_taken(
      context, complaint.project,
      [&] { return dialog.ask("Project", usual_project(context, complaint.customer), known_projects(context)); },
      [&](const std::string& word) { return resolve_project(context, word); });
  complaint.reason = ask_until_taken(
      context, complaint.reason,
      [&] {
        return std::string(terminal::word_of(dialog.ask("Reason", "", described_reasons(context, complaint.project))));
      },
      [&](const std::string& word) { return resolve_reason(context, word); });
  if (complaint.severity.empty())
    complaint.severity = dialog.ask("Severity", "medium", as_texts(record::kSeverities), true);
  if (complaint.channel.empty()) complaint.channel = dialog.ask("Channel", "phone", as_texts(record::kChannels), true);
  ask_for_description(context, complaint);
}

}  // namespace crmtrack::command
