#include "index/read/gaps.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/impl.hpp"
#include "index/read/promise_condition.hpp"
#include "index/schema/record_tables.hpp"
#include "index/sqlite/reading.hpp"

namespace crmtrack::index {

namespace {

/// An open complaint, with all that tells whether something is missing.
struct OpenComplaint {
  GapRow row;
  std::string id;
  util::Instant received{};
  std::optional<util::Instant> last_contact, next_due, to_acknowledge;
  bool reachable = false;
};

constexpr Reading kGapComplaint{Read{"c.customer", &GapRow::customer}, Read{"c.summary", &GapRow::summary},
                                Read{"c.owner", &GapRow::owner}, Read{"c.severity", &GapRow::severity},
                                Read{"c.severity_rank", &GapRow::rank}};

// Somebody to reach: a contact of the complaint, or of its customer, or of whoever stands for that one.
constexpr Reading kOpenRead{
    Read{"c.id", &OpenComplaint::id},
    Read{"c.received_unix", &OpenComplaint::received},
    Read{"c.last_contact_unix", &OpenComplaint::last_contact},
    Read{"c.next_due_unix", &OpenComplaint::next_due},
    Read{"(SELECT p.start_unix FROM promises p WHERE p.story = c.key AND p.kind = 'acknowledge' AND p.ended = 0 LIMIT "
         "1)",
         &OpenComplaint::to_acknowledge},
    Read{"c.contact IS NOT NULL OR EXISTS (SELECT 1 FROM customers k LEFT JOIN customers m ON m.id = k.merged_into "
         "WHERE k.id = c.customer AND k.contacts + coalesce(m.contacts, 0) > 0)",
         &OpenComplaint::reachable}};

void add_gap(const OpenComplaint& complaint, Gap gap, util::Instant since, std::string what,
             std::vector<GapRow>& rows) {
  GapRow row = complaint.row;
  row.story = {record::StoryKind::complaint, complaint.id};
  row.gap = gap;
  row.since = since;
  row.what = std::move(what);
  rows.push_back(std::move(row));
}

void add_complaint_gaps(const OpenComplaint& complaint, util::Instant silent_before, std::vector<GapRow>& rows) {
  const util::Instant received = complaint.received;
  const util::Instant touched = std::max(complaint.last_contact.value_or(received), received);
  if (complaint.row.owner.empty()) add_gap(complaint, Gap::owner, received, "nobody owns it", rows);
  if (!complaint.next_due) add_gap(complaint, Gap::next_step, received, "nobody owes anything with a date", rows);
  if (!complaint.reachable) add_gap(complaint, Gap::contact, received, "it names nobody to reach", rows);
  if (complaint.to_acknowledge)
    add_gap(complaint, Gap::acknowledgement, *complaint.to_acknowledge, "nobody has acknowledged it", rows);
  if (touched < silent_before) add_gap(complaint, Gap::silence, touched, "no contact since then", rows);
}

void load_complaint_gaps(const Index& index, const PromiseSelection& selection, util::Instant silent_before,
                         std::vector<GapRow>& rows) {
  Statement statement = index.impl().database.prepare(
      kGapComplaint.select() + ", " + kOpenRead.columns() + " FROM complaints c WHERE c.phase < 1 AND NOT c.bad AND " +
      owner_condition(selection, "c.owner") + place_condition(selection, "c.customer"));
  bind_selection(statement, selection);
  while (statement.step()) {
    OpenComplaint complaint;
    kGapComplaint.read(statement, complaint.row);
    kOpenRead.read(statement, complaint, kGapComplaint.size());
    add_complaint_gaps(complaint, silent_before, rows);
  }
}

constexpr Reading kGapPromise{
    Read{"CASE s.kind WHEN 1 THEN s.id ELSE c.customer END", &GapRow::customer},
    Read{"CASE s.kind WHEN 1 THEN k.name ELSE c.summary END", &GapRow::summary},
    Read{"p.owner", &GapRow::owner},
    Read{"c.severity", &GapRow::severity},
    Read{"c.severity_rank", &GapRow::rank},
    Read{"coalesce(p.due_unix, p.start_unix)", &GapRow::since},
    Read{"p.kind || ': ' || coalesce(p.what, '')", &GapRow::what},
    Read{"p.kind || '@' || CASE WHEN p.several THEN p.of || '.' || p.n ELSE p.of END", &GapRow::promise}};

/// Kinds that complaint and contacts bring about: without a date they have no target, or their clock stands still.
std::string derived_kinds() {
  std::string names;
  for (const std::string_view name : record::kPromiseKinds)
    if (story::is_derived(record::parse_promise_kind(name).value()))
      names += fmt::format("{}'{}'", names.empty() ? "" : ", ", name);
  return names;
}

void load_promise_gaps(const Index& index, const PromiseSelection& selection, Gap gap, const std::string& condition,
                       std::vector<GapRow>& rows) {
  Statement statement = index.impl().database.prepare(
      "SELECT " + kStoryRef.columns() + ", " + kGapPromise.columns() +
      " FROM promises p JOIN stories s ON s.key = p.story LEFT JOIN complaints c ON c.key = p.story "
      "LEFT JOIN customers k ON k.key = p.story WHERE p.ended = 0 AND " +
      condition + " AND " + owner_condition(selection, "p.owner") +
      place_condition(selection, "CASE s.kind WHEN 1 THEN s.id ELSE c.customer END"));
  bind_selection(statement, selection);
  while (statement.step()) {
    GapRow& row = rows.emplace_back();
    kStoryRef.read(statement, row.story);
    kGapPromise.read(statement, row, kStoryRef.size());
    row.gap = gap;
  }
}

}  // namespace

std::vector<GapRow> gaps(const Index& index, const PromiseSelection& selection, util::Instant silent_before) {
  return index.impl().run([&] {
    std::vector<GapRow> rows;
    load_complaint_gaps(index, selection, silent_before, rows);
    load_promise_gaps(index, selection, Gap::confirmation, "p.kind = 'confirm' AND p.due_unix < ?2", rows);
    load_promise_gaps(index, selection, Gap::date,
                      fmt::format("p.due_unix IS NULL AND p.kind NOT IN ({})", derived_kinds()), rows);
    sort_gaps(rows);
    return rows;
  });
}

}  // namespace crmtrack::index
