#include "index/schema/folded_tables.hpp"

#include "story/words.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::index {

namespace {

/// A text of the review of a step; empty where nobody has reviewed it.
std::string_view effect_part(const story::Step& step, std::string story::StepEffect::*part) {
  return step.effect ? std::string_view((*step.effect).*part) : std::string_view();
}

constexpr Column<CustomerRow> kCustomerColumns[] = {
    {"key", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.key; }},
    {"id", "TEXT NOT NULL UNIQUE", [](auto& out, auto& row) { out << row.customer.id; }, kItself},
    {"name", "TEXT", [](auto& out, auto& row) { out << row.customer.name; }, kItself},
    {"segment", "TEXT", [](auto& out, auto& row) { out << row.customer.segment; }, kItself},
    {"region", "TEXT", [](auto& out, auto& row) { out << row.customer.region; }, kItself},
    {"manager", "TEXT", [](auto& out, auto& row) { out << row.customer.manager; }, kItself},
    {"compliments", "INTEGER NOT NULL",
     [](auto& out, auto& row) { out << static_cast<std::int64_t>(row.customer.compliments); }, kItself},
    {"contacts", "INTEGER NOT NULL",
     [](auto& out, auto& row) { out << static_cast<std::int64_t>(row.customer.contacts.size()); }, kItself},
    {"merged_into", "TEXT", [](auto& out, auto& row) { out << row.customer.merged_into; }, kItself},
    {"retired", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.customer.retired; }, kItself},
    {"contested", "INTEGER NOT NULL", [](auto& out, auto& row) { out << !row.customer.conflicts.empty(); }, kItself},
    {"fold", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.digest; }},
};

constexpr Column<StoredPromise> kPromiseColumns[] = {
    {"key", "INTEGER PRIMARY KEY"},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    derived<StoredPromise>("complaint", kWhoseComplaint),
    derived<StoredPromise>("customer", kWhoseCustomer),
    {"kind", "TEXT NOT NULL", [](auto& out, auto& row) { out << record::name_of(row.promise.kind); }},
    derived<StoredPromise>("promise", as("p.kind")),
    {"of", "TEXT", [](auto& out, auto& row) { out << row.promise.of; }, kItself},
    {"n", "INTEGER NOT NULL", [](auto& out, auto& row) { out << std::int64_t{row.promise.n}; }, kItself},
    {"several", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.promise.several; }},
    derived<StoredPromise>("record", as("CASE WHEN p.several THEN p.of || '.' || p.n ELSE p.of END")),
    {"debtor", "INTEGER NOT NULL", [](auto& out, auto& row) { out << static_cast<int>(row.promise.debtor); },
     as("CASE p.debtor WHEN 0 THEN 'us' WHEN 1 THEN 'customer' ELSE 'third_party' END")},
    {"who", "TEXT", [](auto& out, auto& row) { out << row.promise.who; }, kItself},
    {"creditor", "TEXT", [](auto& out, auto& row) { out << row.promise.creditor; }, kItself},
    {"what", "TEXT", [](auto& out, auto& row) { out << row.promise.what; }, kItself},
    derived<StoredPromise>(
        "state", as("CASE p.ended WHEN 1 THEN CASE WHEN p.settled_unix > coalesce(p.first_due_unix, p.due_unix) THEN "
                    "'kept_late' "
                    "ELSE 'kept' END "
                    "WHEN 2 THEN 'waived' WHEN 3 THEN 'void' "
                    "ELSE CASE WHEN p.due_unix < {now} THEN 'overdue' WHEN p.warn_unix <= {now} THEN 'due_soon' ELSE "
                    "'open' END END")),
    derived<StoredPromise>("start_at", utc_of("p.start_unix")),
    derived<StoredPromise>("warn_at", utc_of("p.warn_unix")),
    derived<StoredPromise>("due_at", utc_of("p.due_unix")),
    derived<StoredPromise>("first_due_at", utc_of("coalesce(p.first_due_unix, p.due_unix)")),
    derived<StoredPromise>("settled_at", utc_of("p.settled_unix")),
    {"start_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.promise.start_at; }, behind(1)},
    {"warn_unix", "INTEGER", [](auto& out, auto& row) { out << row.promise.warn_at; }},
    {"due_unix", "INTEGER", [](auto& out, auto& row) { out << row.promise.due_at; }, behind(1)},
    {"first_due_unix", "INTEGER", [](auto& out, auto& row) { out << row.promise.first_due_at; },
     number("coalesce(p.first_due_unix, p.due_unix)", 1)},
    {"remind_unix", "INTEGER", [](auto& out, auto& row) { out << row.promise.remind_at; }},
    {"settled_unix", "INTEGER", [](auto& out, auto& row) { out << row.promise.settled_at; }, behind(1)},
    {"settled_by", "TEXT", [](auto& out, auto& row) { out << row.promise.settled_by; }, kItself},
    {"ended", "INTEGER NOT NULL", [](auto& out, auto& row) { out << static_cast<int>(row.promise.ended); }},
    {"paused_seconds", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.promise.paused_seconds; }, kItself},
    derived<StoredPromise>(
        "late_seconds",
        number("CASE p.ended WHEN 0 THEN max(0, coalesce({now} - p.due_unix, 0)) "
               "WHEN 1 THEN max(0, coalesce(p.settled_unix - coalesce(p.first_due_unix, p.due_unix), 0)) ELSE 0 END")),
    {"cycle", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.promise.cycle; }, kItself},
    {"owner", "TEXT", [](auto& out, auto& row) { out << row.owner; }},
};

constexpr Column<RungRow> kRungColumns[] = {
    {"key", "INTEGER PRIMARY KEY"},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    derived<RungRow>("complaint", as("s.id")),
    {"record", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.rung.record; }, kItself},
    {"from_level", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.rung.from_level; }, kItself},
    {"to_level", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.rung.to_level; }, kItself},
    {"\"to\"", "TEXT", [](auto& out, auto& row) { out << row.rung.to; }, kItself},
    {"by", "TEXT", [](auto& out, auto& row) { out << row.rung.by; }, kItself},
    {"nature", "TEXT", [](auto& out, auto& row) { out << row.rung.nature; }, kItself},
    {"trigger", "TEXT", [](auto& out, auto& row) { out << row.rung.trigger; }, kItself},
    {"asked", "TEXT", [](auto& out, auto& row) { out << row.rung.asked; }, kItself},
    {"why", "TEXT", [](auto& out, auto& row) { out << row.rung.why; }, kItself},
    derived<RungRow>("at", utc_of("e.at_unix")),
    {"answer", "TEXT", [](auto& out, auto& row) { out << row.rung.answer; }, kItself},
    {"answered_by", "TEXT", [](auto& out, auto& row) { out << row.rung.answered_by; }, kItself},
    {"answer_why", "TEXT", [](auto& out, auto& row) { out << row.rung.answer_why; }, kItself},
    {"answer_record", "TEXT", [](auto& out, auto& row) { out << row.rung.answer_record; }, kItself},
    derived<RungRow>("answered_at", utc_of("e.answered_unix")),
    {"returned_by", "TEXT", [](auto& out, auto& row) { out << row.rung.returned_by; }, kItself},
    {"return_why", "TEXT", [](auto& out, auto& row) { out << row.rung.return_why; }, kItself},
    derived<RungRow>("returned_at", utc_of("e.returned_unix")),
    derived<RungRow>("left_at", utc_of("e.left_unix")),
    {"at_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.rung.at; }, kItself},
    {"answered_unix", "INTEGER", [](auto& out, auto& row) { out << row.rung.answered_at; }, kItself},
    {"left_unix", "INTEGER", [](auto& out, auto& row) { out << row.rung.left_at; }, kItself},
    {"returned_unix", "INTEGER", [](auto& out, auto& row) { out << row.rung.returned_at; }, kItself},
    {"overtaken", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.rung.overtaken; }, kItself},
};

constexpr Column<RedressRow> kRedressColumns[] = {
    {"key", "INTEGER PRIMARY KEY"},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    derived<RedressRow>("complaint", as("s.id")),
    {"cycle", "INTEGER NOT NULL", [](auto& out, auto& row) { out << std::int64_t{row.redress.cycle}; }, kItself},
    {"amount", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.redress.amount; }, kItself},
    {"currency", "TEXT", [](auto& out, auto& row) { out << row.redress.currency; }, kItself},
    {"outcome", "TEXT", [](auto& out, auto& row) { out << row.redress.outcome; }, kItself},
    derived<RedressRow>("at", utc_of("m.at_unix")),
    {"at_unix", "INTEGER", [](auto& out, auto& row) { out << row.redress.at; }, behind(1)},
};

std::string_view said(const record::Record& record, std::string_view field) {
  return util::trim(story::word(record.body, field));
}

constexpr Column<ReviewRow> kReviewColumns[] = {
    {"key", "INTEGER PRIMARY KEY"},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    derived<ReviewRow>("complaint", as("s.id")),
    {"record", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.review.id; }, kItself},
    derived<ReviewRow>("at", utc_of("v.at_unix")),
    {"by", "TEXT", [](auto& out, auto& row) { out << row.review.by; }, kItself},
    {"went_well", "TEXT", [](auto& out, auto& row) { out << said(row.review, "went_well"); }, kItself},
    {"went_wrong", "TEXT", [](auto& out, auto& row) { out << said(row.review, "went_wrong"); }, kItself},
    {"root_cause", "TEXT", [](auto& out, auto& row) { out << said(row.review, "root_cause"); }, kItself},
    {"lesson", "TEXT", [](auto& out, auto& row) { out << said(row.review, "lesson"); }, kItself},
    {"praise", "TEXT", [](auto& out, auto& row) { out << util::join(row.review.body.texts_of("praise"), ","); },
     kItself},
    {"at_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.review.at.utc; }, behind(1)},
};

constexpr Column<PraiseRow> kPraiseColumns[] = {
    {"key", "INTEGER PRIMARY KEY"},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    derived<PraiseRow>("complaint", kWhoseComplaint),
    derived<PraiseRow>("customer", kWhoseCustomer),
    {"record", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.record.id; }, kItself},
    derived<PraiseRow>("at", utc_of("a.at_unix")),
    {"by", "TEXT", [](auto& out, auto& row) { out << row.record.by; }, kItself},
    {"person", "TEXT", [](auto& out, auto& row) { out << row.person; }, kItself},
    {"text", "TEXT", [](auto& out, auto& row) { out << said(row.record, row.person.empty() ? "text" : "went_well"); },
     kItself},
    {"at_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.record.at.utc; }, behind(1)},
};

constexpr Column<StepRow> kStepColumns[] = {
    {"key", "INTEGER PRIMARY KEY"},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    derived<StepRow>("complaint", kWhoseComplaint),
    derived<StepRow>("customer", kWhoseCustomer),
    {"number", "INTEGER NOT NULL", [](auto& out, auto& row) { out << std::int64_t{row.step.number}; }, kItself},
    {"record", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.step.record; }, kItself},
    {"state", "TEXT NOT NULL", [](auto& out, auto& row) { out << record::name_of(row.step.state); }, kItself},
    {"text", "TEXT", [](auto& out, auto& row) { out << row.step.text; }, kItself},
    {"goal", "TEXT", [](auto& out, auto& row) { out << row.step.goal; }, kItself},
    {"owner", "TEXT", [](auto& out, auto& row) { out << row.step.owner; }, kItself},
    derived<StepRow>("due_at", utc_of("t.due_unix")),
    derived<StepRow>("first_due_at", utc_of("t.first_due_unix")),
    derived<StepRow>("done_at", utc_of("t.done_unix")),
    {"due_unix", "INTEGER", [](auto& out, auto& row) { out << row.step.due_at; }, behind(1)},
    {"first_due_unix", "INTEGER", [](auto& out, auto& row) { out << row.step.first_due_at; }, behind(1)},
    {"done_unix", "INTEGER", [](auto& out, auto& row) { out << row.step.done_at; }, behind(1)},
    {"verified_by", "TEXT", [](auto& out, auto& row) { out << row.step.verified_by; }, kItself},
    {"reviewed", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.step.effect.has_value(); }, kItself},
    {"effective", "INTEGER NOT NULL",
     [](auto& out, auto& row) { out << (row.step.effect.has_value() && row.step.effect->effective); }, kItself},
    {"measure", "TEXT", [](auto& out, auto& row) { out << effect_part(row.step, &story::StepEffect::measure); },
     kItself},
    {"measure_before", "TEXT", [](auto& out, auto& row) { out << effect_part(row.step, &story::StepEffect::before); },
     kItself},
    {"measure_after", "TEXT", [](auto& out, auto& row) { out << effect_part(row.step, &story::StepEffect::after); },
     kItself},
};

constexpr Column<WaitRow> kWaitColumns[] = {
    {"key", "INTEGER PRIMARY KEY"},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    derived<WaitRow>("complaint", as("s.id")),
    {"record", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.wait.record; }, kItself},
    derived<WaitRow>("from_at", utc_of("w.from_unix")),
    derived<WaitRow>("recorded_to_at", utc_of("w.recorded_to_unix")),
    derived<WaitRow>("to_at", utc_of("w.to_unix")),
    {"from_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.wait.from; }, behind(1)},
    // when the complaint left `waiting`; none: it still waits
    {"recorded_to_unix", "INTEGER", [](auto& out, auto& row) { out << row.wait.recorded_to; }, behind(1)},
    // where the clocks go on: then, or at an earlier contact of theirs
    {"to_unix", "INTEGER", [](auto& out, auto& row) { out << row.wait.to; }, behind(1)},
};

constexpr Column<MoveRow> kMoveColumns[] = {
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    {"record", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.record}; }},
    {"target", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.target}; }},
};

constexpr Column<CircleRow> kCircleColumns[] = {
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    {"original", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.original; }},
};

constexpr std::array<Column<RetoldRow>, 7> kOwnRetoldColumns{{
    {"key", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.record; }},
    {"home", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.home; }},
    {"place", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.place; }},
    {"at_unix", "INTEGER", [](auto& out, auto& row) { out << row.told.at.utc; }},
    {"at_offset", "INTEGER", [](auto& out, auto& row) { out << std::int64_t{row.told.at.offset.count()}; }},
    {"by", "TEXT", [](auto& out, auto& row) { out << row.told.by; }},
    {"struck", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.struck; }},
}};
constexpr auto kRetoldColumns = joined(kOwnRetoldColumns, kActivityColumns<RetoldRow>);

}  // namespace

const Table<CustomerRow> kCustomers{.name = "customers", .columns = kCustomerColumns, .story = "key"};
const Table<StoredPromise> kPromises{.name = "promises", .columns = kPromiseColumns, .story = "story"};
const Table<RungRow> kEscalations{.name = "escalations", .columns = kRungColumns, .story = "story"};
const Table<RedressRow> kRedresses{.name = "redresses", .columns = kRedressColumns, .story = "story"};
const Table<ReviewRow> kReviews{.name = "reviews", .columns = kReviewColumns, .story = "story"};
const Table<PraiseRow> kPraises{.name = "praises", .columns = kPraiseColumns, .story = "story"};
const Table<StepRow> kSteps{.name = "steps", .columns = kStepColumns, .story = "story"};
const Table<WaitRow> kWaits{.name = "waits", .columns = kWaitColumns, .story = "story"};
const Table<MoveRow> kMoves{.name = "moves",
                            .columns = kMoveColumns,
                            .story = "story",
                            .constraints = "PRIMARY KEY(target, story, record)",
                            .has_rowid = false};
const Table<CircleRow> kCircles{
    .name = "circles", .columns = kCircleColumns, .constraints = "PRIMARY KEY(story, original)", .has_rowid = false};
const Table<RetoldRow> kRetold{.name = "retold", .columns = kRetoldColumns, .story = "home"};

}  // namespace crmtrack::index
