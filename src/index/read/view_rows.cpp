#include "index/read/view_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/impl.hpp"
#include "index/read/database_export.hpp"
#include "index/schema/record_tables.hpp"
#include "index/schema/schema.hpp"
#include "index/schema/views.hpp"
#include "util/digest.hpp"
#include "util/tzdata.hpp"

namespace crmtrack::index {

namespace {

constexpr std::string_view kNow = "{now}";
constexpr std::string_view kChanged = "SELECT key FROM temp.changed";
constexpr std::string_view kMoved = "SELECT key FROM temp.moved";
/// The view with a column that counts days for every row, closed complaints too.
constexpr std::string_view kWithAges = "complaint";

/// Notifications stand in a view with what became of them: their deliveries stand in other stories, as may an earlier
/// notification of the same event.
constexpr const char* kAddNotified =
    "INSERT OR IGNORE INTO temp.changed SELECT n.story FROM deliveries d JOIN notices n ON n.id = d.about WHERE "
    "d.story "
    "IN temp.changed UNION SELECT n.story FROM notices o JOIN notices n ON n.key = o.key WHERE o.story IN "
    "temp.changed;";

/// The stories that say something else as time goes by: open complaints (how long they last), open waits, and open
/// promises whose date, or the warning before it, is near or past. `{0}` is the later of the two moments.
constexpr std::string_view kMakeMoved =
    "DROP TABLE IF EXISTS temp.moved; CREATE TEMP TABLE moved(key INTEGER PRIMARY KEY);"
    "INSERT INTO temp.moved SELECT key FROM temp.changed UNION SELECT key FROM complaints WHERE phase < 1 UNION "
    "SELECT story FROM waits WHERE recorded_to_unix IS NULL UNION SELECT story FROM promises WHERE ended = 0 AND "
    "(due_unix <= {0} OR first_due_unix <= {0} OR warn_unix <= {0});";

std::string plain_name(std::string_view name) {
  std::string plain(name);
  std::erase(plain, '"');
  return plain;
}

CopiedColumn copied_column(const ViewColumn& column) {
  using Type = CopiedColumn::Type;
  const Type type = !column.seconds.empty()    ? Type::time
                    : column.type == "INTEGER" ? Type::integer
                    : column.type == "REAL"    ? Type::real
                                               : Type::text;
  return {plain_name(column.name), type};
}

RowValue value_of(const Statement& row, int column) {
  using Type = RowValue::Type;
  switch (sqlite3_column_type(row.handle(), column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return {Type::integer, row.integer(column), 0, {}};
    case SQLITE_FLOAT:
      return {Type::real, 0, row.real(column), {}};
    default:
      return {Type::text, 0, 0, row.view(column)};
  }
}

std::int64_t day_of(util::Instant time) {
  return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

/// Gives the stories of rows, one lookup for all rows of one.
class StoryOfRow {
 public:
  explicit StoryOfRow(const Database& database)
      : lookup_(database.prepare("SELECT kind, id FROM stories WHERE key = ?")) {}

  const record::StoryRef& get(std::int64_t key) {
    if (key == key_) return story_;
    lookup_.bind(1, key);
    if (!lookup_.step()) throw DatabaseError(SQLITE_CORRUPT, "a row of no story");
    story_ = {static_cast<record::StoryKind>(lookup_.integer(0)), lookup_.text(1)};
    lookup_.reset();
    key_ = key;
    return story_;
  }

 private:
  Statement lookup_;
  std::int64_t key_ = -1;
  record::StoryRef story_;
};

}  // namespace

std::vector<CopiedView> copied_views() {
  std::vector<CopiedView> copied;
  for (const View& view : all_views({}, ViewForm::copied)) {
    CopiedView& made = copied.emplace_back();
    made.name = view.name;
    for (const ViewColumn& column : view.columns)
      if (!column.is_internal) made.columns.push_back(copied_column(column));
    made.key = view.key;
    made.kind = view.name == "customer" ? record::StoryKind::customer : record::StoryKind::complaint;
    made.moves_with_time = view.query.find(kNow) != std::string::npos;
  }
  return copied;
}

CopiedVersions copied_versions() {
  std::string queries = fmt::to_string(kSchemaVersion);
  for (const View& view : all_views({}, ViewForm::copied)) queries.append(1, '\0').append(view.query);
  return {kViewsVersion, kFoldVersion, util::sha256_hex(queries), util::tzdata_version()};
}

void read_rows(const Index& index, const std::function<void()>& work) {
  index.impl().run([&] { work(); });
}

void ViewRows::limit_to_changes(const TouchedStories& touched, util::Instant before) {
  const Database& database = index_.impl().database;
  mark_changed_stories(index_, touched);
  database.execute(kAddNotified);
  const bool moved = before != now_;
  const auto later = std::max(before, now_).time_since_epoch().count();
  database.execute(moved ? fmt::format(kMakeMoved, later)
                         : "DROP TABLE IF EXISTS temp.moved; CREATE TEMP TABLE moved(key INTEGER PRIMARY KEY);"
                           "INSERT INTO temp.moved SELECT key FROM temp.changed;");
  is_limited_ = true;
  is_new_day_ = day_of(before) != day_of(now_);
}

void ViewRows::each_story(const TakeStory& take) const {
  Statement rows = index_.impl().database.prepare(
      "SELECT s.kind, s.id, s.key IN temp.changed FROM temp.moved m JOIN stories s ON s.key = m.key");
  while (rows.step()) take({static_cast<record::StoryKind>(rows.integer(0)), rows.text(1)}, rows.boolean(2));
}

std::string_view ViewRows::stories_of(const CopiedView& view) const {
  if (!is_limited_ || (is_new_day_ && view.name == kWithAges)) return {};
  return view.moves_with_time ? kMoved : kChanged;
}

bool ViewRows::has_changes(const CopiedView& view) const {
  const std::string_view stories = stories_of(view);
  if (stories.empty()) return true;
  return index_.impl().database.find_text(fmt::format("{} LIMIT 1", stories)).has_value();
}

void ViewRows::each_row(const CopiedView& view, const TakeRow& take) const {
  const Database& database = index_.impl().database;
  StoryOfRow stories(database);
  for (const View& made : all_views(stories_of(view), ViewForm::copied)) {
    if (made.name != view.name) continue;
    Statement rows = database.prepare(at_moment(made.query + " ORDER BY story_number", now_));
    std::vector<RowValue> values(view.columns.size());
    while (rows.step()) {
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = value_of(rows, static_cast<int>(i) + 1);
      take(stories.get(rows.integer(0)), values);
    }
  }
}

}  // namespace crmtrack::index
