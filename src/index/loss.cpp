#include "index/loss.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <set>

#include "git/program/repository_checks.hpp"
#include "index/build/meta.hpp"
#include "index/files.hpp"
#include "index/sqlite/database.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "ledger/share/remotes.hpp"
#include "util/error.hpp"

namespace crmtrack::index {

namespace {

/// Whether `older` stands behind `newer`; false where `newer` is gone.
bool is_behind(const ledger::Ledger& ledger, const std::string& older, const std::string& newer) {
  try {
    return ledger::is_ancestor(ledger, older, newer);
  } catch (const util::Error&) {
    return false;
  }
}

/// Whether neither of two commits has a file of `ledgers/` that the other has: they are of two ledgers.
bool is_of_another_ledger(const ledger::Ledger& ledger, const std::string& one, const std::string& other) {
  try {
    std::set<std::string> names;
    for (const ledger::File& file : ledger::list_files(ledger.repository(), one, "ledgers")) names.insert(file.path);
    const auto files = ledger::list_files(ledger.repository(), other, "ledgers");
    return !names.empty() && !files.empty() &&
           std::ranges::none_of(files, [&](const ledger::File& file) { return names.contains(file.path); });
  } catch (const util::Error&) {
    return false;
  }
}

bool is_none_of_upstream(const git::Location& location, const ledger::Ledger& ledger, const std::string& commit) {
  const auto upstream = ledger::find_upstream_remote(ledger);
  const auto theirs = upstream ? git::read_reference(location, upstream->tracking_ledger) : std::nullopt;
  return theirs && is_of_another_ledger(ledger, *theirs, commit);
}

bool has_folders(const ledger::Ledger& ledger, const std::string& commit) {
  try {
    for (const char* folder : {"complaints", "customers", "journal"})
      (void)ledger::list_files(ledger.repository(), commit, folder);
    return true;
  } catch (const util::Error&) {
    return false;
  }
}

std::string way_back(const git::Location& location, const std::string& commit) {
  return fmt::format(" (to go back: {} update-ref refs/heads/ledger {})", git::shown_git(location), commit);
}

}  // namespace

std::optional<Indexed> look_at_index(const git::Location& location) noexcept {
  try {
    const Files files(location);
    if (!std::filesystem::is_regular_file(files.database)) return std::nullopt;
    const bool has_log = std::filesystem::exists(std::filesystem::path(files.database) += "-wal");
    const Database file = Database::open(files.database, Database::Access::read, !files.is_writable() && !has_log);
    const auto key = read_key(file);
    if (!key) return std::nullopt;
    Statement count = file.prepare("SELECT count(*) FROM main.records");
    count.step();
    return Indexed{.commit = key->ledger_commit, .records = count.integer(0)};
  } catch (const std::exception&) {
    return std::nullopt;  // a damaged one is told of elsewhere
  }
}

std::optional<std::string> describe_loss(const git::Location& location, const ledger::Ledger& ledger,
                                         const Indexed& before, const std::optional<Indexed>& now) {
  if (!now || is_behind(ledger, before.commit, now->commit)) return std::nullopt;
  if (is_of_another_ledger(ledger, before.commit, now->commit)) {
    if (is_none_of_upstream(location, ledger, before.commit)) return std::nullopt;  // it went back to where it belongs
    return fmt::format("the branch 'ledger' was at {} and now stands at another ledger{}", before.commit.substr(0, 12),
                       way_back(location, before.commit));
  }
  if (now->records >= before.records) return std::nullopt;
  // Sync has told what it made anew and what it left out, and keeps that.
  const std::string kept = fmt::format("refs/crmtrack/mended/{}", before.commit.substr(0, 12));
  if (git::read_reference(location, kept) == before.commit) return std::nullopt;
  if (ledger::load_memory(location).replaced.count(before.commit) != 0) return std::nullopt;
  const std::int64_t lost = before.records - now->records;
  std::string text = fmt::format("the branch 'ledger' was at {} and no longer has it: {} record{} {} gone",
                                 before.commit.substr(0, 12), lost, lost == 1 ? "" : "s", lost == 1 ? "is" : "are");
  if (!has_folders(ledger, before.commit))
    return text + ", its objects too (a clone that has it brings it back with its next crmtrack sync)";
  if (!is_behind(ledger, now->commit, before.commit)) return text + " (crmtrack audit says more)";
  return text + way_back(location, before.commit);
}

}  // namespace crmtrack::index
