#include "index/as_of.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

#include <fmt/format.h>

#include "index/build/circles.hpp"
#include "index/build/correction_links.hpp"
#include "index/build/fold_writer.hpp"
#include "index/build/story_reader.hpp"
#include "index/impl.hpp"
#include "index/judge/firstcomers.hpp"
#include "index/judge/judge_again.hpp"
#include "index/judge/lineage_store.hpp"
#include "index/open.hpp"
#include "index/schema/commit_bytes.hpp"
#include "index/schema/record_tables.hpp"
#include "index/schema/schema.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/known_at.hpp"
#include "ledger/read/read.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/rule/judge.hpp"
#include "policy/load.hpp"
#include "story/terms.hpp"

/// The index as it was: the records that were known then, and what they fold to under the policy of then, in temporary
/// tables that shadow those of the file. Bytes and words stay where they are.
namespace crmtrack::index {

namespace {

/// The newest policies that a commit or an earlier one of its history names. Adds them to `found`.
void add_newest(const LineageStore& lineages, const ledger::Ledger& ledger, ledger::Judge& judge,
                const std::string& commit, std::set<std::string>& found) {
  const std::vector<std::string> parents = ledger::read_commit(ledger.repository(), commit).parents;
  const ledger::Range range = ledger::read_range(ledger.repository(), parents.empty() ? std::string() : parents.front(),
                                                 commit, {}, lineages.reader());
  if (range.commits.empty()) return;
  const std::vector<std::string>& newest = judge.newest(range.commits.back().lineage);
  found.insert(newest.begin(), newest.end());
}

/// The policy in force at commits that together were the ledger: the newest that one of them or an earlier commit of
/// their history names, so that nobody looks at the past by a policy that was left behind. Where several are named that
/// do not have each other, the first head of main that has them all; where none is, that of now.
std::string policy_commit_at(const Database& database, const ledger::Ledger& ledger,
                             const std::vector<std::string>& heads, const std::string& main) {
  const LineageStore lineages(database);
  ledger::Judge judge = ledger::Judge::of(ledger.repository(), main, nullptr, lineages.lineage());
  std::set<std::string> newest;
  for (const std::string& head : heads) add_newest(lineages, ledger, judge, head, newest);
  if (newest.size() < 2) return newest.empty() ? main : *newest.begin();
  std::size_t place = 0;
  for (const std::string& policy : newest) place = std::max(place, judge.history()->taken_at(policy));
  return judge.history()->line().at(place);
}

/// Makes the cut on an open database of the heads.
class Cut {
 public:
  Cut(const Database& database, const ledger::Ledger& ledger) : database_(database), ledger_(ledger) {
    database_.execute(
        "CREATE TEMP TABLE left_out(key INTEGER PRIMARY KEY); CREATE TEMP TABLE touched(story INTEGER PRIMARY KEY); "
        "PRAGMA temp.cache_size = -65536;");
  }

  void leave_out(const ledger::Range& range) {
    Statement insert = database_.prepare(
        "INSERT OR IGNORE INTO temp.left_out SELECT r.key FROM main.records r JOIN main.stories s ON s.key = r.story "
        "WHERE s.kind = ? AND s.id = ? AND r.id = ? AND r.kind = ?");
    for (const ledger::Added& file : range.added)
      if (const auto path = record::parse_path(file.path); path && path->is_record())
        insert.run(static_cast<int>(path->story.kind), path->story.id, path->record_id, path->kind.name());
  }
  /// Whether a record that was there is recorded, as the index has it, by a commit of the range: another one was it
  /// then.
  [[nodiscard]] bool is_recorded_later(const ledger::Range& range) const {
    std::set<std::string> commits;
    for (const ledger::Range::Commit& commit : range.commits) commits.insert(commit.id.hex());
    Statement find = database_.prepare(
        "SELECT r.\"commit\" FROM main.records r JOIN main.stories s ON s.key = r.story "
        "WHERE s.kind = ? AND s.id = ? AND r.id = ? AND r.kind = ?");
    return std::ranges::any_of(range.again, [&](const ledger::Added& file) {
      const auto path = record::parse_path(file.path);
      if (!path || !path->is_record()) return false;
      find.bind_all(static_cast<int>(path->story.kind), path->story.id, path->record_id, path->kind.name());
      const bool is_later = find.step() && commits.contains(commit_hex(find.view(0)));
      find.reset();
      return is_later;
    });
  }
  /// Leaves out the records of `unknown` commits, all of which are dated after `time`.
  void leave_out_after(util::Instant time, const std::unordered_set<git::ObjectId>& unknown) {
    database_.prepare("INSERT INTO temp.left_out SELECT key FROM main.records WHERE recorded_unix > ?").run(time);
    Statement later = database_.prepare("SELECT DISTINCT \"commit\" FROM main.records WHERE recorded_unix > ?");
    later.bind_all(time);
    while (later.step()) {
      const std::string_view commit = later.view(0);
      if (unknown.contains(git::object_id_from(commit.data()))) continue;
      database_.prepare("DELETE FROM temp.left_out WHERE key IN (SELECT key FROM main.records WHERE \"commit\" = ?)")
          .run(Blob{commit});
    }
  }

  /// False where nothing differs from now.
  void make(const std::vector<std::string>& heads, const PolicyAt& at_now, const PolicyAt& at_then) {
    const story::Terms terms = story::terms_of(at_then.policy);
    database_.execute("INSERT INTO temp.touched SELECT DISTINCT story FROM main.records WHERE key IN temp.left_out");
    if (const story::Terms now = story::terms_of(at_now.policy); terms != now)
      database_.execute(std::string("INSERT OR IGNORE INTO temp.touched ") + stories_under(now, terms));
    const std::vector<Rejudged> rejudged = judge_again_at(at_now, at_then);
    touch_related();
    // Few records are ever moved: from them to the stories, never the other way round.
    database_.execute(
        "INSERT OR IGNORE INTO temp.touched SELECT t.key FROM main.moves m CROSS JOIN main.stories t "
        "ON t.kind = 0 AND t.id = m.target WHERE +m.story IN temp.touched");
    if (database_.find_text("SELECT story FROM temp.touched LIMIT 1") == std::nullopt) return;
    database_.execute(record_tables(Place::temporary) + folded_tables(Place::temporary));
    copy_untouched();
    for (const Rejudged& record : rejudged) {
      database_.prepare("UPDATE temp.records SET refused = ?2, rights = ?3 WHERE key = ?1")
          .run(record.record, record.refused, record.rights);
    }
    copy_bad_files(heads);
    database_.execute(secondary_indexes(Place::temporary));
    fold_touched(terms);
  }

 private:
  /// Stories whose corrections are about records of the touched ones, and the other way round.
  void touch_related() {
    CorrectionLinks links(database_);
    std::set<std::int64_t> related;
    Statement touched = database_.prepare("SELECT story FROM temp.touched");
    while (touched.step()) related.merge(links.related(touched.integer(0)));
    for (const std::int64_t story : related)
      database_.prepare("INSERT OR IGNORE INTO temp.touched VALUES(?)").run(story);
  }
  /// Judges by the policy of then, and touches the stories for which that matters.
  [[nodiscard]] std::vector<Rejudged> judge_again_at(const PolicyAt& now, const PolicyAt& then) const {
    if (now.commit == then.commit) return {};
    std::vector<Rejudged> rejudged = judge_again(database_, ledger_, now, then);
    for (const Rejudged& record : rejudged)
      database_.prepare("INSERT OR IGNORE INTO temp.touched VALUES(?)").run(record.story);
    return rejudged;
  }

  void copy_untouched() {
    database_.execute(
        "INSERT INTO temp.records SELECT * FROM main.records WHERE key NOT IN temp.left_out; "
        "INSERT INTO temp.corrections SELECT * FROM main.corrections WHERE record NOT IN temp.left_out; "
        "INSERT INTO temp.stories SELECT * FROM main.stories WHERE key NOT IN temp.touched "
        "OR key IN (SELECT story FROM temp.records);");
    for (const FoldedTable& table : tables_of_folds()) {
      database_.execute(fmt::format("INSERT INTO temp.{0} SELECT * FROM main.{0} WHERE {1} NOT IN temp.touched",
                                    table.name, table.story));
    }
    database_.execute("INSERT INTO temp.circles SELECT * FROM main.circles WHERE story NOT IN temp.touched");
  }

  void copy_bad_files(const std::vector<std::string>& heads) {
    Statement bad = database_.prepare("SELECT path, \"commit\", fault FROM main.bad_files");
    Statement insert = database_.prepare(insert_text(kBadFiles, Place::temporary));
    while (bad.step()) {
      const std::string found_in = bad.text(1);
      if (std::ranges::any_of(heads, [&](const std::string& head) {
            return found_in == head || ledger::is_ancestor(ledger_, found_in, head);
          }))
        write_row(insert, kBadFiles, {bad.view(0), found_in, bad.view(2)});
    }
  }

  void fold_touched(const story::Terms& terms) {
    FoldWriter folds(database_, Place::temporary);
    StoryReader stories(database_);
    settle_touched(stories);
    const auto fold = [&](Statement touched) {
      while (touched.step()) folds.insert(touched.integer(0), stories.fold(touched.integer(0), terms));
    };
    fold(touched_stories("s.kind = 1"));
    touch_complaints_of_changed(folds);
    // Last those that records were moved to: by then the moves are known.
    fold(touched_stories("s.kind <> 1"));
    const auto fold_again = [&](std::int64_t key) {
      folds.remove(key);
      folds.insert(key, stories.fold(key, terms));
    };
    for (const std::string& target : folds.take_move_targets())
      if (const auto key = stories.find_key({record::StoryKind::complaint, target})) fold_again(*key);
    for (const std::int64_t key : update_circles(database_)) fold_again(key);
  }

  /// Touches the complaints of customers of whom they take over something else than now, and removes their rows.
  void touch_complaints_of_changed(FoldWriter& folds) {
    std::vector<std::int64_t> complaints;
    Statement changed = database_.prepare(
        "SELECT c.key FROM temp.complaints c WHERE c.key NOT IN temp.touched AND c.customer IN ("
        "SELECT s.id FROM main.stories s WHERE s.kind = 1 AND s.key IN temp.touched AND NOT EXISTS ("
        "SELECT 1 FROM main.customers n JOIN temp.customers t ON t.key = n.key "
        "WHERE n.key = s.key AND n.segment IS t.segment AND n.region IS t.region))");
    while (changed.step()) complaints.push_back(changed.integer(0));
    for (const std::int64_t key : complaints) {
      folds.remove(key);
      database_.prepare("INSERT INTO temp.touched VALUES(?)").run(key);
    }
  }

  [[nodiscard]] Statement touched_stories(std::string_view which = "1") const {
    return database_.prepare(fmt::format(
        "SELECT s.key FROM temp.stories s WHERE s.key IN temp.touched AND {} ORDER BY s.kind, s.key", which));
  }

  /// Which of several records stood then: who has gone on from one since was not known.
  void settle_touched(StoryReader& stories) {
    Firstcomers firstcomers(ledger_);
    Statement set_order =
        database_.prepare("UPDATE temp.records SET came_after = ? WHERE story = ? AND id = ? AND kind = ?");
    Statement touched = touched_stories();
    while (touched.step()) {
      story::Story story = stories.read(touched.integer(0));
      if (!firstcomers.settle(story.entries)) continue;
      for (const story::Entry& entry : story.entries)
        if (entry.moved_from.empty())
          set_order.run(entry.provenance.came_after, touched.integer(0), entry.record.id, entry.record.kind.name());
    }
  }

  const Database& database_;
  const ledger::Ledger& ledger_;
};

/// Parts the ledger with this head (empty: there is none) at `time`.
ledger::KnownAt known_then(const ledger::Ledger& ledger, const std::string& head, util::Instant time) {
  if (head.empty()) return {};
  return ledger::known_at(ledger.repository().objects, git::get_object_id(head), time);
}

/// Makes the index of one commit out of that of a later one; false where that does not do.
bool cut_to(const Database& database, const ledger::Ledger& ledger, const Key& now, const policy::Policy& policy_now,
            const Key& then, const policy::Files& files_then, const git::Progress& progress) {
  Transaction transaction(database);
  Cut cut(database, ledger);
  const ledger::Range range = ledger::read_range(ledger.repository(), then.ledger_commit, now.ledger_commit, progress);
  if (cut.is_recorded_later(range)) return false;
  cut.leave_out(range);
  cut.make({then.ledger_commit}, {now.policy_commit, policy_now}, {then.policy_commit, policy::load(files_then)});
  transaction.commit();
  return true;
}

[[noreturn]] void fail(const DatabaseError& error) {
  throw util::Error(util::ErrorKind::repository, fmt::format("cannot make the index as of then: {}", error.what()));
}

}  // namespace

Index open_as_of(const git::Location& location, const LedgerProvider& ledger, const std::string& ledger_commit,
                 Index::Options options) {
  Index index = Index::open(location, ledger, options);
  ledger::Ledger& source = ledger();
  const std::string policy_commit =
      policy_commit_at(index.impl().database, source, {ledger_commit}, index.policy_commit());
  policy::Files policy_files = policy_files_at(source, policy_commit);
  Index::Impl& impl = index.impl();
  const Key key{ledger_commit, policy_commit};
  try {
    const bool has_it =
        ledger_commit == impl.key.ledger_commit || ledger::is_ancestor(source, ledger_commit, impl.key.ledger_commit);
    if (!has_it || !cut_to(impl.database, source, impl.key, index.policy(), key, policy_files, options.progress))
      impl.database = open_in_memory(source, key, policy_files, options.progress).database;
  } catch (const DatabaseError& error) {
    fail(error);
  }
  impl.become(key, {ledger_commit}, std::move(policy_files));
  return index;
}

Index open_as_of_time(const git::Location& location, const LedgerProvider& ledger, util::Instant time,
                      Index::Options options) {
  Index index = Index::open(location, ledger, std::move(options));
  ledger::Ledger& source = ledger();
  Index::Impl& impl = index.impl();
  try {
    const ledger::KnownAt known = known_then(source, impl.key.ledger_commit, time);
    std::vector<std::string> heads;
    for (const git::ObjectId& head : known.heads) heads.push_back(head.hex());
    const Key key{heads.empty() ? "" : heads.front(),
                  heads.empty() ? "" : policy_commit_at(impl.database, source, heads, index.policy_commit())};
    policy::Files policy_files = policy_files_at(source, key.policy_commit);
    Transaction transaction(impl.database);
    Cut cut(impl.database, source);
    cut.leave_out_after(time, known.later);
    const policy::Policy then = policy::load(policy_files);
    cut.make(heads, {impl.key.policy_commit, index.policy()}, {key.policy_commit, then});
    transaction.commit();
    impl.become(key, std::move(heads), std::move(policy_files));
  } catch (const DatabaseError& error) {
    fail(error);
  }
  return index;
}

}  // namespace crmtrack::index
