#include "index/schema/file_tables.hpp"

namespace crmtrack::index {

namespace {

constexpr Column<NamedText> kMetaColumns[] = {
    {"name", "TEXT PRIMARY KEY", [](auto& out, auto& row) { out << Raw{row.name}; }},
    {"value", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.text}; }},
};

constexpr Column<NamedText> kPolicyFileColumns[] = {
    {"name", "TEXT PRIMARY KEY", [](auto& out, auto& row) { out << Raw{row.name}; }},
    {"text", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.text}; }},
};

constexpr Column<PolicyRow> kPolicyColumns[] = {
    {"key", "INTEGER PRIMARY KEY"},
    {"\"commit\"", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.commit}; }},
    {"lineage", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.lineage; }},
};

constexpr Column<LineageRow> kLineageColumns[] = {
    {"key", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.key; }},
    {"policy", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.policy}; }},
    {"before", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.before}; }},
};

constexpr Column<LineageMarkRow> kLineageMarkColumns[] = {
    {"\"commit\"", "BLOB PRIMARY KEY", [](auto& out, auto& row) { out << Blob{row.commit}; }},
    {"lineage", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.lineage; }},
};

constexpr Column<SourceRow> kSourceColumns[] = {
    {"key", "INTEGER PRIMARY KEY", [](auto& out, auto& row) { out << row.key; }},
    {"source", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.entry.source}; }},
    {"canonical", "TEXT", [](auto& out, auto& row) { out << row.entry.canonical; }},
};

constexpr Column<MailMarkRow> kMailMarkColumns[] = {
    {"record", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.record; }},
    {"story", "INTEGER NOT NULL", [](auto& out, auto& row) { out << row.story; }},
    {"mark", "TEXT NOT NULL", [](auto& out, auto& row) { out << Raw{row.mark}; }},
};

}  // namespace

const Table<NamedText> kMeta{.name = "meta", .columns = kMetaColumns, .has_rowid = false};
const Table<NamedText> kPolicyFiles{.name = "policy_files", .columns = kPolicyFileColumns, .has_rowid = false};
const Table<PolicyRow> kPolicies{
    .name = "policies", .columns = kPolicyColumns, .constraints = "UNIQUE(\"commit\", lineage)"};
const Table<LineageRow> kLineages{.name = "lineages", .columns = kLineageColumns};
const Table<LineageMarkRow> kLineageMarks{.name = "lineage_marks", .columns = kLineageMarkColumns, .has_rowid = false};
const Table<SourceRow> kSources{.name = "sources", .columns = kSourceColumns};
const Table<MailMarkRow> kMailMarks{.name = "mail_marks", .columns = kMailMarkColumns};

}  // namespace crmtrack::index
