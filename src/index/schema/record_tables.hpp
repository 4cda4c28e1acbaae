#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "index/schema/activity_columns.hpp"
#include "index/schema/columns.hpp"
#include "index/sqlite/reading.hpp"
#include "story/story.hpp"

/// Which stories and records there are, and which files could not be read.
namespace crmtrack::index {

struct StoryRow {
  std::int64_t key = 0;
  const record::StoryRef& story;
};
extern const Table<StoryRow> kStories;
/// Reads whose row it is, from stories as `s`.
inline constexpr Reading kStoryRef{Read{"s.kind", &record::StoryRef::kind}, Read{"s.id", &record::StoryRef::id}};

struct RecordRow {
  std::int64_t key = 0;    ///< the row of its words in fulltext, and of its bytes in sources
  std::int64_t story = 0;  ///< stories.key
  const story::Entry& entry;
  std::int64_t policy = 0;  ///< policies.key
  std::string commit;       ///< its id as 20 bytes
  ActivityFields activity;

  [[nodiscard]] bool is_readable() const { return entry.fault.empty(); }
};
/// Records as their files have them, and the view `record`. In SQL `r` is a record, and `{t}` the row that tells what
/// it says: the record's own or that in `retold`.
extern const Table<RecordRow> kRecords;

/// Whether its writer took it back: `{struck}` is 0 where the record's own row tells, else the column of `retold`.
inline constexpr Shown kTakenBack = number("{struck}");

struct CorrectionRow {
  std::int64_t record = 0;  ///< records.key
  std::int64_t story = 0;   ///< stories.key
  std::string_view id, corrects;
  std::string_view target;  ///< the complaint that it moves something to
};
/// Corrections: one row each, and one more for each further target.
extern const Table<CorrectionRow> kCorrections;

struct BadFileRow {
  std::string_view path, commit, fault;
};
extern const Table<BadFileRow> kBadFiles;

/// The value of records.rights for a record: none where its author may do all, or where it is refused by itself.
std::optional<std::int64_t> rights_column(const story::Provenance& provenance);

}  // namespace crmtrack::index
