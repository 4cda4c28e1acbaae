#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "index/sqlite/database.hpp"
#include "ledger/ledger.hpp"
#include "ledger/read/range.hpp"
#include "policy/policy.hpp"

/// The facts that an index file keeps of itself.
namespace crmtrack::index {

/// The heads that an index stands for, read by this version.
struct Key {
  std::string ledger_commit, policy_commit;
  friend bool operator==(const Key&, const Key&) = default;
};

/// The key in a file; nullopt where another version wrote it. Throws DatabaseError where it is no index at all.
std::optional<Key> read_key(const Database& database);
void write_key(const Database& database, const Key& key);
/// Keeps a fact of the index itself under a name.
void write_meta(const Database& database, std::string_view name, std::string_view value);

/// Policy as the index keeps it, so that reading it needs no libgit2.
policy::Files read_policy_files(const Database& database);
void write_policy_files(const Database& database, const policy::Files& files);
/// Keeps in mind that some record was added by more than one commit, and tells it: which of them is the record's
/// depends on what their authors may, so that another judgement of those makes an index new.
void note_rivals(const Database& database, const ledger::Range& range);
bool has_rivals(const Database& database);
/// Keeps what must be said of policy files that are not in force as main has them.
void write_policy_notes(const Database& database, const ledger::Ledger& ledger, const std::string& policy_commit);
/// The policy files in force at a commit of main; none where it is empty.
policy::Files policy_files_at(const ledger::Ledger& ledger, const std::string& policy_commit);

}  // namespace crmtrack::index
