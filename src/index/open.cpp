#include "index/open.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "git/reference/branch_names.hpp"
#include "index/build/build.hpp"
#include "index/build/refresh.hpp"
#include "index/files.hpp"
#include "index/loss.hpp"
#include "index/moved_due_times.hpp"
#include "index/schema/schema.hpp"
#include "ledger/share/received.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/file_lock.hpp"
#include "util/text/plain.hpp"

namespace crmtrack::index {

namespace {

using util::FileLock;

constexpr int kOpenWaitMs = 10'000;
constexpr int kRefreshWaitMs = 5'000;
constexpr const char* kOpenPragmas = "PRAGMA mmap_size = 2147418112;";
/// The log is taken over by us, when it has grown: never in the middle of many small refreshes.
constexpr const char* kWritePragmas = "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0;";
/// The longest log to leave in place: the next process that opens the database reads all of it first.
constexpr std::uintmax_t kLongestLog = 256U << 10;

/// The heads as plain files tell them; where they cannot (no local branch yet, another reference storage), libgit2's.
Key current_heads(const git::Location& location, const LedgerProvider& ledger) {
  if (auto head = git::read_reference(location, git::kLedgerRef))
    return {std::move(*head), git::read_reference(location, git::kMainRef).value_or("")};
  return {ledger().head(), ledger().main_head()};
}

void fold_function(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* text = static_cast<const char*>(static_cast<const void*>(sqlite3_value_text(values[0])));
  if (text == nullptr) return sqlite3_result_null(context);
  const std::string folded = util::fold_plain({text, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
  sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
}

/// Opens the index of a location, whatever state it is found in.
class Opener {
 public:
  Opener(const git::Location& location, const LedgerProvider& ledger, const Index::Options& options)
      : files_(location), location_(location), ledger_(ledger), options_(options) {}

  Opened open() {
    if (options_.anew) return rebuild();
    if (options_.expect_stale) return bring_up_to_date(std::nullopt);
    const Key heads = current_heads(location_, ledger_);
    auto found = find();
    if (found && found->key == heads) return std::move(*found);
    return bring_up_to_date(std::move(found));
  }

  Opened rebuild() {
    return with_refresh_lock([&] { return build_file(); }, std::nullopt);
  }

 private:
  /// Finds the present database, of whatever commit; nullopt where there is none that this version can read.
  std::optional<Opened> find() {
    if (!std::filesystem::exists(files_.database)) return std::nullopt;
    try {
      // Until the first statement has run, SQLite may still look for the log by its name, which must be that of the
      // database it opened.
      const auto lock = FileLock::acquire(files_.opening, FileLock::Mode::shared, kOpenWaitMs);
      Database database = open_file();
      auto key = read_key(database);
      if (!key) return std::nullopt;
      return Opened{std::move(database), std::move(*key)};
    } catch (const DatabaseError& error) {
      report_unusable(error);
    } catch (const util::Error&) {
      // No lock to be had: then the index is left to those who can.
    }
    return std::nullopt;
  }

  Database open_file() const {
    const bool immutable = !files_.is_writable() && log_size() == 0;
    Database database = Database::open(files_.database, Database::Access::read, immutable);
    prepare_for_queries(database);
    return database;
  }
  [[nodiscard]] std::uintmax_t log_size() const {
    std::error_code error;
    const auto size = std::filesystem::file_size(std::filesystem::path(files_.database) += "-wal", error);
    return error ? 0 : size;
  }

  Opened bring_up_to_date(std::optional<Opened> found) {
    return with_refresh_lock(
        [&] {
          if (auto refreshed = refresh_file()) return std::move(*refreshed);
          return build_file();
        },
        std::move(found));
  }

  /// Runs `update` as the only process that writes. Where another one is at it for long, what is there will do, as it
  /// was a moment ago; where nothing can be written, the index lives in memory.
  template <class Update>
  Opened with_refresh_lock(Update update, std::optional<Opened> found) {
    std::optional<FileLock> lock;
    try {
      util::make_private_directory(files_.folder);
      lock = FileLock::acquire(files_.refreshing, FileLock::Mode::exclusive, kRefreshWaitMs);
    } catch (const util::Error& error) {
      if (error.kind() == util::ErrorKind::busy && (found || (found = find())))
        return current_or_older(std::move(*found));
      return build_in_memory(error.what());
    }
    try {
      return update();
    } catch (const DatabaseError& error) {
      return build_in_memory(error.what());
    } catch (const CannotWrite& error) {
      return build_in_memory(error.what());
    }
  }

  Opened build_in_memory(const char* why) {
    notify(fmt::format("the index is kept in memory this time: {}", why));
    const Key heads{ledger_().head(), ledger_().main_head()};
    return open_in_memory(ledger_(), heads, policy_files_at(ledger_(), heads.policy_commit), options_.progress);
  }

  Opened current_or_older(Opened found) {
    if (auto newer = find()) found = std::move(*newer);
    if (found.key != current_heads(location_, ledger_)) {
      notify("the index is being brought up to date by another process; this shows the ledger as of " +
             found.key.ledger_commit.substr(0, 12));
    }
    return found;
  }

  /// Brings the database up to date; nullopt where it must be built anew. A writing command goes on with the connection
  /// that refreshed, since opening another one costs as much as a small refresh. A command that only reads gets one
  /// that cannot write.
  std::optional<Opened> refresh_file() {
    if (!std::filesystem::is_regular_file(files_.database)) return std::nullopt;
    const Key heads{ledger_().head(), ledger_().main_head()};
    try {
      Database writer = Database::open(files_.database, Database::Access::write);
      writer.execute(kWritePragmas);
      if (!refresh(writer, ledger_(), heads, options_.progress)) return std::nullopt;
      take_over_log(writer);
      if (options_.expect_stale) {
        prepare_for_queries(writer);
        return Opened{std::move(writer), heads};
      }
    } catch (const DatabaseError& error) {
      if (!error.is_damage()) throw;
      report_unusable(error);
      return std::nullopt;
    }
    return find();
  }

  /// Where a reader is in the way, the next refresh does it.
  void take_over_log(const Database& writer) const {
    if (log_size() > kLongestLog) {
      sqlite3_busy_timeout(writer.handle(), 0);
      writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  Opened build_file() {
    ledger::Ledger& ledger = ledger_();
    const Key heads{ledger.head(), ledger.main_head()};
    ledger::forget_received(location_);  // the branch may have been rewritten, and lack what was merged
    const auto before = look_at_index(location_);
    const auto scratch = files_.make_scratch();
    {
      const Database database = Database::open(scratch, Database::Access::create);
      build(database, ledger, heads, policy_files_at(ledger, heads.policy_commit), options_.progress,
            Files::words_beside(scratch));
      // Closing this connection must leave no log under the scratch name.
      sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
      database.execute("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL;");
    }
    const auto moved = describe_moved_due_times(files_.database, scratch);
    files_.replace_database(scratch);
    if (moved) notify(*moved);
    if (before) {
      if (const auto lost = describe_loss(location_, ledger, *before, look_at_index(location_))) notify(*lost);
    }
    if (auto built = find()) return std::move(*built);
    throw DatabaseError(SQLITE_IOERR, "what was just written cannot be read");
  }

  void report_unusable(const DatabaseError& error) {
    // A file that merely cannot be opened is somebody else's; it is said where nothing can be written either.
    if (error.is_damage() && !reported_)
      notify(fmt::format("the index could not be read ({}) and is built anew", error.what()));
    reported_ = true;
  }
  void notify(const std::string& line) const {
    if (options_.notice) options_.notice(line);
  }

  Files files_;
  const git::Location& location_;
  const LedgerProvider& ledger_;
  const Index::Options& options_;
  bool reported_ = false;
};

}  // namespace

void prepare_for_queries(const Database& database) {
  database.execute(kOpenPragmas);
  sqlite3_create_function(database.handle(), "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                          fold_function, nullptr, nullptr);
}

Opened open_current(const git::Location& location, const LedgerProvider& ledger, const Index::Options& options) {
  return Opener(location, ledger, options).open();
}

Opened open_rebuilt(const git::Location& location, const LedgerProvider& ledger, const Index::Options& options) {
  return Opener(location, ledger, options).rebuild();
}

Opened open_in_memory(const ledger::Ledger& ledger, const Key& key, const policy::Files& policy_files,
                      const git::Progress& progress) {
  Database database = Database::open_in_memory();
  build(database, ledger, key, policy_files, progress);
  prepare_for_queries(database);
  return {std::move(database), key};
}

}  // namespace crmtrack::index
