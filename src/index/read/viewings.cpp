#include "index/read/viewings.hpp"

#include "index/impl.hpp"
#include "index/schema/record_tables.hpp"
#include "index/sqlite/reading.hpp"
#include "record/open.hpp"

namespace crmtrack::index {

namespace {

struct ViewingRow {
  std::string id, author;
  std::string_view source;
};
constexpr Reading kViewingRow{Read{"r.id", &ViewingRow::id}, Read{"r.author", &ViewingRow::author},
                              Read{"x.source", &ViewingRow::source}};

}  // namespace

std::vector<Viewing> viewings(const Index& index) {
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(
        "SELECT " + kStoryRef.columns() + ", " + kViewingRow.columns() +
        " FROM records r JOIN stories s ON s.key = r.story JOIN sources x ON x.key = r.key"
        " WHERE r.kind = 'viewing' AND r.fault IS NULL AND r.refused IS NULL ORDER BY r.at_unix, r.id");
    std::vector<Viewing> found;
    while (statement.step()) {
      record::RecordPath path;
      ViewingRow row;
      kStoryRef.read(statement, path.story);
      kViewingRow.read(statement, row, kStoryRef.size());
      path.record_id = row.id;
      path.kind = record::Kind::viewing;
      const auto opened = record::open(path, row.source);
      if (!opened) continue;
      found.push_back({std::move(row.id), std::move(row.author), opened->at.utc, opened->text_of("report"),
                       opened->body.texts_of("about")});
    }
    return found;
  });
}

}  // namespace crmtrack::index
