#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "index/correction_links.hpp"
#include "index/database.hpp"
#include "index/folded.hpp"
#include "index/folded_tables.hpp"
#include "index/record_tables.hpp"
#include "index/retold.hpp"
#include "story/complaint.hpp"

namespace crmtrack::index {

class RowDigest;

/// Writes records as the ledger has them: row, bytes, words.
class RecordWriter {
 public:
  explicit RecordWriter(const Database& database);

  /// The key of a story; a new one where it is not there yet.
  std::int64_t story_key(const record::StoryRef& story);
  /// The same for a story that is known to be new.
  std::int64_t add_story(const record::StoryRef& story);
  [[nodiscard]] bool has(std::int64_t story, const record::Record& record);
  void add(std::int64_t story, const story::Entry& entry, std::string_view words);
  /// The same but for its words; the record's key.
  std::int64_t add(std::int64_t story, const story::Entry& entry);
  /// Its words.
  void add_words(std::int64_t record, std::string_view words);
  /// The key of the policy that a record's commit names, with the commit's lineage.
  std::int64_t policy_key(const std::string& commit, std::uint32_t lineage);
  void add_bad_file(const std::string& path, const std::string& commit, const std::string& fault);

 private:
  void add_correction(std::int64_t key, std::int64_t story, const record::Record& correction);
  std::int64_t next_story_, next_record_;
  Statement find_story_, insert_story_, find_record_, insert_record_, insert_source_, insert_words_, insert_bad_file_,
      find_policy_, insert_policy_, insert_correction_;
  std::map<std::uint32_t, std::map<std::string, std::int64_t, std::less<>>> policies_;  ///< those met so far
};

/// Writes what stories fold to.
class FoldWriter {
 public:
  FoldWriter(const Database& database, Place place);

  /// Inserts the rows of a folded story. Precondition: it has none.
  void insert(std::int64_t key, const Folded& folded);
  /// Inserts the rows of a story that was just written as the first of its records having the key `first_record`: while
  /// an index is made, nothing finds a record fast.
  void insert_new(std::int64_t key, const Folded& folded, std::int64_t first_record);
  /// Writes what a story folds to now. Where that gives the rows that it has, nothing is written: most notes change no
  /// state, and a new policy changes few complaints.
  void replace(std::int64_t key, const Folded& now);
  /// Removes the rows of an earlier fold.
  void remove(std::int64_t key);
  /// Complaints that records were moved to (or, before, were), whose fold does not show it yet. Emptied by the call.
  std::set<std::string> take_move_targets();

 private:
  std::int64_t digest_of(const Folded& folded);
  void note_old_targets(std::int64_t key);
  void write_refused(std::int64_t key, const Folded& folded);
  void remove_rows(std::int64_t key);

  void write(std::int64_t key, const Folded& folded, std::int64_t digest);
  void write_complaint(std::int64_t key, const story::Complaint& complaint, std::int64_t digest);
  void write_values(std::int64_t key, const story::Complaint& complaint);
  void write_retelling(std::int64_t key, const std::string& id, const Retelling& retelling,
                       const std::vector<story::Entry>& entries);
  [[nodiscard]] std::int64_t find_complaint(const std::string& id, std::int64_t otherwise);
  [[nodiscard]] std::int64_t find_record(std::int64_t story, const story::Entry& entry, int number);
  void write_promises(std::int64_t key, const std::vector<story::Promise>& promises, const std::string& owner);
  void write_customer(std::int64_t key, const story::Customer& customer, std::int64_t digest);
  /// Inserts a row, or, while a fold is only looked at, takes it into the digest.
  template <class Row>
  void write(Statement& insertion, const Table<Row>& table, const std::type_identity_t<Row>& row);

  std::set<std::string> move_targets_;
  std::vector<Statement> removals_;
  RowDigest* looking_ = nullptr;
  std::int64_t first_record_ = 0;  ///< of a story that was just written; else 0
  Statement find_digest_, old_targets_, insert_complaint_, insert_value_, insert_rung_, insert_move_, insert_promise_,
      insert_customer_, insert_retold_, find_complaint_, find_record_, set_refused_;
};

/// Stored stories, for folding and showing.
class StoryReader {
 public:
  explicit StoryReader(const Database& database);

  /// The story with the records that corrections elsewhere have moved to it.
  story::Story read(std::int64_t key);
  std::optional<std::int64_t> find_key(const record::StoryRef& story);
  /// Whose story a key is.
  record::StoryRef read_ref(std::int64_t key);
  /// The facts of the customers that a complaint's fold may ask for; nothing for other stories.
  story::CustomerBook read_customers(const story::Story& story);
  std::optional<story::CustomerFacts> find_customer_facts(const std::string& id);
  /// Reads a story and folds it.
  Folded fold(std::int64_t key, const story::Terms& terms);

 private:
  void append(Statement& rows, record::StoryKind story, std::vector<story::Entry>& entries);
  void append_moved(std::int64_t key, story::Story& story);
  void append_from_elsewhere(Statement& rows, std::vector<story::Entry>& entries);
  Statement find_key_, find_story_, own_;
  LateStatement moved_, one_, facts_;
  Statement homes_;
  CorrectionLinks links_;
  std::vector<std::string> origins_;  ///< the stories that the entries read last lie in
};

/// An entry from a file's bytes: parsed, or with its fault.
story::Entry make_entry(record::RecordPath path, std::string source, story::Provenance provenance);

}  // namespace crmtrack::index
