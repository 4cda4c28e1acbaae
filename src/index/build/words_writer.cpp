#include "index/build/words_writer.hpp"

#include <utility>

#include <fmt/format.h>

#include "index/schema/schema.hpp"

namespace crmtrack::index {

namespace {

constexpr std::size_t kBatchBytes = 256U << 10U;
constexpr std::size_t kBatchesWaiting = 8;

Database make(const std::filesystem::path& file) {
  Database database = Database::open(file, Database::Access::create);
  database.execute(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
      "PRAGMA cache_size = -16384; BEGIN;");
  database.execute(words_table());
  begin_bulk_words(database);
  return database;
}

}  // namespace

void begin_bulk_words(const Database& database) {
  database.execute("INSERT INTO fulltext(fulltext, rank) VALUES('hashsize', 16777216)");
}

void end_bulk_words(const Database& database) {
  database.execute("INSERT INTO fulltext(fulltext, rank) VALUES('hashsize', 1048576)");
}

WordsWriter::WordsWriter(std::filesystem::path file)
    : file_(std::move(file)), database_(make(file_)), batches_(kBatchesWaiting), thread_([this] { run(); }) {}

WordsWriter::~WordsWriter() {
  if (thread_.joinable()) {
    stopped_ = true;
    batches_.end();
    thread_.join();
  }
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

void WordsWriter::add(std::int64_t record, std::string_view words) {
  batch_.items.push_back({record, words.size()});
  batch_.words += words;
  if (batch_.words.size() >= kBatchBytes) hand_over();
}

void WordsWriter::hand_over() {
  if (!batches_.put(std::exchange(batch_, {}))) join();
}

void WordsWriter::join() {
  batches_.end();
  thread_.join();
  if (failure_) std::rethrow_exception(failure_);
}

void WordsWriter::run() {
  try {
    while (const auto batch = batches_.take())
      if (!stopped_) write(*batch);
  } catch (...) {
    failure_ = std::current_exception();
    batches_.abandon();
  }
}

void WordsWriter::write(const Batch& batch) {
  Statement insert = database_.prepare("INSERT INTO fulltext(rowid, words) VALUES(?, ?)");
  std::string_view rest = batch.words;
  for (const Batch::Item& item : batch.items) {
    insert.run(item.record, Raw{rest.substr(0, item.size)});
    rest.remove_prefix(item.size);
  }
}

void WordsWriter::move_to(const Database& database) {
  hand_over();
  join();
  end_bulk_words(database_);
  database_.execute("COMMIT; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM fulltext_config;");
  Statement attach = database.prepare("ATTACH ? AS words");
  attach.run(Raw{file_.native()});
  // The tables of a full-text index are an ordinary table's bytes; into an empty one SQLite copies them page by page.
  sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
  for (const char* table : {"data", "idx", "docsize", "config"}) {
    database.execute(fmt::format(
        "DELETE FROM main.fulltext_{0}; INSERT INTO main.fulltext_{0} SELECT * FROM words.fulltext_{0}", table));
  }
  sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  database.execute("DETACH words");
}

}  // namespace crmtrack::index
