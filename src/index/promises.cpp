#include "index/impl.hpp"

namespace crmtrack::index {

namespace {

PromiseRow read_promise(const Statement& row) {
  PromiseRow read;
  read.story = {static_cast<record::StoryKind>(row.integer(0)), row.text(1)};
  read.customer = row.text(2);
  read.summary = row.text(3);
  read.owner = row.text(4);
  story::Promise& promise = read.promise;
  promise.kind = record::parse_promise_kind(row.view(5)).value();
  promise.of = row.text(6);
  promise.debtor = static_cast<story::Debtor>(row.integer(7));
  promise.who = row.text(8);
  promise.creditor = row.text(9);
  promise.what = row.text(10);
  promise.start_at = row.instant(11);
  promise.warn_at = row.find_instant(12);
  promise.due_at = row.find_instant(13);
  promise.settled_at = row.find_instant(14);
  promise.settled_by = row.text(15);
  promise.ended = static_cast<decltype(promise.ended)>(row.integer(16));
  promise.paused_seconds = row.integer(17);
  promise.cycle = static_cast<int>(row.integer(18));
  return read;
}

/// Over the columns of the index promises_open, with the person as ?1.
std::string condition_of(const PromiseSelection& selection) {
  switch (selection.whose) {
    case PromiseSelection::Whose::person:
      return "(p.who = ?1 OR p.creditor = ?1 OR p.owner = ?1)";
    case PromiseSelection::Whose::person_or_nobody:
      return "(p.who = ?1 OR p.creditor = ?1 OR p.owner = ?1 OR (p.owner IS NULL AND (p.who IS NULL OR p.debtor <> "
             "0)))";
    case PromiseSelection::Whose::owed_by_person_or_nobody:
      return "p.debtor = 0 AND (p.who = ?1 OR p.owner = ?1 OR p.owner IS NULL)";
    case PromiseSelection::Whose::everybody:
      break;
  }
  return "1";
}

void bind_selection(Statement& statement, const PromiseSelection& selection) {
  if (selection.whose != PromiseSelection::Whose::everybody) {
    statement.bind(1, std::string_view(selection.person));
  }
}

}  // namespace

std::vector<PromiseRow> Index::promises(const PromiseSelection& selection) const {
  return impl_->run([&] {
    Statement statement = impl_->database.prepare(
        "SELECT s.kind, s.id, CASE s.kind WHEN 1 THEN s.id ELSE c.customer END, "
        "CASE s.kind WHEN 1 THEN k.name ELSE c.summary END, p.owner, p.kind, p.of, p.debtor, p.who, p.creditor, "
        "p.what, p.start_unix, p.warn_unix, p.due_unix, p.settled_unix, p.settled_by, p.ended, p.paused_seconds, "
        "p.cycle FROM promises p JOIN stories s ON s.key = p.story LEFT JOIN complaints c ON c.key = p.story "
        "LEFT JOIN customers k ON k.key = p.story WHERE p.ended = 0 AND " +
        condition_of(selection) + " ORDER BY p.due_unix IS NULL, p.due_unix, p.of, p.kind, s.id LIMIT ?2");
    bind_selection(statement, selection);
    statement.bind(2, selection.limit ? static_cast<std::int64_t>(*selection.limit) : std::int64_t{-1});
    std::vector<PromiseRow> rows;
    while (statement.step()) {
      rows.push_back(read_promise(statement));
    }
    return rows;
  });
}

std::size_t Index::count_promises(const PromiseSelection& selection) const {
  return impl_->run([&] {
    Statement statement =
        impl_->database.prepare("SELECT count(*) FROM promises p WHERE p.ended = 0 AND " + condition_of(selection));
    bind_selection(statement, selection);
    return statement.step() ? static_cast<std::size_t>(statement.integer(0)) : 0;
  });
}

std::pair<std::size_t, std::size_t> Index::open_promises(util::Instant) const {
  return impl_->run([&] {
    std::pair<std::size_t, std::size_t> counts{0, 0};
    Statement statement =
        impl_->database.prepare("SELECT debtor, count(*) FROM promises WHERE ended = 0 GROUP BY debtor");
    while (statement.step()) {
      const bool ours = static_cast<story::Debtor>(statement.integer(0)) == story::Debtor::us;
      (ours ? counts.first : counts.second) += static_cast<std::size_t>(statement.integer(1));
    }
    return counts;
  });
}

}  // namespace crmtrack::index
