#include "index/story_feed.hpp"

#include <algorithm>

#include "index/rows.hpp"
#include "index/search_text.hpp"
#include "yaml/read.hpp"

namespace crmtrack::index {

namespace {

constexpr std::size_t kBatchRecords = 512;
constexpr std::size_t kBatchesAhead = 8;

}  // namespace

SortedFiles sort_files(ledger::Range range) {
  SortedFiles sorted{std::move(range.added), std::move(range.faults)};
  std::erase_if(sorted.records, [&](const ledger::Added& added) {
    const std::string& path = added.file.path;
    const auto parsed = record::parse_path(path);
    if (!parsed && !path.starts_with("ledgers/")) {
      sorted.bad.push_back({added.commit, path, "not a place or name of a record"});
    }
    return !parsed || !parsed->attachment.empty();
  });
  const auto by_path = [](const ledger::Added& a, const ledger::Added& b) { return a.file.path < b.file.path; };
  if (!std::is_sorted(sorted.records.begin(), sorted.records.end(), by_path)) {
    std::sort(sorted.records.begin(), sorted.records.end(), by_path);
  }
  return sorted;
}

ReadRecord read_record(const ledger::Ledger& ledger, record::RecordPath path, ledger::Added file) {
  ReadRecord read;
  story::Provenance provenance{file.recorded_at, std::move(file.author), std::move(file.commit)};
  try {
    std::string source = ledger.read_blob(file.file.blob, yaml::Limits{}.bytes);
    read.entry = make_entry(std::move(path.record_id), std::move(path.kind), std::move(source), std::move(provenance));
  } catch (const util::Error& error) {
    read.entry.record.id = std::move(path.record_id);
    read.entry.record.kind = std::move(path.kind);
    read.entry.provenance = std::move(provenance);
    read.entry.fault = error.what();
  }
  const bool readable = read.entry.fault.empty();
  read.words = joined_words(readable ? searchable_text(read.entry.record) : read.entry.source);
  return read;
}

StoryFeed::StoryFeed(const ledger::Ledger& ledger, std::vector<ledger::Added> files)
    : ledger_(ledger), files_(std::move(files)), thread_([this] { run(); }) {}

StoryFeed::~StoryFeed() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

std::optional<ReadStory> StoryFeed::next() {
  if (taken_ == current_.size()) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !ready_.empty() || finished_; });
    if (ready_.empty()) {
      if (failure_) {
        std::rethrow_exception(failure_);
      }
      return std::nullopt;
    }
    current_ = std::move(ready_.front());
    ready_.pop_front();
    taken_ = 0;
    changed_.notify_all();
  }
  return std::move(current_[taken_++]);
}

void StoryFeed::run() {
  std::exception_ptr failure;
  try {
    read_all();
  } catch (...) {
    failure = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  failure_ = failure;
  finished_ = true;
  changed_.notify_all();
}

void StoryFeed::read_all() {
  Batch batch;
  std::size_t records = 0;
  for (ledger::Added& file : files_) {
    auto path = record::parse_path(file.file.path).value();
    if (batch.empty() || path.story != batch.back().ref) {
      if (records >= kBatchRecords) {
        records = 0;
        if (!put(std::exchange(batch, {}))) {
          return;
        }
      }
      batch.push_back({path.story, {}});
    }
    batch.back().records.push_back(read_record(ledger_, std::move(path), std::move(file)));
    ++records;
  }
  if (!batch.empty()) {
    put(std::move(batch));
  }
}

bool StoryFeed::put(Batch batch) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ready_.size() < kBatchesAhead || stopped_; });
  if (stopped_) {
    return false;
  }
  ready_.push_back(std::move(batch));
  changed_.notify_all();
  return true;
}

}  // namespace crmtrack::index
