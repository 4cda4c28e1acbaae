#include "index/build/build.hpp"

#include "index/build/circles.hpp"
#include "index/build/fold_writer.hpp"
#include "index/build/record_writer.hpp"
#include "index/build/story_feed.hpp"
#include "index/build/story_reader.hpp"
#include "index/build/words_writer.hpp"
#include "index/judge/lineage_store.hpp"
#include "index/schema/schema.hpp"
#include "ledger/read/read_range.hpp"
#include "policy/load.hpp"
#include "story/terms.hpp"

namespace crmtrack::index {

namespace {

constexpr std::uint64_t kReportEvery = 1000;

/// A file that nobody else sees yet needs no journal on disk; it is synced once, when it is whole.
void prepare_for_bulk(const Database& database) {
  database.execute(
      "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
      "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
}

void insert_story(RecordWriter& records, FoldWriter& folds, WordsWriter* words, const ReadStory& read) {
  const std::int64_t key = records.add_story(read.ref);
  std::int64_t first = 0;
  for (std::size_t i = 0; const story::Entry& entry : read.entries()) {
    const std::string& of_entry = read.words[i];
    const std::int64_t record = records.add(key, entry);
    if (i++ == 0) first = record;
    if (words != nullptr)
      words->add(record, of_entry);
    else
      records.add_words(record, of_entry);
  }
  folds.insert_new(key, read.folded, first);
}

/// Folds again what records of several folders tell together: first the stories that move something, by which it is
/// known where to, then those that it was moved to.
void fold_moves(const Database& database, const story::Terms& terms, FoldWriter& folds) {
  StoryReader stories(database);
  const auto fold_again = [&](std::int64_t key) {
    folds.remove(key);
    folds.insert(key, stories.fold(key, terms));
  };
  std::vector<std::int64_t> moving;
  Statement statement = database.prepare("SELECT DISTINCT story FROM corrections WHERE target IS NOT NULL");
  while (statement.step()) moving.push_back(statement.integer(0));
  for (const std::int64_t key : moving) fold_again(key);
  for (const std::string& target : folds.take_move_targets())
    if (const auto key = stories.find_key({record::StoryKind::complaint, target})) fold_again(*key);
  for (const std::int64_t key : update_circles(database)) fold_again(key);
}

void insert_all(const Database& database, const ledger::Ledger& ledger, ledger::Judge judge, const SortedFiles& files,
                const story::Terms& terms, WordsWriter* words, const git::Progress& progress) {
  RecordWriter records(database);
  FoldWriter folds(database, Place::file);
  for (const ledger::Range::Fault& bad : files.bad) records.add_bad_file(bad.path, bad.commit, bad.message);
  const std::uint64_t total = files.range.added.size();
  std::uint64_t done = 0;
  std::uint64_t reported = 0;
  StoryFeed feed(ledger, std::move(judge), files.range, terms);
  while (const ReadStory* story = feed.next()) {
    done += story->entries().size();
    insert_story(records, folds, words, *story);
    if (done >= reported + kReportEvery) {
      reported = done;
      check_interrupted(progress);
      if (progress.report) progress.report(done, total);
    }
  }
  if (progress.report && total > 0) progress.report(total, total);
  database.execute(secondary_indexes(Place::file));
  fold_moves(database, terms, folds);
}

}  // namespace

void check_interrupted(const git::Progress& progress) {
  if (progress.interrupted && progress.interrupted())
    throw util::Error(util::ErrorKind::cancelled, "cannot finish the index: interrupted");
}

void build(const Database& database, const ledger::Ledger& ledger, const Key& key, const policy::Files& policy_files,
           const git::Progress& progress, const std::filesystem::path& words_file) {
  const policy::Policy policy = policy::load(policy_files);
  prepare_for_bulk(database);
  std::optional<WordsWriter> words;
  if (!words_file.empty()) words.emplace(words_file);
  Transaction transaction(database);
  database.execute(file_tables() + record_tables(Place::file) + folded_tables(Place::file));
  LineageStore lineages(database);
  const SortedFiles files =
      sort_files(ledger::read_range(ledger.repository(), "", key.ledger_commit, progress, lineages.reader()));
  lineages.save(files.range);
  note_rivals(database, files.range);
  begin_bulk_words(database);
  insert_all(database, ledger, ledger::Judge::of(ledger.repository(), key.policy_commit, &policy, lineages.lineage()),
             files, story::terms_of(policy), words ? &*words : nullptr, progress);
  end_bulk_words(database);
  write_policy_files(database, policy_files);
  write_policy_notes(database, ledger, key.policy_commit);
  write_key(database, key);
  transaction.commit();
  if (words) words->move_to(database);
}

}  // namespace crmtrack::index
