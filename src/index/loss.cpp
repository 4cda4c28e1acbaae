#include "index/loss.hpp"

#include <fmt/format.h>

#include <exception>
#include <filesystem>

#include "index/build.hpp"
#include "index/database.hpp"
#include "index/files.hpp"
#include "ledger/audit_memory.hpp"
#include "util/error.hpp"

namespace crmtrack::index {

namespace {

/// Whether `older` stands behind `newer`; false where `newer` is gone.
bool is_behind(const ledger::Ledger& ledger, const std::string& older, const std::string& newer) {
  try {
    return ledger.is_ancestor(older, newer);
  } catch (const util::Error&) {
    return false;
  }
}

bool has_folders(const ledger::Ledger& ledger, const std::string& commit) {
  try {
    for (const char* folder : {"complaints", "customers", "journal"}) {
      (void)ledger.list(commit, folder);
    }
    return true;
  } catch (const util::Error&) {
    return false;
  }
}

}  // namespace

std::optional<Indexed> look_at_index(const ledger::Location& location) noexcept {
  try {
    const Files files(location);
    if (!std::filesystem::is_regular_file(files.database)) {
      return std::nullopt;
    }
    const bool has_log = std::filesystem::exists(std::filesystem::path(files.database) += "-wal");
    const Database file = Database::open(files.database, Database::Access::read, !files.is_writable() && !has_log);
    const auto key = read_key(file);
    if (!key) {
      return std::nullopt;
    }
    Statement count = file.prepare("SELECT count(*) FROM main.records");
    count.step();
    return Indexed{.commit = key->ledger_commit, .records = count.integer(0)};
  } catch (const std::exception&) {
    return std::nullopt;  // a damaged one is told of elsewhere
  }
}

std::optional<std::string> describe_loss(const ledger::Location& location, const ledger::Ledger& ledger,
                                         const Indexed& before, const std::optional<Indexed>& now) {
  if (!now || now->records >= before.records || is_behind(ledger, before.commit, now->commit)) {
    return std::nullopt;
  }
  // Sync has told what it made anew and what it left out, and keeps that.
  const std::string kept = fmt::format("refs/crmtrack/mended/{}", before.commit.substr(0, 12));
  if (ledger::read_reference(location, kept) == before.commit) return std::nullopt;
  if (ledger::load_memory(location).replaced.count(before.commit) != 0) return std::nullopt;
  const std::int64_t lost = before.records - now->records;
  std::string text = fmt::format("the branch 'ledger' was at {} and no longer has it: {} record{} {} gone",
                                 before.commit.substr(0, 12), lost, lost == 1 ? "" : "s", lost == 1 ? "is" : "are");
  if (!has_folders(ledger, before.commit)) {
    return text + ", its objects too (a clone that has it brings it back with its next crmtrack sync)";
  }
  if (!is_behind(ledger, now->commit, before.commit)) {
    return text + " (crmtrack audit says more)";
  }
  const std::string folder = (location.work_tree.empty() ? location.git_dir : location.work_tree).string();
  return text + fmt::format(" (to go back: git -C '{}' update-ref refs/heads/ledger {})", folder, before.commit);
}

}  // namespace crmtrack::index
