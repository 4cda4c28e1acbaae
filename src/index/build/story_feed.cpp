#include "index/build/story_feed.hpp"

#include <algorithm>
#include <tuple>

#include "index/build/entry.hpp"
#include "index/build/search_text.hpp"
#include "index/judge/judge_record.hpp"
#include "index/judge/recorder.hpp"
#include "ledger/read/read.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/rule/record_refusal.hpp"
#include "story/recorder.hpp"
#include "yaml/read.hpp"

namespace crmtrack::index {

namespace {

constexpr std::size_t kBatchRecords = 512;
constexpr std::size_t kBatchesAhead = 8;

}  // namespace

const std::vector<story::Entry>& ReadStory::entries() const {
  if (folded.complaint) return folded.complaint->entries;
  if (folded.customer) return folded.customer->entries;
  return folded.decision ? folded.decision->entries : others;
}

SortedFiles sort_files(ledger::Range range) {
  SortedFiles sorted;
  sorted.bad = std::move(range.faults);
  // The range has taken each path apart: only records and attachments are left.
  std::erase_if(
      range.added, [](const ledger::Added& added) { return !ledger::is_record_path(added.path); });
  const auto by_path = [](const ledger::Added& a, const ledger::Added& b) { return a.path < b.path; };
  if (!std::is_sorted(range.added.begin(), range.added.end(), by_path))
    std::sort(range.added.begin(), range.added.end(), by_path);
  sorted.range = std::move(range);
  return sorted;
}

ReadRecord read_record(const ledger::Ledger& ledger, ledger::Judge& judge, const ledger::Range& range,
                       const ledger::Added& file, record::RecordPath path) {
  ReadRecord read;
  const record::StoryRef story = path.story;
  try {
    std::string source = ledger::read_blob(ledger, file.blob, yaml::Limits{}.bytes);
    read.entry = make_entry(std::move(path), std::move(source), {});
  } catch (const util::Error& error) {
    read.entry.record.id = std::move(path.record_id);
    read.entry.record.kind = std::move(path.kind);
    read.entry.fault = error.what();
  }
  const bool readable = read.entry.fault.empty();
  const auto judged = [&](const ledger::Added& added) {
    story::Provenance provenance = provenance_of(range, added);
    const ledger::Writer writer{provenance.author, provenance.policy, provenance.recorded_at, provenance.lineage};
    if (readable) judge_record(judge, writer, story, read.entry.record, read.entry.source, provenance);
    return provenance;
  };
  read.entry.provenance = judged(file);
  for (const ledger::Added& rival : rivals_of(range, file.path)) {
    story::Provenance other = judged(rival);
    if (story::stands_before(other, read.entry.provenance, read.entry.record.by))
      read.entry.provenance = std::move(other);
  }
  read.words = joined_words(readable ? searchable_text(read.entry.record) : read.entry.source);
  return read;
}

StoryFeed::StoryFeed(const ledger::Ledger& ledger, ledger::Judge judge, const ledger::Range& range,
                     const story::Terms& terms)
    : ledger_(ledger),
      judge_(std::move(judge)),
      range_(range),
      terms_(terms),
      firstcomers_(ledger),
      batches_(kBatchesAhead),
      spent_(2 * kBatchesAhead),
      thread_([this] { run(); }) {}

StoryFeed::~StoryFeed() {
  batches_.abandon();
  thread_.join();
}

const ReadStory* StoryFeed::next() {
  if (taken_ == current_.size()) {
    auto batch = batches_.take();
    if (!batch) return nullptr;
    spent_.put(std::exchange(current_, std::move(*batch)));
    taken_ = 0;
  }
  return &current_[taken_++];
}

void StoryFeed::run() {
  try {
    read_all();
    batches_.end();
  } catch (...) {
    batches_.end(std::current_exception());
  }
  spent_.abandon();
}

/// Complaints take facts over from their customers, whose stories are read before them.
void StoryFeed::read_all() {
  const std::span<const ledger::Added> files = range_.added;
  const auto before = [&](std::string_view path) {
    const auto found =
        std::lower_bound(files.begin(), files.end(), path, [](const auto& file, auto end) { return file.path < end; });
    return static_cast<std::size_t>(found - files.begin());
  };
  const std::size_t first = before("customers/"), last = before("customers0");  // 0 is what follows /
  if (!read_files(files.subspan(first, last - first))) return;
  if (!read_files(files.first(first))) return;
  read_files(files.subspan(last));
}

/// False where nobody takes them any more.
bool StoryFeed::read_files(std::span<const ledger::Added> files) {
  Batch batch;
  std::size_t in_batch = 0;
  for (auto file = files.begin(); file != files.end();) {
    auto path = record::parse_path(file->path).value();
    const record::StoryRef story = path.story;
    std::vector<ReadRecord> records;
    for (bool same = true; same;) {
      // The path is another before it is used again.
      records.push_back(
          read_record(ledger_, judge_, range_, *file, std::move(path)));  // NOLINT(bugprone-use-after-move)
      same = ++file != files.end();
      if (same) {
        path = record::parse_path(file->path).value();
        same = path.story == story;
      }
    }
    in_batch += records.size();
    batch.push_back(fold(story, std::move(records)));
    if (in_batch >= kBatchRecords || file == files.end()) {
      in_batch = 0;
      while (spent_.try_take()) {
      }
      if (!batches_.put(std::exchange(batch, {}))) return false;
    }
  }
  return true;
}

ReadStory StoryFeed::fold(record::StoryRef ref, std::vector<ReadRecord> records) {
  // As the fold will sort them: of one story no two have the same id and kind.
  std::sort(records.begin(), records.end(), [](const ReadRecord& a, const ReadRecord& b) {
    return std::tie(a.entry.record.id, a.entry.record.kind) < std::tie(b.entry.record.id, b.entry.record.kind);
  });
  ReadStory read;
  story::Story story{ref, {}};
  for (ReadRecord& record : records) {
    read.words.push_back(std::move(record.words));
    story.entries.push_back(std::move(record.entry));
  }
  firstcomers_.settle(story.entries);
  if (ref.kind != record::StoryKind::journal || story::is_decision(story)) {
    read.folded = fold_story(std::move(story), terms_, customers_);
    if (read.folded.customer) customers_[ref.id] = story::facts_of(*read.folded.customer);
  } else {
    read.others = std::move(story.entries);
  }
  read.ref = std::move(ref);
  return read;
}

}  // namespace crmtrack::index
