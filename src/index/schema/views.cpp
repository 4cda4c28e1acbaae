#include "index/schema/views.hpp"

#include <fmt/format.h>

#include "index/schema/complaint_table.hpp"
#include "index/schema/folded_tables.hpp"
#include "index/schema/record_tables.hpp"

namespace crmtrack::index {

namespace {

/// Joins the tables that kWhoseComplaint and kWhoseCustomer read, behind a table whose column `{}` is the story.
constexpr const char* kFromStory = "JOIN stories s ON s.key = {0} LEFT JOIN complaints c ON c.key = {0}";

std::string view(std::string_view name, std::string_view query) {
  return fmt::format("DROP VIEW IF EXISTS temp.{0};\nCREATE TEMP VIEW {0} AS {1};\n", name, query);
}

/// Records as they are in their folders, and those of which corrections say something else: `{t}` in the columns is the
/// one that tells what a record says. Two halves, so that each uses its own indexes.
std::string retold_halves(const std::string& columns, std::string_view and_where) {
  const auto half = [&](std::string_view teller, std::string_view place, std::string_view from) {
    return fmt::format("SELECT {} FROM {} {}", replaced(columns, "{t}", teller), from,
                       fmt::format(fmt::runtime(kFromStory), place));
  };
  return fmt::format("{} WHERE r.key NOT IN (SELECT key FROM retold){}\nUNION ALL\n{} WHERE 1{}",
                     half("r", "r.story", "records r"), and_where,
                     half("t", "t.place", "retold t JOIN records r ON r.key = t.key"), and_where);
}

/// Whose it is, when, by whom, and the columns of an activity.
std::string activity_text() {
  std::string columns;
  const auto add = [&](std::string_view name, const Shown& shown) {
    columns.append(columns.empty() ? "" : ", ").append(shown_text("r", name, shown));
  };
  for (const Column<RecordRow>& column : kRecords.columns) {
    for (const char* name : {"complaint", "customer", "id", "at", "by", "recorded_at"})
      if (column.name == name) add(column.name, column.shown);
  }
  for (const Column<RecordRow>& column : kActivityColumns<RecordRow>)
    add(column.name, as(fmt::format("{{t}}.{}", column.name)));
  add("at_unix", as("{t}.at_unix"));
  return columns;
}

}  // namespace

std::string views_at(util::Instant now) {
  const std::string texts =
      view("complaint", "SELECT " + view_text(kComplaints, "complaint") + " FROM complaints complaint") +
      view("record", retold_halves(view_text(kRecords, "r"), "")) +
      view("activity",
           retold_halves(activity_text(), " AND r.kind = 'activity' AND r.fault IS NULL AND r.refused IS NULL")) +
      view("escalation",
           "SELECT " + view_text(kEscalations, "e") + " FROM escalations e JOIN stories s ON s.key = e.story") +
      view("step",
           "SELECT " + view_text(kSteps, "t") + " FROM steps t " + fmt::format(fmt::runtime(kFromStory), "t.story")) +
      view("wait", "SELECT " + view_text(kWaits, "w") + " FROM waits w JOIN stories s ON s.key = w.story") +
      view("promise", "SELECT " + view_text(kPromises, "p") + " FROM promises p " +
                          fmt::format(fmt::runtime(kFromStory), "p.story")) +
      view("customer", "SELECT " + view_text(kCustomers, "k") + " FROM customers k");
  return at_moment(texts, now);
}

}  // namespace crmtrack::index
