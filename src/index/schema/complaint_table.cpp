#include "index/schema/complaint_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "record/vocabulary.hpp"
#include "story/last_contact.hpp"
#include "story/words.hpp"
#include "util/id.hpp"
#include "util/text/plain.hpp"

namespace crmtrack::index {

namespace {

/// Partial indexes choose by it: 0 before resolved, 1 resolved, 2 closed, withdrawn or void.
int phase_of(const story::Complaint& complaint) {
  if (complaint.is_open()) return 0;
  return complaint.status == record::Status::resolved ? 1 : 2;
}

std::string_view field(const ComplaintRow& row, std::string_view name) {
  return story::word(row.complaint.fields, name);
}

/// 1 for low to 4 for critical; none for a word that is not ours.
std::optional<std::int64_t> severity_rank(std::string_view severity) {
  const auto found = std::find(record::kSeverities.begin(), record::kSeverities.end(), severity);
  return found == record::kSeverities.end() ? std::nullopt : std::optional(found - record::kSeverities.begin() + 1);
}

/// The time at which the open promise that is due next is due.
std::optional<util::Instant> next_due_at(const story::Complaint& complaint) {
  const story::Promise* const next = story::find_next_due(complaint.promises);
  return next == nullptr ? std::nullopt : next->due_at;
}

/// The kind of that promise.
std::string_view next_due_kind(const story::Complaint& complaint) {
  const story::Promise* const next = story::find_next_due(complaint.promises);
  return next == nullptr ? std::string_view() : record::name_of(next->kind);
}

/// Who owes it.
std::string_view next_due_debtor(const story::Complaint& complaint) {
  const story::Promise* const next = story::find_next_due(complaint.promises);
  return next == nullptr ? std::string_view() : story::name_of(next->debtor);
}

/// When `tick` has something to do next: a rung of the ladder, or silence that becomes acceptance.
std::optional<util::Instant> next_tick(const story::Complaint& complaint) {
  std::optional<util::Instant> next = complaint.silent_at;
  if (!complaint.due_rungs.empty() && (!next || complaint.due_rungs.front().at < *next))
    next = complaint.due_rungs.front().at;
  return next;
}

/// When the case was first over: resolved, closed or withdrawn, whichever came first.
std::optional<util::Instant> first_ended(const story::Complaint& complaint) {
  std::optional<util::Instant> first;
  using record::Status;
  for (const Status status : {Status::resolved, Status::closed, Status::withdrawn}) {
    const auto entered = complaint.first_entered(status);
    if (entered && (!first || *entered < *first)) first = entered;
  }
  return first;
}

bool has_ended(const story::Complaint& complaint) {
  using record::Status;
  return complaint.has_entered(Status::resolved) || complaint.has_entered(Status::closed) ||
         complaint.has_entered(Status::withdrawn);
}

std::string_view money_part(const yaml::Node& money, std::string_view part) {
  return money.is_map() ? story::word(money, part) : std::string_view();
}

constexpr Column<ComplaintRow> kComplaintColumns[] = {
    {"key", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.key; }, behind(3)},
    {"id", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.complaint.id; }, kItself, kKey},
    // the random part of the id
    {"tail", "TEXT NOT NULL", [](auto& out, auto& row) { out << util::complaint_tail(row.complaint.id); }},
    {"phase", "INTEGER NOT NULL", [](auto& out, auto& row) { out << phase_of(row.complaint); }},
    {"status", "TEXT NOT NULL", [](auto& out, auto& row) { out << record::name_of(row.complaint.status); }, kItself,
     kKey},
    derived<ComplaintRow>("open", number("complaint.phase < 1")),
    {"severity", "TEXT", [](auto& out, auto& row) { out << field(row, "severity"); }, kItself, kFiltered},
    {"severity_rank",
     "INTEGER",
     [](auto& out, auto& row) { out << severity_rank(field(row, "severity")); },
     behind(2),
     {.sort = "severity"}},
    {"vulnerable", "TEXT", [](auto& out, auto& row) { out << field(row, "vulnerable"); }, kItself, kFiltered},
    {"customer", "TEXT", [](auto& out, auto& row) { out << field(row, "customer"); }, kItself, kKey},
    {"contact", "TEXT", [](auto& out, auto& row) { out << field(row, "contact"); }, kItself},
    {"project", "TEXT", [](auto& out, auto& row) { out << field(row, "project"); }, kItself, kKey},
    {"channel", "TEXT", [](auto& out, auto& row) { out << field(row, "channel"); }, kItself, kKey},
    {"reason", "TEXT", [](auto& out, auto& row) { out << field(row, "reason"); }, kItself, kKey},
    {"region", "TEXT", [](auto& out, auto& row) { out << row.complaint.region; }, kItself, kFiltered},
    {"company", "TEXT", [](auto& out, auto& row) { out << field(row, "company"); }, kItself},
    {"segment", "TEXT", [](auto& out, auto& row) { out << row.complaint.segment; }, kItself, kFiltered},
    {"summary", "TEXT", [](auto& out, auto& row) { out << field(row, "summary"); }, kItself, kSorted},
    {"owner",
     "TEXT",
     [](auto& out, auto& row) { out << row.complaint.owner; },
     kItself,
     {.filter = kOwnName, .folded = "owner_folded"}},
    {"owner_folded",
     "TEXT",
     [](auto& out, auto& row) { out << util::fold_plain(row.complaint.owner); },
     {},
     {.sort = "owner"}},
    {"level", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.complaint.level; }, kItself, kKey},
    {"peak_level", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.complaint.peak_level; }, kItself, kSorted},
    {"cycle", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.complaint.cycle; }, kItself, kSorted},
    {"handovers", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.complaint.handovers; }, kItself, kSorted},
    {"waiting_on", "TEXT", [](auto& out, auto& row) { out << row.complaint.waiting_on; }, kItself},
    {"outcome", "TEXT", [](auto& out, auto& row) { out << row.complaint.outcome; }, kItself, kKey},
    {"code", "TEXT", [](auto& out, auto& row) { out << row.complaint.code; }, kItself, kKey},
    {"cause", "TEXT", [](auto& out, auto& row) { out << row.complaint.cause; }, kItself, kFiltered},
    {"systemic", "TEXT", [](auto& out, auto& row) { out << row.complaint.systemic; }, kItself},
    {"accepted_by", "TEXT", [](auto& out, auto& row) { out << row.complaint.accepted_by; }, kItself, kFiltered},
    {"redress_amount", "TEXT", [](auto& out, auto& row) { out << money_part(row.complaint.redress, "amount"); },
     kItself},
    {"redress_currency", "TEXT", [](auto& out, auto& row) { out << money_part(row.complaint.redress, "currency"); },
     kItself},
    {"received_unix",
     "INTEGER NOT NULL",
     [](auto& out, auto& row) { out << row.complaint.received_at; },
     behind(1),
     {.filter = "received", .sort = "received received_at"}},
    {"acknowledged_unix",
     "INTEGER",
     [](auto& out, auto& row) { out << row.complaint.acknowledged_at; },
     behind(1),
     {.filter = "acknowledged", .sort = "acknowledged acknowledged_at"}},
    {"responded_unix",
     "INTEGER",
     [](auto& out, auto& row) { out << row.complaint.responded_at; },
     behind(1),
     {.sort = "responded responded_at"}},
    {"resolved_unix",
     "INTEGER",
     [](auto& out, auto& row) { out << row.complaint.resolved_at; },
     behind(1),
     {.filter = "resolved", .sort = "resolved resolved_at"}},
    {"closed_unix",
     "INTEGER",
     [](auto& out, auto& row) { out << row.complaint.closed_at; },
     behind(1),
     {.filter = "closed", .sort = "closed closed_at"}},
    {"first_responded_unix", "INTEGER",
     [](auto& out, auto& row) { out << row.complaint.first_entered(record::Status::responded); }, behind(1)},
    {"first_resolved_unix", "INTEGER",
     [](auto& out, auto& row) { out << row.complaint.first_entered(record::Status::resolved); }, behind(1)},
    {"first_reopened_unix", "INTEGER", [](auto& out, auto& row) { out << row.complaint.first_reopened(); }, behind(1)},
    // Whether that ever happened: an import may not know when.
    {"answered", "INTEGER NOT NULL",
     [](auto& out, auto& row) { out << row.complaint.has_entered(record::Status::responded); }, kItself},
    {"ended", "INTEGER NOT NULL", [](auto& out, auto& row) { out << has_ended(row.complaint); }, kItself},
    {"first_ended_unix", "INTEGER", [](auto& out, auto& row) { out << first_ended(row.complaint); }, behind(1)},
    {"next_due_unix",
     "INTEGER",
     [](auto& out, auto& row) { out << next_due_at(row.complaint); },
     behind(1),
     {.filter = "due", .sort = "due"}},
    {"next_tick_unix", "INTEGER", [](auto& out, auto& row) { out << next_tick(row.complaint); }},
    {"next_due", "TEXT", [](auto& out, auto& row) { out << next_due_kind(row.complaint); }, kItself},
    {"owes", "TEXT", [](auto& out, auto& row) { out << next_due_debtor(row.complaint); }, kItself, kFiltered},
    {"last_contact_unix", "INTEGER", [](auto& out, auto& row) { out << story::last_contact(row.complaint); },
     behind(1)},
    {"unheard_unix", "INTEGER", [](auto& out, auto& row) { out << story::unheard_word(row.complaint); }},
    derived<ComplaintRow>("received_at", utc_of("complaint.received_unix")),
    derived<ComplaintRow>("acknowledged_at", utc_of("complaint.acknowledged_unix")),
    derived<ComplaintRow>("responded_at", utc_of("complaint.responded_unix")),
    derived<ComplaintRow>("resolved_at", utc_of("complaint.resolved_unix")),
    derived<ComplaintRow>("closed_at", utc_of("complaint.closed_unix")),
    derived<ComplaintRow>("age_days", number("{now} / 86400 - complaint.received_unix / 86400"),
                          {.sort = "age age_days", .sort_by = "-complaint.received_unix"}),
    {"contested", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.complaint.contested(); }, kItself, kKey},
    derived<ComplaintRow>("overdue", number("coalesce(complaint.next_due_unix < {now}, 0)"),
                          {.filter = kOwnName, .sort = kOwnName, .sort_by = "-complaint.next_due_unix"}),
    derived<ComplaintRow>("next_due_at", utc_of("complaint.next_due_unix")),
    {"reviewed", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.complaint.reviewed; }, kItself},
    {"source", "TEXT", [](auto& out, auto& row) { out << field(row, "source"); }, kItself},
    {"bad", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.complaint.moved_or_empty; }, kItself},
    {"fold", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.digest; }},
};

constexpr Column<ValueRow> kValueColumns[] = {
    {"complaint", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.complaint; }},
    {"name", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.name; }},
    {"value", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.value; }},
    {"folded", "TEXT NOT NULL", [](auto& out, auto& row) { out << util::fold_plain(row.value); }},
};

constexpr ManyValued kManyValuedKeys[] = {
    {"type", false, [](const auto& complaint, const auto& take) { std::ranges::for_each(complaint.types, take); }},
    {"sentiment", false,
     [](const auto& complaint, const auto& take) { std::ranges::for_each(complaint.sentiments, take); }},
    {"promise", false,
     [](const auto& complaint, const auto& take) {
       for (const story::Promise& promise : complaint.promises)
         if (story::is_open(promise)) take(std::string(record::name_of(promise.kind)));
     }},
    {"ref", true, [](const auto& complaint, const auto& take) { std::ranges::for_each(complaint.refs, take); }},
    {"link", true,
     [](const auto& complaint, const auto& take) {
       for (const std::string& link : complaint.links) {
         take(link);
         take(link.substr(0, link.find(':')));  // `link:related` is any of that kind
       }
     }},
};

}  // namespace

const Table<ComplaintRow> kComplaints{.name = "complaints", .columns = kComplaintColumns, .story = "key"};
const Table<ValueRow> kComplaintValues{.name = "complaint_values",
                                       .columns = kValueColumns,
                                       .story = "complaint",
                                       .constraints = "PRIMARY KEY(complaint, name, value)",
                                       .has_rowid = false};

std::string sql_of(const Column<ComplaintRow>& column, util::Instant now) {
  const bool is_stored = !column.type.empty();
  return is_stored ? fmt::format("complaint.{}", column.name) : at_moment(std::string(column.shown.sql), now);
}

std::span<const ManyValued> many_valued_keys() { return kManyValuedKeys; }

}  // namespace crmtrack::index
