#include "view/overview.hpp"

#include <fmt/format.h>

#include "view/complaint_table.hpp"
#include "view/local_time.hpp"
#include "view/short_name.hpp"

namespace crmtrack::view {

using document::Role;

namespace {

/// The words of a promise that somebody stated, otherwise its kind.
std::string owed_text(const story::Promise& promise) {
  const bool is_stated = promise.kind == record::PromiseKind::commitment || promise.kind == record::PromiseKind::step;
  return is_stated && !promise.what.empty() ? promise.what : std::string(record::name_of(promise.kind));
}

/// Whose complaint, and what it is about; of a decision what was decided.
std::string about_text(const Setting& setting, const index::PromiseRow& row) {
  if (row.story.kind == record::StoryKind::journal) return row.summary;
  return fmt::format("{}: {}", shown_customer(setting, row.customer), row.summary);
}

void add_owed(const Setting& setting, const Overview& overview, document::Document& document) {
  if (overview.owed.empty()) return;
  document.add(document::Heading{"You owe", 2});
  document::Lines lines;
  for (const index::PromiseRow& row : overview.owed) {
    const bool late = story::state_of(row.promise, setting.now) == "overdue";
    const std::string due = row.promise.due_at ? "by " + local_time(setting.zone, *row.promise.due_at) : "no date";
    lines.lines.push_back({{short_name(setting, row.story), Role::id},
                           {fmt::format("  {}, ", owed_text(row.promise))},
                           {due, late ? Role::bad : Role::plain},
                           {"  " + about_text(setting, row)}});
  }
  if (overview.owed_count > overview.owed.size())
    lines.lines.push_back(
        {{fmt::format("and {} more: crmtrack agenda", overview.owed_count - overview.owed.size()), Role::dim}});
  document.add(std::move(lines));
}

void add_mine(const Setting& setting, const Overview& overview, document::Document& document) {
  document.add(document::Heading{"Your open complaints", 2});
  if (overview.mine.empty())
    document.add(document::Paragraph{{{"none"}}});
  else
    document.add(complaint_table(setting, overview.mine, Reader::person));
}

void add_next(document::Document& document) {
  document.add(document::Heading{"Next", 2});
  document::Figures figures;
  figures.items = {{"crmtrack new -c CUSTOMER -m TEXT", "take a complaint", "", Role::plain},
                   {"crmtrack call ID -m TEXT", "record a call", "", Role::plain},
                   {"crmtrack show ID", "tell its story", "", Role::plain},
                   {"crmtrack agenda", "everything that is owed", "", Role::plain},
                   {"crmtrack help", "all commands", "", Role::plain}};
  document.add(std::move(figures));
}

}  // namespace

document::Document overview_document(const Setting& setting, const Overview& overview) {
  document::Document document;
  add_owed(setting, overview, document);
  add_mine(setting, overview, document);
  add_next(document);
  return document;
}

}  // namespace crmtrack::view
