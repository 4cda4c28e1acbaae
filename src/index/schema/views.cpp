#include "index/schema/views.hpp"

#include <fmt/format.h>

#include "index/schema/complaint_table.hpp"
#include "index/schema/folded_tables.hpp"
#include "index/schema/measure_view.hpp"
#include "index/schema/notice_tables.hpp"
#include "index/schema/record_tables.hpp"

namespace crmtrack::index {

namespace {

/// Joins the tables that kWhoseComplaint and kWhoseCustomer read, behind a table whose column `{}` is the story.
constexpr const char* kFromStory = "JOIN stories s ON s.key = {0} LEFT JOIN complaints c ON c.key = {0}";

/// Makes the views of all stories, or of some.
class ViewMaker {
 public:
  ViewMaker(std::string_view stories, ViewForm form) : stories_(stories), form_(form) {}

  /// A view of one table, of the rows that meet a condition.
  [[nodiscard]] View plain(std::string_view name, std::vector<ViewColumn> columns, const std::string& from,
                           std::string_view story, std::string_view condition = "1") const {
    std::string query =
        fmt::format("SELECT {} FROM {} WHERE {}{}", texts_of(columns, story), from, condition, only(story));
    return {name, std::move(columns), std::move(query)};
  }

  /// A view of the rows of stories, with whose they are.
  [[nodiscard]] View of_stories(std::string_view name, std::vector<ViewColumn> columns, std::string_view table,
                                std::string_view story) const {
    return plain(name, std::move(columns), fmt::format("{} {}", table, fmt::format(fmt::runtime(kFromStory), story)),
                 story);
  }

  /// Records as they are in their folders, and those of which corrections say something else: `{t}` in the columns is
  /// the one that tells what a record says. Two halves, so that each uses its own indexes.
  [[nodiscard]] View of_records(std::string_view name, std::vector<ViewColumn> columns,
                                std::string_view condition) const {
    const auto half = [&](const char* teller, const char* struck, const char* place, const char* from) {
      const std::string shown = replaced(replaced(texts_of(columns, place), "{t}", teller), "{struck}", struck);
      return fmt::format("SELECT {} FROM {} {} WHERE {}{}", shown, from, fmt::format(fmt::runtime(kFromStory), place),
                         condition, only(place));
    };
    std::string query = half("r", "0", "r.story", "records r") +
                        " AND r.key NOT IN (SELECT key FROM retold) UNION ALL " +
                        half("t", "t.struck", "t.place", "retold t JOIN records r ON r.key = t.key");
    return {name, std::move(columns), std::move(query)};
  }

 private:
  [[nodiscard]] std::string only(std::string_view story) const {
    return stories_.empty() ? std::string() : fmt::format(" AND {} IN ({})", story, stories_);
  }

  [[nodiscard]] std::string texts_of(const std::vector<ViewColumn>& columns, std::string_view story) const {
    const bool is_copied = form_ == ViewForm::copied;
    std::string text = is_copied ? fmt::format("{} AS story_number", story) : std::string();
    for (const ViewColumn& column : columns) {
      if (is_copied && column.is_internal) continue;
      text.append(text.empty() ? "" : ", ").append(is_copied && !column.seconds.empty() ? column.seconds : column.sql);
    }
    return text;
  }

  std::string_view stories_;
  ViewForm form_;
};

/// Whose it is, when, by whom, and the columns of an activity.
std::vector<ViewColumn> activity_columns() {
  std::vector<ViewColumn> columns;
  for (const Column<RecordRow>& column : kRecords.columns)
    for (const char* name : {"complaint", "customer", "id", "at", "by", "recorded_at"})
      if (column.name == name) columns.push_back(view_column(column, "r"));
  for (const Column<RecordRow>& column : kActivityColumns<RecordRow>)
    columns.push_back({column.name, column.type, fmt::format("{{t}}.{}", column.name)});
  columns.push_back({"at_unix", "INTEGER", "{t}.at_unix"});
  columns.push_back({"taken_back", "INTEGER", shown_text("r", "taken_back", kTakenBack)});
  return columns;
}

View notification_view(const ViewMaker& maker) {
  const auto text = [](std::string_view name, std::string_view sql) {
    return ViewColumn{name, "TEXT", fmt::format("{} AS {}", sql, name)};
  };
  const auto time = [](std::string_view name, std::string_view unix_time) {
    return ViewColumn{name, "TEXT", shown_text("n", name, utc_of(unix_time)), false,
                      seconds_text(name, utc_of(unix_time))};
  };
  std::vector<ViewColumn> columns{text("complaint", "CASE s.kind WHEN 0 THEN s.id END"),
                                  text("customer",
                                       "CASE s.kind WHEN 0 THEN (SELECT c.customer FROM complaints c WHERE "
                                       "c.key = n.story) WHEN 1 THEN s.id END"),
                                  text("record", "n.id"),
                                  time("at", "n.at_unix"),
                                  text("rule", "n.rule"),
                                  text("event", "n.event"),
                                  text("about", "n.about"),
                                  text("promise", "n.promise"),
                                  time("due_at", "n.due_unix"),
                                  text("\"to\"", "n.\"to\""),
                                  text("role", "n.role"),
                                  text("state", "coalesce(d.outcome, n.outcome)"),
                                  text("why", "coalesce(d.detail, n.detail)"),
                                  text("told_in", "d.in_story"),
                                  {"attempts", "INTEGER", "coalesce(d.attempt, 0) AS attempts"},
                                  time("delivered_at", "d.at_unix"),
                                  {"at_unix", "INTEGER", "n.at_unix"}};
  return maker.plain("notification", std::move(columns), std::string(kNoticesFrom), "n.story", kNoticeCounts);
}

View ordered(View view, std::string_view order) {
  view.order = order;
  return view;
}
View of_complaints(View view, std::string_view order) {
  view.is_of_complaints = true;
  return ordered(std::move(view), order);
}
View with_key(View view, std::string_view key, std::string_view order) {
  view.key = key;
  return ordered(std::move(view), order);
}

std::string create_text(const View& view) {
  return fmt::format("DROP VIEW IF EXISTS temp.{0};\nCREATE TEMP VIEW {0} AS {1};\n", view.name, view.query);
}

}  // namespace

std::vector<View> all_views(std::string_view stories, ViewForm form) {
  const ViewMaker maker(stories, form);
  constexpr std::string_view kIsActivity = "r.kind = 'activity' AND r.fault IS NULL AND r.refused IS NULL";
  return {with_key(
              maker.plain("complaint", view_columns(kComplaints, "complaint"), "complaints complaint", "complaint.key"),
              "id", "received_unix, id"),
          ordered(maker.of_records("record", view_columns(kRecords, "r"), "1"), "story_kind, story, id, kind"),
          ordered(maker.of_records("activity", activity_columns(), kIsActivity), "complaint, customer, id"),
          of_complaints(maker.of_stories("escalation", view_columns(kEscalations, "e"), "escalations e", "e.story"),
                        "complaint, at_unix, record"),
          of_complaints(maker.of_stories("promise", view_columns(kPromises, "p"), "promises p", "p.story"),
                        "complaint, customer, start_unix, of, n, promise"),
          of_complaints(maker.of_stories("step", view_columns(kSteps, "t"), "steps t", "t.story"),
                        "complaint, customer, number, record"),
          of_complaints(maker.of_stories("wait", view_columns(kWaits, "w"), "waits w", "w.story"),
                        "complaint, from_unix, record"),
          of_complaints(maker.of_stories("redress", view_columns(kRedresses, "m"), "redresses m", "m.story"),
                        "complaint, cycle, at_unix, amount, currency"),
          of_complaints(maker.of_stories("review", view_columns(kReviews, "v"), "reviews v", "v.story"),
                        "complaint, record"),
          of_complaints(maker.of_stories("praise", view_columns(kPraises, "a"), "praises a", "a.story"),
                        "complaint, customer, record, person"),
          ordered(notification_view(maker), "at_unix, record, complaint"),
          with_key(maker.plain("customer", view_columns(kCustomers, "k"), "customers k", "k.key"), "id", "id"),
          with_key(of_complaints(maker.plain("measure", measure_columns(), "complaints c", "c.key", kMeasured), ""),
                   "complaint", "received_at, complaint")};
}

std::string create_views(util::Instant now) {
  std::string texts;
  for (const View& view : all_views()) texts += create_text(view);
  return at_moment(std::move(texts), now);
}

std::string view_names() {
  std::string names;
  const std::vector<View> views = all_views();
  for (std::size_t i = 0; i < views.size(); ++i)
    names.append(i == 0 ? "" : i + 1 == views.size() ? " and " : ", ").append(views[i].name);
  return names;
}

}  // namespace crmtrack::index
