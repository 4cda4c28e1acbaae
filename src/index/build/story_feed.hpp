#pragma once

#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "index/build/folded.hpp"
#include "index/judge/firstcomers.hpp"
#include "ledger/ledger.hpp"
#include "ledger/rule/judge.hpp"
#include "story/customer_facts.hpp"
#include "story/terms.hpp"
#include "util/handover.hpp"

namespace crmtrack::index {

/// A record's file, read: the entry, and its words for the full-text index.
struct ReadRecord {
  story::Entry entry;
  std::string words;
};

/// A story read whole: its records with their words, and what they fold to.
struct ReadStory {
  record::StoryRef ref;
  std::vector<story::Entry> others;  ///< the entries of a story that folds to nothing
  std::vector<std::string> words;    ///< of each of `entries`
  Folded folded;

  /// In order of id and kind.
  [[nodiscard]] const std::vector<story::Entry>& entries() const;
};

/// The additions of a range of commits, sorted: the files of each story side by side, in path order, and apart from
/// them the files that are no records of ours. Attachments and `ledgers/` are left out.
struct SortedFiles {
  ledger::Range range;  ///< its `added` are the records
  std::vector<ledger::Range::Fault> bad;
};
SortedFiles sort_files(ledger::Range range);

/// Reads, parses and judges one file of a range. A file that cannot be read becomes an entry with a fault, never an
/// error: one bad record must not hide the good ones.
ReadRecord read_record(const ledger::Ledger& ledger, ledger::Judge& judge, const ledger::Range& range,
                       const ledger::Added& file, record::RecordPath path);

/// Reads and folds stories, customers first, in a thread of its own, some batches ahead of the caller of next():
/// reading costs as much as writing the rows. Nobody else may use the ledger meanwhile.
class StoryFeed {
 public:
  StoryFeed(const ledger::Ledger& ledger, ledger::Judge judge, const ledger::Range& range, const story::Terms& terms);
  StoryFeed(const StoryFeed&) = delete;
  StoryFeed& operator=(const StoryFeed&) = delete;
  ~StoryFeed();

  /// The next story. It stays valid until the next call; null after the last. Throws the error that reading threw.
  const ReadStory* next();

 private:
  using Batch = std::vector<ReadStory>;
  void run();
  void read_all();
  bool read_files(std::span<const ledger::Added> files);
  ReadStory fold(record::StoryRef ref, std::vector<ReadRecord> records);

  const ledger::Ledger& ledger_;
  ledger::Judge judge_;
  const ledger::Range& range_;
  const story::Terms& terms_;
  story::CustomerBook customers_;  ///< those read so far
  Firstcomers firstcomers_;
  util::Handover<Batch> batches_;
  util::Handover<Batch> spent_;  ///< back to the thread that made them, which frees their memory without waiting
  Batch current_;
  std::size_t taken_ = 0;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace crmtrack::index
