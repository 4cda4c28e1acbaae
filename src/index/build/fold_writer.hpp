#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "index/build/folded.hpp"
#include "index/build/retold.hpp"
#include "index/schema/columns.hpp"
#include "index/sqlite/database.hpp"
#include "story/customer.hpp"

namespace crmtrack::index {

class RowDigest;

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
  void write_steps(std::int64_t key, const std::vector<story::Step>& steps);
  template <class Story>
  void write_learnt(std::int64_t key, const Story& story);
  void write_customer(std::int64_t key, const story::Customer& customer, std::int64_t digest);
  void write_decision(std::int64_t key, const story::Decision& decision, std::int64_t digest);
  /// Inserts a row, or, while a fold is only looked at, takes it into the digest.
  template <class Row>
  void write(Statement& insertion, const Table<Row>& table, const std::type_identity_t<Row>& row);

  std::set<std::string> move_targets_;
  std::vector<Statement> removals_;
  RowDigest* looking_ = nullptr;
  std::int64_t first_record_ = 0;  ///< of a story that was just written; else 0
  Statement find_digest_, old_targets_, insert_complaint_, insert_value_, insert_rung_, insert_redress_, insert_review_,
      insert_praise_, insert_step_, insert_wait_, insert_move_, insert_promise_, insert_customer_, insert_decision_,
      insert_retold_, find_complaint_, find_record_, set_refused_;
};

}  // namespace crmtrack::index
