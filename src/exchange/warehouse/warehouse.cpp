#include "exchange/warehouse/warehouse.hpp"

#include <fmt/format.h>

#include <charconv>

#include "exchange/warehouse/copied_row.hpp"
#include "exchange/warehouse/table_text.hpp"
#include "exchange/warehouse/warehouse_tables.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::exchange {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::size_t kBytesOfAPiece = 1U << 15;  // small, so that the server works while the next is made
constexpr const char* kStateColumns =
    "repository, ledger_id, ledger, policy, views_version, fold_version, views_digest, tzdata, layout, moment_unix";

std::int64_t number_in(const std::optional<std::string>& text) {
  std::int64_t number = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

LoadedState state_of(const Connection::Row& row) {
  const auto text = [&](std::size_t column) { return row[column].value_or(""); };
  const auto number = [&](std::size_t column) { return static_cast<int>(number_in(row[column])); };
  LoadedState state{text(0),
                    text(1),
                    text(2),
                    text(3),
                    {number(4), number(5), text(6), text(7)},
                    util::Instant(std::chrono::seconds(number_in(row[9])))};
  const index::CopiedVersions ours = index::copied_versions();
  if (number(8) > kWarehouseLayout || state.versions.views > ours.views || state.versions.fold > ours.fold)
    throw Error(ErrorKind::refused, "cannot load the warehouse: a newer crmtrack loaded it",
                {"install that version here too"});
  if (number(8) != kWarehouseLayout) state.ledger.clear();  // its rows are of another form
  return state;
}

/// Fields of every row of a repository's view.
class RowMaker {
 public:
  RowMaker(const LoadedState& state, const index::CopiedView& view)
      : name_(state.name), view_(view), has_key_(!view.key.empty()) {
    values_.clear();
  }

  void add(BinaryRows& rows, const record::StoryRef& story, std::span<const index::RowValue> row) {
    if (story != story_ || story_name_.empty()) {
      story_ = story;
      story_name_ = story_name(story);
    }
    values_.clear();
    for (std::size_t i = 0; i < row.size(); ++i) values_.add(row[i], view_.columns[i].type);
    rows.begin_row(row.size() + (has_key_ ? 2 : 3));
    rows.add_text(name_);
    if (!has_key_) rows.add_text(story_name_);
    rows.add_uuid(digests_.add(story_name_, values_.bytes()));
    rows.add_fields(values_.bytes());
  }

 private:
  const std::string& name_;
  const index::CopiedView& view_;
  bool has_key_;
  record::StoryRef story_;
  std::string story_name_;
  BinaryRows values_;
  RowDigests digests_;
};

}  // namespace

Warehouse::Warehouse(const std::string& url, std::chrono::seconds patience)
    : connection_(Connection::open(url, patience)), views_(index::copied_views()) {
  begin_load(connection_, views_);
}

std::optional<LoadedState> Warehouse::find(const std::vector<std::string>& ledger_ids) {
  for (const std::string& id : ledger_ids) {
    const auto rows =
        connection_.rows(fmt::format("SELECT {} FROM crmtrack.repository WHERE ledger_id = $1", kStateColumns), {id});
    if (!rows.empty()) return state_of(rows.front());
  }
  return std::nullopt;
}

void Warehouse::require_free(const std::string& name) {
  if (connection_.rows("SELECT FROM crmtrack.repository WHERE repository = $1", {name}).empty()) return;
  throw Error(ErrorKind::refused,
              fmt::format("cannot load the warehouse: another repository stands there as '{}'", name),
              {"give this one another name: --name NAME"});
}

void Warehouse::begin() {
  if (has_begun_) connection_.run("ROLLBACK TO SAVEPOINT load");
  if (!has_begun_) connection_.run("SAVEPOINT load");
  has_begun_ = true;
  sent_ = 0;
}

std::uint64_t Warehouse::copy(const LoadedState& state, const index::ViewRows& rows, const index::CopiedView& view,
                              const std::string& table) {
  CopyIn copy(connection_, copy_text(view, table));
  BinaryRows pieces;
  RowMaker maker(state, view);
  std::uint64_t count = 0;
  rows.each_row(view, [&](const record::StoryRef& story, std::span<const index::RowValue> row) {
    maker.add(pieces, story, row);
    ++count;
    if (pieces.bytes().size() < kBytesOfAPiece) return;
    copy.send(pieces.bytes());
    pieces.clear();
    if (on_rows) on_rows(sent_ + count);
  });
  pieces.end();
  copy.send(pieces.bytes());
  copy.end(count);
  sent_ += count;
  return count;
}

LoadCounts Warehouse::load_all(const LoadedState& state, const index::ViewRows& rows) {
  LoadCounts counts;
  for (const index::CopiedView& view : views_) {
    const std::string table = table_name(view);
    counts.removed += connection_.run(fmt::format("DELETE FROM {} WHERE repository = $1", table), {state.name});
    counts.written += copy(state, rows, view, table);
    connection_.run(fmt::format("ANALYZE {}", table));
  }
  save(state);
  return counts;
}

std::uint64_t Warehouse::copy_stories(const index::ViewRows& rows) {
  connection_.run(std::string(kCreateStories));
  CopyIn copy(connection_, std::string(kCopyStories));
  BinaryRows stories;
  std::uint64_t count = 0;
  rows.each_story([&](const record::StoryRef& story, bool whole) {
    stories.begin_row(4);
    stories.add_text(story_name(story));
    stories.add_text(story.kind == record::StoryKind::customer    ? "customer"
                     : story.kind == record::StoryKind::complaint ? "complaint"
                                                                  : "journal");
    stories.add_text(story.id);
    stories.add_boolean(whole);
    ++count;
  });
  stories.end();
  copy.send(stories.bytes());
  copy.end(count);
  connection_.run("ANALYZE pg_temp.changed_story");
  return count;
}

LoadCounts Warehouse::load_changes(const LoadedState& state, const index::ViewRows& rows) {
  LoadCounts counts;
  bool stories_are_gone = false;
  counts.stories = copy_stories(rows);
  for (const index::CopiedView& view : views_) {
    if (!rows.has_changes(view)) continue;
    connection_.run(create_new_rows_text(view));
    copy(state, rows, view, new_rows_name(view));
    const std::uint64_t removed = connection_.run(delete_text(view), {state.name});
    counts.written += connection_.run(merge_text(view));
    counts.removed += removed;
    stories_are_gone = stories_are_gone || (removed > 0 && view.key == "id");
  }
  if (stories_are_gone)  // the statistics show their texts
    for (const index::CopiedView& view : views_) connection_.run(fmt::format("ANALYZE {}", table_name(view)));
  save(state);
  return counts;
}

void Warehouse::save(const LoadedState& state) {
  connection_.run("DELETE FROM crmtrack.repository WHERE repository = $1", {state.name});
  connection_.run(
      fmt::format("INSERT INTO crmtrack.repository ({}, moment, loaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
                  "$10, to_timestamp($10::bigint), now())",
                  kStateColumns),
      {state.name, state.ledger_id, state.ledger, state.policy, fmt::to_string(state.versions.views),
       fmt::to_string(state.versions.fold), state.versions.queries, state.versions.tzdata,
       fmt::to_string(kWarehouseLayout), fmt::to_string(state.moment.time_since_epoch().count())});
}

void Warehouse::commit() { connection_.run("COMMIT"); }

}  // namespace crmtrack::exchange
