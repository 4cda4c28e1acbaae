#include "index/build/meta.hpp"

#include <fmt/format.h>

#include <map>

#include "index/schema/file_tables.hpp"
#include "index/schema/schema.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "policy/load.hpp"
#include "util/text/parts.hpp"
#include "util/tzdata.hpp"

namespace crmtrack::index {

namespace {

/// The versions that an index was made by; those of the time zones too, by which days are counted.
std::string version() { return fmt::format("{}.{} {}", kSchemaVersion, kFoldVersion, util::tzdata_version()); }

}  // namespace

std::optional<Key> read_key(const Database& database) {
  Statement statement = database.prepare("SELECT name, value FROM main.meta");
  std::map<std::string, std::string> values;
  while (statement.step()) values[statement.text(0)] = statement.text(1);
  if (values["version"] != version()) return std::nullopt;
  return Key{values["ledger_commit"], values["policy_commit"]};
}

void write_meta(const Database& database, std::string_view name, std::string_view value) {
  Statement insertion = database.prepare(insert_text(kMeta, Place::file, "INSERT OR REPLACE"));
  write_row(insertion, kMeta, {name, value});
}

void write_key(const Database& database, const Key& key) {
  write_meta(database, "version", version());
  write_meta(database, "ledger_commit", key.ledger_commit);
  write_meta(database, "policy_commit", key.policy_commit);
}

policy::Files read_policy_files(const Database& database) {
  policy::Files files;
  Statement statement = database.prepare("SELECT name, text FROM policy_files");
  while (statement.step()) files[statement.text(0)] = statement.text(1);
  return files;
}

void write_policy_files(const Database& database, const policy::Files& files) {
  database.execute("DELETE FROM policy_files");
  Statement insertion = database.prepare(insert_text(kPolicyFiles, Place::file));
  for (const auto& [name, text] : files) write_row(insertion, kPolicyFiles, {name, text});
}

policy::Files policy_files_at(const ledger::Ledger& ledger, const std::string& policy_commit) {
  return policy::canonical(ledger::load_policy_in_force(ledger.repository(), policy_commit).files);
}

void note_rivals(const Database& database, const ledger::Range& range) {
  if (range.rivals.empty() && range.again.empty()) return;
  write_meta(database, "rivals", "yes");
}

bool has_rivals(const Database& database) {
  return database.find_text("SELECT value FROM main.meta WHERE name = 'rivals'").has_value();
}

void write_policy_notes(const Database& database, const ledger::Ledger& ledger, const std::string& policy_commit) {
  std::vector<std::string> lines;
  for (const auto& fallback : ledger::load_policy_in_force(ledger.repository(), policy_commit).fallbacks)
    lines.push_back(ledger::describe_fallback(fallback));
  write_meta(database, "policy_notes", util::join(lines, "\n"));
}

}  // namespace crmtrack::index
