#include "index/build/refresh.hpp"

#include <set>

#include "index/build/build.hpp"
#include "index/build/circles.hpp"
#include "index/build/fold_writer.hpp"
#include "index/build/record_writer.hpp"
#include "index/build/story_feed.hpp"
#include "index/build/story_reader.hpp"
#include "index/judge/firstcomers.hpp"
#include "index/judge/judge_again.hpp"
#include "index/judge/judge_record.hpp"
#include "index/judge/lineage_store.hpp"
#include "index/judge/recorder.hpp"
#include "index/schema/commit_bytes.hpp"
#include "index/schema/record_tables.hpp"
#include "index/sqlite/reading.hpp"
#include "ledger/read/read.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/rule/record_refusal.hpp"
#include "policy/load.hpp"
#include "record/open.hpp"
#include "story/customer_facts.hpp"
#include "story/recorder.hpp"
#include "story/terms.hpp"

namespace crmtrack::index {

namespace {

/// A record that is here, and what its commit says of it.
struct Standing {
  std::int64_t key = 0;
  std::string source, author, policy;
  util::Instant recorded_at{};
  std::string_view commit;
  bool is_bad = false, unfounded = false;
  ledger::PolicyLineage::Number lineage = 0;
};
constexpr Reading kStanding{Read{"r.key", &Standing::key},
                            Read{"x.source", &Standing::source},
                            Read{"r.recorded_unix", &Standing::recorded_at},
                            Read{"r.author", &Standing::author},
                            Read{"r.\"commit\"", &Standing::commit},
                            Read{"r.fault IS NOT NULL", &Standing::is_bad},
                            Read{"r.unfounded", &Standing::unfounded},
                            Read{"p.\"commit\"", &Standing::policy},
                            Read{"p.lineage", &Standing::lineage}};

/// Adds records and folds again what they touch.
class Refresher {
 public:
  Refresher(const Database& database, const ledger::Ledger& ledger, story::Terms terms, ledger::Judge judge,
            const git::Progress& progress)
      : database_(database),
        terms_(std::move(terms)),
        firstcomers_(ledger),
        judge_(std::move(judge)),
        records_(database),
        folds_(database, Place::file),
        stories_(database),
        set_commit_(database.prepare("UPDATE main.records SET recorded_unix = ?2, author = ?3, \"commit\" = ?4, policy "
                                     "= ?5, unfounded = ?6 WHERE key = ?1")),
        find_record_(database.prepare(
            kStanding.select() +
            " FROM main.records r JOIN main.sources x ON x.key = r.key "
            "LEFT JOIN main.policies p ON p.key = r.policy WHERE r.story = ? AND r.id = ? AND r.kind = ?")),
        set_refused_(database.prepare("UPDATE main.records SET refused = ?2, rights = ?3 WHERE key = ?1")),
        set_order_(database.prepare("UPDATE main.records SET came_after = ? WHERE story = ? AND id = ? AND kind = ?")),
        complaints_of_(database, "SELECT key FROM main.complaints WHERE customer = ?"),
        progress_(progress) {}

  void add(const ledger::Ledger& ledger, const ledger::Range& range, const ledger::Added& file) {
    auto path = record::parse_path(file.path).value();
    const std::int64_t story = records_.story_key(path.story);
    const ReadRecord read = read_record(ledger, judge_, range, file, std::move(path));
    if (!records_.has(story, read.entry.record)) {
      records_.add(story, read.entry, read.words);
      touched_.insert(story);
    }
  }
  /// A record that is here, and that a commit merged since has added as well: one of the two is the record's.
  void add_again(const ledger::Range& range, const ledger::Added& file) {
    const auto path = record::parse_path(file.path);
    if (!path || !path->is_record()) return;
    const std::int64_t story = records_.story_key(path->story);
    find_record_.bind_all(story, path->record_id, path->kind.name());
    if (find_record_.step()) compare_recorders(range, file, *path, story);
    find_record_.reset();
  }
  void set_judgement(const Rejudged& record) {
    set_refused_.run(record.record, record.refused, record.rights);
    touched_.insert(record.story);
  }
  void touch(std::int64_t story) { touched_.insert(story); }
  void add_bad(const ledger::Range::Fault& bad) { records_.add_bad_file(bad.path, bad.commit, bad.message); }

  void fold() {
    CorrectionLinks links(database_);
    std::set<std::int64_t> all = touched_;
    for (const std::int64_t story : touched_) all.merge(links.related(story));
    fold_customers(all);
    CircleCheck circles(database_);
    bool is_circle = false;
    for (std::uint64_t done = 0; const std::int64_t story : all) {
      fold_story(story);
      is_circle = is_circle || circles.concerns(story);
      if (++done % 1000 == 0) report(done, all.size());
    }
    // Last: what was moved is in place by now. Folding a target never makes another one.
    for (const std::string& target : folds_.take_move_targets())
      if (const auto key = stories_.find_key({record::StoryKind::complaint, target})) fold_story(*key);
    if (!is_circle) return;
    for (const std::int64_t story : update_circles(database_)) fold_story(story);
  }

 private:
  /// Takes the customers out of `stories` and folds them, and adds the complaints that take over what changed of them.
  void fold_customers(std::set<std::int64_t>& stories) {
    for (const std::int64_t key : std::vector(stories.begin(), stories.end())) {
      const record::StoryRef customer = stories_.read_ref(key);
      if (customer.kind != record::StoryKind::customer) continue;
      stories.erase(key);
      const auto before = stories_.find_customer_facts(customer.id);
      story::CustomerBook standing;  // its complaints may count for another one by now
      stories_.add_with_standing(customer.id, standing);
      fold_story(key);
      if (stories_.find_customer_facts(customer.id) == before) continue;
      add_complaints_of(customer.id, stories);
      for (const auto& [id, facts] : standing) {
        add_complaints_of(id, stories);
        add_complaints_of(facts.merged_into, stories);
      }
    }
  }
  void add_complaints_of(const std::string& customer, std::set<std::int64_t>& stories) {
    Statement& complaints = *complaints_of_;
    complaints.bind_all(Raw{customer});
    while (complaints.step()) stories.insert(complaints.integer(0));
    complaints.reset();
  }
  void compare_recorders(const ledger::Range& range, const ledger::Added& file, const record::RecordPath& path,
                         std::int64_t story) {
    Standing row;
    kStanding.read(find_record_, row);
    story::Provenance here{row.recorded_at, row.author, commit_hex(row.commit), row.policy};
    here.unfounded = row.unfounded;
    here.lineage = row.lineage;
    story::Provenance other = provenance_of(range, file);
    const auto record = row.is_bad ? std::nullopt : parsed(path, row.source);
    // Both are judged here: what the index says of the one is what the fold has made of it.
    for (story::Provenance* judged : {&here, &other}) {
      if (!record) break;
      const ledger::Writer writer{judged->author, judged->policy, judged->recorded_at, judged->lineage};
      judge_record(judge_, writer, path.story, *record, row.source, *judged);
    }
    const std::string by = record ? record->by : "";
    if (!story::stands_before(other, here, by)) return;
    set_commit_.run(row.key, other.recorded_at, other.author, Blob{commit_bytes(other.commit)},
                    records_.policy_key(other.policy, other.lineage), other.unfounded ? 1 : 0);
    set_judgement({row.key, story, other.refused, rights_column(other)});
  }
  static std::optional<record::Record> parsed(const record::RecordPath& path, const std::string& source) {
    auto record = record::open(path, source);
    return record ? std::optional(std::move(*record)) : std::nullopt;
  }
  void fold_story(std::int64_t story) {
    story::Story read = stories_.read(story);
    if (firstcomers_.settle(read.entries)) {
      for (const story::Entry& entry : read.entries)
        if (entry.moved_from.empty())
          set_order_.run(entry.provenance.came_after, story, entry.record.id, entry.record.kind.name());
    }
    const story::CustomerBook customers = stories_.read_customers(read);
    folds_.replace(story, index::fold_story(std::move(read), terms_, customers));
  }
  void report(std::uint64_t done, std::uint64_t total) const {
    check_interrupted(progress_);
    if (progress_.report) progress_.report(done, total);
  }

  const Database& database_;
  story::Terms terms_;
  Firstcomers firstcomers_;
  ledger::Judge judge_;
  RecordWriter records_;
  FoldWriter folds_;
  StoryReader stories_;
  Statement set_commit_, find_record_, set_refused_, set_order_;
  LateStatement complaints_of_;
  const git::Progress& progress_;
  std::set<std::int64_t> touched_;
};

void touch_all(const Database& database, const std::string& stories, Refresher& refresher) {
  Statement statement = database.prepare(stories);
  while (statement.step()) refresher.touch(statement.integer(0));
}

}  // namespace

bool refresh(const Database& database, const ledger::Ledger& ledger, const Key& key, const git::Progress& progress) {
  Transaction transaction(database);
  const auto held = read_key(database);
  if (!held) return false;
  if (*held == key) return true;  // somebody else was faster
  SortedFiles files;
  LineageStore lineages(database);
  if (held->ledger_commit != key.ledger_commit) {
    if (!ledger::is_ancestor(ledger, held->ledger_commit, key.ledger_commit)) return false;
    ledger::Range range =
        ledger::read_range(ledger.repository(), held->ledger_commit, key.ledger_commit, progress, lineages.reader());
    if (!range.faults.empty()) return false;
    lineages.save(range);
    note_rivals(database, range);
    files = sort_files(std::move(range));
  }
  const policy::Files old_policy_files = read_policy_files(database);
  const bool same_policy = held->policy_commit == key.policy_commit;
  const policy::Files policy_files = same_policy ? old_policy_files : policy_files_at(ledger, key.policy_commit);
  const policy::Policy policy = policy::load(policy_files);

  const story::Terms terms = story::terms_of(policy);
  Refresher refresher(database, ledger, terms,
                      ledger::Judge::of(ledger.repository(), key.policy_commit, &policy, lineages.lineage()), progress);
  if (!same_policy) {
    const policy::Policy old_policy = policy::load(old_policy_files);
    const auto rejudged = judge_again(database, ledger, {held->policy_commit, old_policy}, {key.policy_commit, policy});
    if (!rejudged.empty() && has_rivals(database)) return false;
    for (const Rejudged& record : rejudged) refresher.set_judgement(record);
    if (policy_files != old_policy_files) {
      const story::Terms before = story::terms_of(old_policy);
      if (before != terms) touch_all(database, stories_under(before, terms), refresher);
      write_policy_files(database, policy_files);
    }
    write_policy_notes(database, ledger, key.policy_commit);
  }
  for (const ledger::Range::Fault& bad : files.bad) refresher.add_bad(bad);
  for (const ledger::Added& file : files.range.added) refresher.add(ledger, files.range, file);
  for (const ledger::Added& file : files.range.again) refresher.add_again(files.range, file);
  for (const ledger::Added& file : files.range.rivals) refresher.add_again(files.range, file);
  refresher.fold();
  write_key(database, key);
  transaction.commit();
  return true;
}

}  // namespace crmtrack::index
