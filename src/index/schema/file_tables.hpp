#pragma once

#include <cstdint>
#include <string_view>

#include "index/schema/columns.hpp"
#include "story/story.hpp"

/// The tables that only the file has: the key, policy texts, what commits name of policy, the bytes of records, and the
/// marks of mail.
namespace crmtrack::index {

/// A text under a name: facts of the index itself, and policy files.
struct NamedText {
  std::string_view name, text;
};
extern const Table<NamedText> kMeta;
extern const Table<NamedText> kPolicyFiles;

struct PolicyRow {
  std::string_view commit;
  std::int64_t lineage = 0;  ///< lineages.key
};
/// Which commits of main the ledger's commits name.
extern const Table<PolicyRow> kPolicies;

struct LineageRow {
  std::int64_t key = 0;
  std::string_view policy, before;
};
/// The policies that commits and their ancestors name (ledger::PolicyLineage).
extern const Table<LineageRow> kLineages;

struct LineageMarkRow {
  std::string_view commit;  ///< 20 bytes
  std::int64_t lineage = 0;
};
extern const Table<LineageMarkRow> kLineageMarks;

struct SourceRow {
  std::int64_t key = 0;  ///< records.key
  const story::Entry& entry;
};
/// The bytes of records, and the canonical form of those that are written otherwise.
extern const Table<SourceRow> kSources;

struct MailMarkRow {
  std::int64_t record = 0;  ///< records.key
  std::int64_t story = 0;   ///< stories.key
  std::string_view mark;
};
/// The marks by which incoming mail finds records (build/mail_marks.hpp).
extern const Table<MailMarkRow> kMailMarks;

}  // namespace crmtrack::index
