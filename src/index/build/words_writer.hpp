#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "index/sqlite/database.hpp"
#include "util/handover.hpp"

namespace crmtrack::index {

/// Builds the full-text index of very many records in a file and a thread of its own, and then moves its tables over:
/// it is half of what an index from nothing costs.
class WordsWriter {
 public:
  /// `file` is made, and removed at the end. Throws DatabaseError.
  explicit WordsWriter(std::filesystem::path file);
  WordsWriter(const WordsWriter&) = delete;
  WordsWriter& operator=(const WordsWriter&) = delete;
  ~WordsWriter();

  void add(std::int64_t record, std::string_view words);
  /// Gives `database` all of it. Precondition: its `fulltext` is empty and no transaction is open. Throws
  /// DatabaseError.
  void move_to(const Database& database);

 private:
  struct Batch {
    struct Item {
      std::int64_t record;
      std::size_t size;
    };
    std::vector<Item> items;
    std::string words;  ///< one behind the other
  };
  void hand_over();
  void run();
  void write(const Batch& batch);
  void join();

  std::filesystem::path file_;
  Database database_;
  Batch batch_;
  util::Handover<Batch> batches_;
  std::atomic<bool> stopped_ = false;
  std::exception_ptr failure_;  ///< the thread's until it has ended
  std::thread thread_;          // last: it uses all of the above
};

/// Has little kept in memory until it is written to a segment, so that it stays in the processor's cache.
void begin_bulk_words(const Database& database);
/// As it is best for a few records at a time.
void end_bulk_words(const Database& database);

}  // namespace crmtrack::index
