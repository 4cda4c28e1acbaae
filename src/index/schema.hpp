#pragma once

#include <string>

#include "util/time.hpp"

/// The tables of the index and the views that `sql` and reports read. Times are whole UTC seconds in the tables
/// (`…_unix`), RFC 3339 text in the views; absent values are NULL; booleans are 0 and 1.
///
/// The views (crmtrack-sql(1) lists them):
///
/// complaint   id, status, open, severity, customer, contact, project, channel, reason, region, segment, summary,
///             owner, level, peak_level, cycle, handovers, waiting_on, outcome, code, cause, systemic, accepted_by,
///             redress_amount, redress_currency, received_at, acknowledged_at, responded_at, resolved_at, closed_at,
///             age_days (of UTC dates), contested, overdue, next_due_at, reviewed, source, bad,
///             then the same times as numbers to calculate with: received_unix, acknowledged_unix, responded_unix,
///             resolved_unix, closed_unix, first_responded_unix, first_resolved_unix, first_ended_unix (into
///             resolved, closed or withdrawn), next_due_unix; severity_rank and key
/// record      story, story_kind, complaint, customer, id, kind, at, by, recorded_at, author, "commit", fault, refused,
/// at_unix,
///             recorded_unix
/// activity    complaint, customer, id, at, by, recorded_at, type, direction, purpose, "with", evidence, sentiment,
///             minutes, channel, at_unix
/// escalation  complaint, record, from_level, to_level, "to", by, nature, trigger, asked, why, at, answer, answered_by,
///             answer_why, answer_record, answered_at, left_at, at_unix, answered_unix, left_unix
/// promise     complaint, customer, promise, of, debtor, who, creditor, what, state, start_at, warn_at, due_at,
///             settled_at, settled_by, paused_seconds, late_seconds, cycle, due_unix, settled_unix
/// customer    id, name, segment, region, manager, compliments
///
/// `commit`, `to` and `with` are words of SQL: they are written in double quotes.
namespace crmtrack::index {

/// Another number, another file: an older index is never read as if it were ours.
inline constexpr int kSchemaVersion = 7;
/// Counts up whenever the fold, or what is taken from it, gives another answer for the same records.
inline constexpr int kFoldVersion = 13;

/// Which schema the tables are made in: the file, or the connection's temporary one, which shadows it.
enum class Place { file, temporary };

/// What a fold gives: complaints, customers, promises, escalations, values of many-valued keys, moves.
std::string folded_tables(Place place);
/// Which stories and records there are, and which files could not be read.
std::string record_tables(Place place);
/// What only the file has: the key, policy texts, sources, full text.
std::string file_tables();
/// Of these, the full text.
std::string words_table();
/// Made after the bulk of the rows: ten times cheaper than keeping them up with each row.
std::string secondary_indexes(Place place);

/// The views as they are at `now`: `CREATE TEMP VIEW` statements (and what drops those of before).
std::string views_at(util::Instant now);

}  // namespace crmtrack::index
