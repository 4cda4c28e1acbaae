#include "index/read/next_due.hpp"

#include "index/impl.hpp"

namespace crmtrack::index {

namespace {

constexpr const char* kNextDue =
    "SELECT p.kind, p.due_unix FROM complaints c JOIN promises p ON p.story = c.key WHERE c.id = ? AND p.ended = 0 AND "
    "p.due_unix IS NOT NULL ORDER BY p.due_unix, p.of, p.n LIMIT 1";

}  // namespace

void add_next_due(const Index& index, std::vector<Row>& rows) {
  index.impl().run([&] {
    Statement& statement = index.impl().prepare_once(kNextDue);
    for (Row& row : rows) {
      statement.bind_all(Raw{row.id});
      if (statement.step()) {
        row.next_kind = statement.text(0);
        row.next_due_at = statement.instant(1);
      }
      statement.reset();
    }
  });
}

}  // namespace crmtrack::index
