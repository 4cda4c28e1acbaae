#include "report/learnt.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/id.hpp"

namespace crmtrack::report {

namespace {

using document::Align;
using document::Column;
using document::Role;

std::string day_of(const Input& input, util::Instant at) { return util::format_date(input.zone.date_of(at)); }

std::string tail_of(std::string_view id) { return std::string(util::complaint_tail(id)); }

document::Cell time_cell(const Input& input, util::Instant at) { return {util::format_utc(at), day_of(input, at)}; }

void add_text(const char* label, const std::string& text, document::Lines& told) {
  if (!text.empty()) told.lines.push_back({{fmt::format("  {}: ", label), Role::dim}, {text}});
}

void tell(const Input& input, const Lesson& lesson, document::Lines& told) {
  const Case& item = input.cases[lesson.complaint];
  told.lines.push_back({{day_of(input, lesson.at), Role::strong},
                        {"  "},
                        {tail_of(item.id), Role::id},
                        {fmt::format("  {}", item.reason), Role::dim}});
  add_text("went wrong", lesson.went_wrong, told);
  add_text("root cause", lesson.root_cause, told);
  add_text("lesson", lesson.lesson, told);
}

void tell(const Input& input, const Praise& praise, document::Lines& told) {
  const std::string about = !praise.complaint.empty()      ? tail_of(praise.complaint)
                            : praise.customer_name.empty() ? praise.customer
                                                           : praise.customer_name;
  const std::string what = praise.person.empty() ? "a compliment" : praise.person;
  told.lines.push_back(
      {{day_of(input, praise.at), Role::strong}, {"  "}, {about, Role::id}, {fmt::format("  {}", what)}});
  if (!praise.text.empty()) told.lines.push_back({{"  " + praise.text}});
}

void add_table(Report& report, document::Table table, const char* title) {
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back(title);
}

/// Tells the newest stories, and says where the others are.
template <class Story>
void tell_newest(const Input& input, const std::vector<Story>& stories, std::string_view tables, Report& report) {
  const std::size_t first = stories.size() - std::min(stories.size(), kMostOnPage);
  for (std::size_t i = first; i < stories.size(); ++i) tell(input, stories[i], report.told);
  if (first > 0)
    report.notes.push_back(fmt::format("the newest {} of {}; all: {}", kMostOnPage, stories.size(), tables));
}

Measure counted_measure(const char* name, const char* title, std::size_t n, const char* unit) {
  Measure measure;
  measure.name = name;
  measure.title = title;
  measure.value = static_cast<double>(n);
  measure.n = n;
  measure.unit = unit;
  return measure;
}

}  // namespace

Report make_lessons(const Input& input, const std::vector<Lesson>& lessons) {
  Report report{"lessons", "Lessons", input.meta, {}, {}, {}, {}, {}};
  document::Table table{"lessons",
                        {{"complaint", "Complaint"},
                         {"at", "Reviewed"},
                         {"reason", "Reason"},
                         {"went_wrong", "Went wrong"},
                         {"root_cause", "Root cause"},
                         {"lesson", "Lesson"}},
                        {}};
  std::vector<CaseIndex> complaints;
  for (const Lesson& lesson : lessons) {
    if (complaints.empty() || complaints.back() != lesson.complaint) complaints.push_back(lesson.complaint);
    if (input.only_page) continue;
    const Case& item = input.cases[lesson.complaint];
    table.rows.push_back({{std::string(item.id), tail_of(item.id), Role::id},
                          time_cell(input, lesson.at),
                          {std::string(item.reason)},
                          {lesson.went_wrong},
                          {lesson.root_cause},
                          {lesson.lesson}});
  }
  tell_newest(input, lessons, "--table lessons", report);
  report.measures.push_back(tally("reviews", "reviews that say what was learnt", std::move(complaints)));
  report.measures.back().value = static_cast<double>(lessons.size());
  report.measures.back().n = lessons.size();
  report.measures.back().unit = "reviews";
  add_table(report, std::move(table), "What was learnt");
  return report;
}

Report make_praise(const Input& input, const std::vector<Praise>& praise) {
  Report report{"praise", "Praise", input.meta, {}, {}, {}, {}, {}};
  document::Table people{
      "people", {{"at", "When"}, {"person", "Person"}, {"complaint", "Complaint"}, {"by", "Written by"}}, {}};
  document::Table compliments{
      "compliments",
      {{"at", "When"}, {"customer", "Customer"}, {"complaint", "Complaint"}, {"by", "Written by"}, {"text", "Text"}},
      {}};
  std::size_t n = 0;
  for (const Praise& each : praise) {
    if (each.person.empty()) ++n;
    if (input.only_page) continue;
    const document::Cell complaint{each.complaint, tail_of(each.complaint), Role::id};
    if (each.person.empty())
      compliments.rows.push_back(
          {time_cell(input, each.at), {each.customer, each.customer_name}, complaint, {each.by}, {each.text}});
    else
      people.rows.push_back({time_cell(input, each.at), {each.person}, complaint, {each.by}});
  }
  tell_newest(input, praise, "--table people, --table compliments", report);
  report.measures.push_back(counted_measure("compliments", "compliments of customers", n, "compliments"));
  add_table(report, std::move(people), "Praised in reviews");
  add_table(report, std::move(compliments), "Compliments");
  return report;
}

}  // namespace crmtrack::report
