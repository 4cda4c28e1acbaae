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
  promise.kind = row.text(5);
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

}  // namespace

std::vector<PromiseRow> Index::promises(bool open_only) const {
  return impl_->run([&] {
    std::vector<PromiseRow> rows;
    Statement statement = impl_->database.prepare(
        std::string("SELECT s.kind, s.id, CASE s.kind WHEN 1 THEN s.id ELSE c.customer END, "
                    "CASE s.kind WHEN 1 THEN k.name ELSE c.summary END, CASE s.kind WHEN 1 THEN k.manager ELSE c.owner "
                    "END, p.kind, p.of, p.debtor, p.who, p.creditor, p.what, p.start_unix, p.warn_unix, p.due_unix, "
                    "p.settled_unix, p.settled_by, p.ended, p.paused_seconds, p.cycle FROM promises p "
                    "JOIN stories s ON s.key = p.story LEFT JOIN complaints c ON c.key = p.story "
                    "LEFT JOIN customers k ON k.key = p.story ") +
        (open_only ? "WHERE p.ended = 0 " : "") + "ORDER BY p.due_unix NULLS LAST, s.id, p.of, p.kind");
    while (statement.step()) {
      rows.push_back(read_promise(statement));
    }
    return rows;
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
