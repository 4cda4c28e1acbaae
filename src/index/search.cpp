#include "index/impl.hpp"

namespace crmtrack::index {

std::vector<Hit> Index::search(const query::Search& search, std::size_t limit) const {
  return impl_->run([&] {
    std::vector<Hit> hits;
    Statement statement = impl_->database.prepare(
        "SELECT s.kind, s.id, r.id, f.rank FROM fulltext f JOIN records r ON r.key = f.rowid "
        "JOIN stories s ON s.key = r.story WHERE f.fulltext MATCH ? ORDER BY f.rank, r.id DESC LIMIT ?");
    statement.bind_all(Raw{search.fts}, static_cast<std::int64_t>(limit));
    while (statement.step()) {
      hits.push_back({{static_cast<record::StoryKind>(statement.integer(0)), statement.text(1)},
                      statement.text(2),
                      statement.real(3)});
    }
    return hits;
  });
}

}  // namespace crmtrack::index
