#include "index/schema/record_tables.hpp"

namespace crmtrack::index {

namespace {

constexpr Column<StoryRow> kStoryColumns[] = {
    {"key", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.key; }},
    {"kind", "INTEGER NOT NULL", [](auto& out, auto& row) { out << static_cast<int>(row.story.kind); }},
    {"id", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.story.id; }},
};

constexpr std::array<Column<RecordRow>, 22> kOwnRecordColumns{{
    {"key", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.key; }},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }, as("s.id")},
    derived<RecordRow>("story_kind",
                       as("CASE s.kind WHEN 0 THEN 'complaint' WHEN 1 THEN 'customer' ELSE 'journal' END")),
    derived<RecordRow>("complaint", kWhoseComplaint),
    derived<RecordRow>("customer", kWhoseCustomer),
    {"id", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.entry.record.id; }, kItself},
    {"kind", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.entry.record.kind.name(); }, kItself},
    derived<RecordRow>("at", utc_of("{t}.at_unix")),
    {"by", "TEXT", [](auto& out, auto& row) { out << row.entry.record.by; }, as("{t}.by")},
    derived<RecordRow>("recorded_at", utc_of("r.recorded_unix")),
    {"author", "TEXT", [](auto& out, auto& row) { out << row.entry.provenance.author; }, kItself},
    {"\"commit\"", "BLOB NOT NULL", [](auto& out, auto& row) { out << Blob{row.commit}; },
     as("lower(hex(r.\"commit\"))")},
    {"fault", "TEXT", [](auto& out, auto& row) { out << row.entry.fault; }, kItself},
    // why it does not count
    {"refused", "TEXT", [](auto& out, auto& row) { out << row.entry.provenance.refused; }, kItself},
    derived<RecordRow>("taken_back", kTakenBack),
    {"at_unix", "INTEGER",
     [](auto& out, auto& row) { out << (row.is_readable() ? std::optional(row.entry.record.at.utc) : std::nullopt); },
     number("{t}.at_unix")},
    {"recorded_unix", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.entry.provenance.recorded_at; },
     kItself},
    // minutes
    {"at_offset", "INTEGER",
     [](auto& out, auto& row) {
       out << (row.is_readable() ? std::optional<std::int64_t>(row.entry.record.at.offset.count()) : std::nullopt);
     }},
    // of a correction: what its author may do, if not all; then the fold says what is refused
    {"rights", "INTEGER", [](auto& out, auto& row) { out << rights_column(row.entry.provenance); }},
    // its commit does not have the complaint's own record
    {"unfounded", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.entry.provenance.unfounded; }},
    {"policy", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.policy; }},
    // story::Provenance
    {"came_after", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.entry.provenance.came_after; }},
}};

constexpr Column<CorrectionRow> kCorrectionColumns[] = {
    {"record", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.record; }},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    {"id", "TEXT NOT NULL", [](auto& out, auto& row) { out << row.id; }},
    {"corrects", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.corrects}; }},
    {"target", "TEXT", [](auto& out, auto& row) { out << row.target; }},
};

constexpr Column<BadFileRow> kBadFileColumns[] = {
    {"path", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.path}; }},
    {"\"commit\"", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.commit}; }},
    {"fault", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.fault}; }},
};
constexpr auto kRecordColumns = joined(kOwnRecordColumns, kActivityColumns<RecordRow>);

}  // namespace

const Table<StoryRow> kStories{.name = "stories", .columns = kStoryColumns, .constraints = "UNIQUE(kind, id)"};
const Table<RecordRow> kRecords{.name = "records", .columns = kRecordColumns};
const Table<CorrectionRow> kCorrections{.name = "corrections", .columns = kCorrectionColumns};
const Table<BadFileRow> kBadFiles{.name = "bad_files",
                                  .columns = kBadFileColumns,
                                  .constraints = "PRIMARY KEY(path, \"commit\")",
                                  .has_rowid = false};

std::optional<std::int64_t> rights_column(const story::Provenance& provenance) {
  if (provenance.may == policy::kEveryRight) return std::nullopt;
  return static_cast<std::int64_t>(provenance.may.to_ullong());
}

}  // namespace crmtrack::index
