#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "story/entry_state.hpp"
#include "story/fold/ancestry.hpp"
#include "story/fold/frontiers.hpp"
#include "story/same_id.hpp"

namespace crmtrack::story {

/// One entry as later corrections leave it.
struct Reading {
  int index = 0;
  const record::Record* record = nullptr;  ///< the entry's own, or a corrected copy
  bool machine = false;                    ///< made by the machine (it carries a key): never makes a conflict
  bool counts = true;                      ///< false: bad, refused, a duplicate, or moved to another complaint

  [[nodiscard]] const yaml::Node& body() const { return record->body; }
  [[nodiscard]] util::Instant at() const { return record->at.utc; }
  [[nodiscard]] const std::string& id() const { return record->id; }
};

/// The story whose records are folded.
struct Telling {
  std::string_view story;               ///< the id of the complaint or customer
  bool is_complaint = true;             ///< records of a customer move nowhere
  const std::set<std::string>& absent;  ///< Story::absent
};

/// The groundwork of every fold: the entries in order, who knew of whom, each record as corrections leave it, and the
/// frontiers of who set what. `entries` and the telling must outlive it.
class Groundwork {
 public:
  Groundwork(const std::vector<Entry>& sorted, const Telling& telling, std::map<std::string, EntryState>& notes,
             Revisions& revised);
  Groundwork(const Groundwork&) = delete;

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] const std::vector<Reading>& readings() const { return readings_; }
  [[nodiscard]] const Ancestry& ancestry() const { return ancestry_; }
  Frontiers& frontiers() { return frontiers_; }
  [[nodiscard]] const Frontiers& frontiers() const { return frontiers_; }

  /// Provenance::came_after.
  [[nodiscard]] int came_after(int index) const {
    return entries_[static_cast<std::size_t>(index)].provenance.came_after;
  }
  [[nodiscard]] util::Instant recorded_at(int index) const {
    return entries_[static_cast<std::size_t>(index)].provenance.recorded_at;
  }
  EntryState& note(int index) { return notes_[note_key(entries_[static_cast<std::size_t>(index)])]; }
  void set_aside(int index, std::string why);
  /// Adds a remark that changes nothing: `…; …` where there is one already.
  void remark(int index, std::string_view text);
  [[nodiscard]] const std::string& id_of(int index) const {
    return entries_[static_cast<std::size_t>(index)].record.id;
  }
  [[nodiscard]] const std::string& tail_of(int index) const;
  /// The entry that a text names: a whole id, or a tail's prefix that only one has; −1 where there is none.
  [[nodiscard]] int find(std::string_view text) const { return find(text, {}); }
  /// The entry that a correction corrects.
  [[nodiscard]] int find_corrected(const Reading& correction) const;
  /// Writes into the entries the reason why corrections are refused for the rights of the records that they correct.
  void tell_refused(std::vector<Entry>& entries) const;
  /// Entry `reading` sets `key` to `value`: recorded as a claim unless the machine made it.
  void set(const Reading& reading, std::string_view key, std::string value);

 private:
  [[nodiscard]] int find(std::string_view text, std::string_view from) const;
  void set_seconds_aside();
  void pass_over_duplicates();
  void refuse_corrections();
  void apply_corrections();
  void apply_reports();
  void correct(const Reading& correction);
  bool move(const Reading& correction, Reading& target, const yaml::Node& value);
  void pass_over_what_moved_on();
  void claim_corrections();
  record::Record& writable(Reading& target);
  bool strike(const Reading& correction, Reading& target, const yaml::Node& value);
  bool write_field(Reading& target, const std::string& field, const yaml::Node& value);

  const std::vector<Entry>& entries_;
  Telling telling_;
  Ancestry ancestry_;
  Frontiers frontiers_;
  std::map<std::string, EntryState>& notes_;
  std::vector<Reading> readings_;
  std::map<int, std::string> refused_;
  mutable std::map<int, std::string> tails_;  ///< each is looked for among all entries: once
  Revisions& revised_;                        ///< nodes stay where they are, so that readings can point at them
};

/// The first instant of the day that a complaint id names; nullopt where it names none.
std::optional<util::Instant> day_of(std::string_view complaint_id);

/// The time of receipt where no complaint record counts: the day of the id, else the time of the first record.
util::Instant first_known_time(std::string_view complaint_id, const std::vector<Reading>& readings);

/// Sorts by id, then by kind and bytes, so that the order never depends on the order of arrival. Marks those of one id
/// that do not stand.
void sort_entries(std::vector<Entry>& entries);

}  // namespace crmtrack::story
