#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "ledger/ledger.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// A record's file, read: the entry, and its words for the full-text index.
struct ReadRecord {
  story::Entry entry;
  std::string words;
};
struct ReadStory {
  record::StoryRef ref;
  std::vector<ReadRecord> records;
};

/// What a range of commits added, sorted out: the files of each story side by side, in path order; apart from them what
/// is no record of ours. Attachments and `ledgers/` are left out.
struct SortedFiles {
  std::vector<ledger::Added> records;
  std::vector<ledger::Range::Fault> bad;
};
SortedFiles sort_files(ledger::Range range);

/// Reads and parses one file. What cannot be read is an entry with a fault, never an error: one bad record must not
/// hide the good ones.
ReadRecord read_record(const ledger::Ledger& ledger, record::RecordPath path, ledger::Added file);

/// Reads stories in a thread of its own, some batches ahead of who takes them: reading and parsing cost as much as
/// folding and writing. Nobody else may use the ledger meanwhile.
class StoryFeed {
 public:
  StoryFeed(const ledger::Ledger& ledger, std::vector<ledger::Added> files);
  StoryFeed(const StoryFeed&) = delete;
  StoryFeed& operator=(const StoryFeed&) = delete;
  ~StoryFeed();

  /// The next story; nullopt after the last. Throws what the reading threw.
  std::optional<ReadStory> next();

 private:
  using Batch = std::vector<ReadStory>;
  void run();
  void read_all();
  bool put(Batch batch);

  const ledger::Ledger& ledger_;
  std::vector<ledger::Added> files_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> ready_;
  bool finished_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
  Batch current_;
  std::size_t taken_ = 0;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace crmtrack::index
