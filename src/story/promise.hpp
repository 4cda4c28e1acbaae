#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/pauses.hpp"
#include "record/vocabulary.hpp"
#include "util/time.hpp"

namespace crmtrack::story {

struct Clock;

enum class Debtor { us, customer, third_party };
std::string_view name_of(Debtor debtor);

/// Who owes what to whom, by when, and which record kept it (docs/domain.md, Promises). The fold derives it; Git never
/// stores it.
struct Promise {
  record::PromiseKind kind = record::PromiseKind::acknowledge;
  std::string of;        ///< the record that it arises from
  int n = 1;             ///< its number among the promises of that record
  bool several = false;  ///< that record made more than this one
  Debtor debtor = Debtor::us;
  std::string who;       ///< the person or party who owes; may be empty
  std::string creditor;  ///< us, customer, third_party or a person
  std::string what;      ///< in words
  /// A promise as somebody stated it, the next step that an acknowledgement named, a question of the customer, or the
  /// answer of a third party that we wait for.
  enum class Origin { stated, next_step, question, wait } origin = Origin::stated;
  util::Instant start_at{};
  std::optional<util::Instant> warn_at;
  std::optional<util::Instant> due_at;        ///< none: no date was stated and no target is set
  std::optional<util::Instant> first_due_at;  ///< the first date, where another one was agreed upon later
  std::optional<util::Instant> remind_at;     ///< of `confirm`: when to ask the customer again, where nobody has yet
  std::optional<util::Instant> settled_at;
  std::string settled_by;  ///< record
  enum class Ended { no, kept, waived, void_ } ended = Ended::no;
  std::int64_t paused_seconds = 0;
  int cycle = 1;
  /// The clock that gave the due time, and the pauses of it; none where somebody stated the date, where policy sets no
  /// target, and for a promise that was read from the index.
  std::shared_ptr<const Clock> clock;
  calendar::Pauses pauses;
  bool restated = false;  ///< evidence that was recorded late changed when, or whether in time, it was kept
};

/// The state of a promise at `now` (docs/domain.md, Due times): open, due_soon, overdue, kept, kept_late, waived or
/// void. Other code decides *overdue* again, from columns of the index, and changes with this function:
/// index/schema/folded_tables.cpp (the column `state` of the SQL view `promise`), index/schema/complaint_table.cpp (the
/// column `overdue` of `complaint`), index/read/select.cpp (the rows of lists) and, for reports,
/// command/common/report_input.cpp (`state_of`).
std::string_view state_of(const Promise& promise, util::Instant now);
/// True for a promise that is neither kept, waived nor void.
bool is_open(const Promise& promise);
/// True for the kinds that the complaint and its contacts bring about, without anybody stating them. Nothing answers
/// them by naming a record.
bool is_derived(record::PromiseKind kind);
/// True for the kinds whose date somebody states, so that another one can be agreed upon.
bool has_own_date(record::PromiseKind kind);
/// True for a promise that we made to ourselves and that a note keeps. A step of a plan is none: it is done and
/// verified.
bool is_to_us(const Promise& promise);
/// Whether naming its record in `answers` settles a promise. Those to acknowledge, to accept and to do a step have
/// records of their own.
bool is_answerable(const Promise& promise);
/// Whether something said or done may settle a promise, whatever its evidence is: one of ours to the customer only
/// where it goes out to them (`goes_out`), as a contact of ours and a resolution do. A promise of theirs may be kept on
/// a call that we made, and one to ourselves needs no contact.
bool may_settle(const Promise& promise, bool goes_out);
/// The due time by which a promise is judged: while it is open the one that holds now, afterwards the first
/// (docs/domain.md, Promises).
std::optional<util::Instant> judged_due(const Promise& promise);
/// The open promise that is due next; null where nobody owes anything with a date. Of several that are due at one time
/// it is the one of the earliest record.
const Promise* find_next_due(const std::vector<Promise>& promises);
/// The name of a promise for `answers`: the record, and its number where that record made several.
std::string reference_of(const Promise& promise);
/// The seconds by which a promise was kept late, or is late at `now`; 0 where it is not late, waived or void.
std::int64_t late_seconds(const Promise& promise, util::Instant now);

}  // namespace crmtrack::story
