#include "command/common/gaps_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "index/read/gaps.hpp"
#include "index/read/lookup.hpp"
#include "index/read/select.hpp"
#include "record/vocabulary.hpp"
#include "session/day_zone.hpp"
#include "session/forms.hpp"
#include "session/lookup.hpp"

namespace crmtrack::command {

namespace {

/// The first instant of the local date from which a contact still counts.
util::Instant silent_before(Context& context) {
  const util::Zone& zone = session::day_zone(context);
  const auto today = std::chrono::local_days(zone.date_of(context.now()));
  const std::chrono::days silent(context.policy().settings.no_contact_days);
  return zone.start_of(std::chrono::year_month_day(today - silent + std::chrono::days(1)));
}

bool is_selected(const index::PromiseSelection& selection, const story::Complaint& complaint) {
  using Whose = index::PromiseSelection::Whose;
  if (!selection.project.empty() && complaint.text_of("project") != selection.project) return false;
  if (!selection.customer.empty() && complaint.text_of("customer") != selection.customer) return false;
  if (selection.whose == Whose::everybody) return true;
  if (complaint.owner.empty()) return selection.whose != Whose::people;
  return std::find(selection.people.begin(), selection.people.end(), complaint.owner) != selection.people.end();
}

/// The open complaints that some form is about.
std::set<std::string> complaints_of_forms(Context& context) {
  std::set<std::string> ids;
  for (const policy::Form& form : context.policy().forms) {
    query::Filter filter = form.filter;
    filter.terms.push_back({.key = "status", .values = {"open"}});
    for (std::string& id : index::select_ids(context.index(), {filter, context.moment(filter), {}, std::nullopt}))
      ids.insert(std::move(id));
  }
  return ids;
}

int rank_of(std::string_view severity) {
  const auto found = std::ranges::find(record::kSeverities, severity);
  return found == record::kSeverities.end() ? 0 : static_cast<int>(found - record::kSeverities.begin()) + 1;
}

/// Adds the complaints that lack a field by a form that held on the day of their receipt.
void add_form_gaps(Context& context, const index::PromiseSelection& selection, std::vector<index::GapRow>& rows) {
  for (const std::string& id : complaints_of_forms(context)) {
    const story::Complaint complaint = load_complaint(context, id);
    if (complaint.moved_or_empty || !is_selected(selection, complaint)) continue;
    const std::string day = util::format_date(session::day_zone(context).date_of(complaint.received_at));
    for (const policy::FormFault& fault : session::find_form_faults(context, complaint.fields, day)) {
      index::GapRow& row = rows.emplace_back();
      row.gap = index::Gap::form;
      row.story = {record::StoryKind::complaint, id};
      row.customer = complaint.text_of("customer");
      row.summary = complaint.text_of("summary");
      row.owner = complaint.owner;
      row.severity = complaint.text_of("severity");
      row.rank = rank_of(row.severity);
      row.what = fmt::format("{}: {}", fault.field, fault.why);
      row.since = complaint.received_at;
    }
  }
}

}  // namespace

std::vector<index::GapRow> load_gaps(Context& context, const index::PromiseSelection& selection) {
  std::vector<index::GapRow> rows = index::gaps(context.index(), selection, silent_before(context));
  if (context.policy().forms.empty()) return rows;
  add_form_gaps(context, selection, rows);
  index::sort_gaps(rows);
  return rows;
}

}  // namespace crmtrack::command
