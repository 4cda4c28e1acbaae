#include "index/read/promises.hpp"

#include "index/impl.hpp"
#include "index/read/promise_condition.hpp"
#include "index/read/promise_reading.hpp"
#include "index/schema/record_tables.hpp"
#include "index/sqlite/reading.hpp"

namespace crmtrack::index {

namespace {

constexpr Reading kAbout{
    Read{"CASE s.kind WHEN 1 THEN s.id ELSE c.customer END", &PromiseRow::customer},
    Read{"CASE s.kind WHEN 1 THEN k.name WHEN 2 THEN d.text ELSE c.summary END", &PromiseRow::summary},
    Read{"p.owner", &PromiseRow::owner},
    Read{"c.severity", &PromiseRow::severity},
};
std::string& id_of(PromiseRow& row) { return row.story.id; }
util::Instant& start_of(PromiseRow& row) { return row.promise.start_at; }
/// Of a complaint without a next date.
constexpr Reading kUndated{Read{"c.id", id_of},
                           Read{"c.received_unix", start_of},
                           Read{"c.customer", &PromiseRow::customer},
                           Read{"c.summary", &PromiseRow::summary},
                           Read{"c.owner", &PromiseRow::owner},
                           Read{"c.severity", &PromiseRow::severity}};
std::string& what_of(PromiseRow& row) { return row.promise.what; }
/// Of a complaint that is over, on which the customer has spoken since, or whose answer they have answered by mail.
constexpr Reading kUnheard{Read{"CASE c.status WHEN 'responded' THEN 'read the customer''s mail: confirm, or reject' "
                                "ELSE 'answer the customer, who spoke after the end' END",
                                what_of},
                           Read{"c.id", id_of},
                           Read{"c.unheard_unix", start_of},
                           Read{"c.customer", &PromiseRow::customer},
                           Read{"c.summary", &PromiseRow::summary},
                           Read{"c.owner", &PromiseRow::owner},
                           Read{"c.severity", &PromiseRow::severity}};
/// Nor has anybody heard the customer on another complaint, which follows this one, or is its original.
constexpr const char* kNobodyHeard =
    " AND NOT EXISTS (SELECT 1 FROM complaint_values v JOIN complaints o ON o.key = v.complaint"
    " WHERE v.name = 'link' AND v.folded = 'follows:' || c.id AND o.received_unix > c.unheard_unix)"
    " AND NOT EXISTS (SELECT 1 FROM complaint_values v JOIN complaints o ON o.id = substr(v.value, 14)"
    " WHERE v.complaint = c.key AND v.name = 'link' AND v.value LIKE 'duplicate_of:%'"
    " AND o.last_contact_unix > c.unheard_unix)";
util::Instant& warning_of(PromiseRow& row) { return row.promise.warn_at.emplace(); }
/// Of something to ask again.
constexpr Reading kReminder{Read{"p.remind_unix", warning_of}};

struct DebtorsPromises {
  story::Debtor debtor = story::Debtor::us;
  std::size_t count = 0;
};
constexpr Reading kDebtors{Read{"debtor", &DebtorsPromises::debtor}, Read{"count(*)", &DebtorsPromises::count}};

using story::Debtor;
constexpr const char* kFromPromises =
    " FROM promises p JOIN stories s ON s.key = p.story LEFT JOIN complaints c ON c.key = p.story "
    "LEFT JOIN customers k ON k.key = p.story LEFT JOIN decisions d ON d.key = p.story WHERE p.ended = 0 AND ";

/// Rows of complaints on which somebody of ours has something to do without a date. `read` takes the columns, and says
/// what it is.
template <class ReadRow>
std::vector<PromiseRow> next_steps(const Index& index, const PromiseSelection& selection, const std::string& columns,
                                   const std::string& which, const char* order, const ReadRow& read) {
  if (selection.until) return {};
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(columns + " FROM complaints c WHERE " + which + " AND " +
                                                        owner_condition(selection, "c.owner") +
                                                        place_condition(selection, "c.customer") + order + " LIMIT ?1");
    bind_selection(statement, selection);
    std::vector<PromiseRow> rows;
    while (statement.step()) {
      PromiseRow& row = rows.emplace_back();
      row.undated = true;
      row.story.kind = record::StoryKind::complaint;
      read(statement, row);
      row.promise.who = row.owner;
      row.promise.creditor = "customer";
    }
    return rows;
  });
}

}  // namespace

std::vector<PromiseRow> promises(const Index& index, const PromiseSelection& selection) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(
        "SELECT " + kStoryRef.columns() + ", " + kAbout.columns() + ", " + kPromise.columns() + kFromPromises +
        promise_condition(selection) +
        " ORDER BY p.due_unix IS NULL OR p.due_unix >= ?2, c.severity_rank IS NULL, c.severity_rank DESC, "
        "p.due_unix IS NULL, p.due_unix, p.of, p.n, s.id LIMIT ?1");
    bind_selection(statement, selection);
    std::vector<PromiseRow> rows;
    while (statement.step()) {
      PromiseRow& row = rows.emplace_back();
      kStoryRef.read(statement, row.story);
      kAbout.read(statement, row, kStoryRef.size());
      kPromise.read(statement, row.promise, kStoryRef.size() + kAbout.size());
    }
    return rows;
  });
}

std::vector<PromiseRow> undated_complaints(const Index& index, const PromiseSelection& selection) {
  return next_steps(
      index, selection, kUndated.select(), "c.phase < 1 AND NOT c.bad AND c.next_due_unix IS NULL",
      " ORDER BY c.severity_rank IS NULL, c.severity_rank DESC, c.received_unix, c.id",
      [](const Statement& statement, PromiseRow& row) {
        kUndated.read(statement, row);
        row.promise.what = "say what happens next, and by when";
      });
}

std::vector<PromiseRow> unheard_words(const Index& index, const PromiseSelection& selection) {
  return next_steps(
      index, selection, kUnheard.select(), std::string("c.unheard_unix IS NOT NULL AND NOT c.bad") + kNobodyHeard,
      " ORDER BY c.unheard_unix, c.id",
      [](const Statement& statement, PromiseRow& row) {
        kUnheard.read(statement, row);
        row.unheard = true;
      });
}

std::vector<PromiseRow> reminders(const Index& index, const PromiseSelection& selection) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(
        "SELECT " + kStoryRef.columns() + ", " + kAbout.columns() + ", " + kPromise.columns() + ", " +
        kReminder.columns() + kFromPromises + "p.remind_unix IS NOT NULL AND p.remind_unix <= ?2 AND " +
        promise_condition(selection) + " ORDER BY p.remind_unix, p.of, p.n, s.id LIMIT ?1");
    bind_selection(statement, selection);
    std::vector<PromiseRow> rows;
    while (statement.step()) {
      PromiseRow& row = rows.emplace_back();
      kStoryRef.read(statement, row.story);
      kAbout.read(statement, row, kStoryRef.size());
      kPromise.read(statement, row.promise, kStoryRef.size() + kAbout.size());
      kReminder.read(statement, row, kStoryRef.size() + kAbout.size() + kPromise.size());
      row.promise.remind_at = row.promise.warn_at;
      row.promise.what = "ask again: " + row.promise.what;
      row.promise.debtor = Debtor::us;
      row.promise.creditor = "customer";
      row.promise.who = row.owner;
    }
    return rows;
  });
}

std::size_t count_promises(const Index& index, const PromiseSelection& selection) {
  return index.impl().run([&] {
    Statement statement =
        index.impl().database.prepare(std::string("SELECT count(*)") + kFromPromises + promise_condition(selection));
    bind_selection(statement, selection);
    return statement.step() ? static_cast<std::size_t>(statement.integer(0)) : 0;
  });
}

std::pair<std::size_t, std::size_t> open_promises(const Index& index, util::Instant) {
  return index.impl().run([&] {
    std::pair<std::size_t, std::size_t> counts{0, 0};
    Statement statement =
        index.impl().database.prepare(kDebtors.select() + " FROM promises WHERE ended = 0 GROUP BY debtor");
    while (statement.step()) {
      DebtorsPromises row;
      kDebtors.read(statement, row);
      (row.debtor == story::Debtor::us ? counts.first : counts.second) += row.count;
    }
    return counts;
  });
}

}  // namespace crmtrack::index
