#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/vocabulary.hpp"
#include "story/entry_state.hpp"
#include "story/promise.hpp"
#include "story/step.hpp"
#include "story/story.hpp"
#include "story/wait_span.hpp"
#include "util/time.hpp"
#include "yaml/node.hpp"

namespace crmtrack::story {

/// One rung of the escalation route.
struct Rung {
  std::string record;
  int from_level = 0, to_level = 0;
  std::string to, by, nature, trigger, asked, why;
  util::Instant at{};
  std::string answer;  ///< accept, decline, return; empty: none yet
  std::string answered_by, answer_why, answer_record;
  std::optional<util::Instant> answered_at;
  std::optional<util::Instant> left_at;  ///< when the next rung took it, or the case was answered
  bool overtaken = false;                ///< the next rung took it
  /// Who had accepted it may hand it back later.
  std::string returned_by, return_why, return_record;
  std::optional<util::Instant> returned_at;
};

/// A rung of the ladder that an open promise of ours crosses, and that no record has taken yet (crmtrack-ladders(5)).
struct DueRung {
  util::Instant at{};
  std::size_t promise = 0;   ///< its place among the promises
  std::optional<int> level;  ///< none: the owner is told
  std::int64_t share = 0;    ///< of the target, in hundredths of a percent
};

/// An attempt to reach the customer.
struct Attempt {
  util::Instant at{};
  std::string record;
};

/// The money that an answer granted: the one that stands, or one that was accepted in a cycle before a reopening.
struct Redress {
  int cycle = 1;
  std::string amount, currency;     ///< decimal text, ISO 4217
  std::string outcome;              ///< of the answer that granted it
  std::optional<util::Instant> at;  ///< when the customer had the answer; none where nobody stated that
};

/// A status that the complaint entered, and the record that moved it.
struct Transition {
  record::Status status = record::Status::received;
  util::Instant at{};
  bool dated = true;  ///< false: the record says that its time is not known (`undated`), and no duration counts it
  std::string record;
  int cycle = 1;
};

/// The present state of a complaint: the fold over its story (docs/architecture.md, Three ideas). Git never stores it.
struct Complaint {
  std::string id;
  record::Status status = record::Status::received;
  std::string owner;
  int level = 0;
  int peak_level = 0;
  int cycle = 1;
  int handovers = 0;  ///< assignments − 1, never below 0
  std::string waiting_on;
  std::optional<util::Instant> waiting_since, waiting_until;
  std::vector<WaitSpan> waits;  ///< the times in which we waited for the customer
  yaml::Node fields;  ///< the complaint's own fields, changes and corrections applied (customer, project, …)
  util::Instant received_at{};
  std::optional<util::Instant> acknowledged_at;                       ///< the first ever
  std::optional<util::Instant> responded_at, resolved_at, closed_at;  ///< of the present cycle; none once undone
  std::string outcome, code, cause, systemic, accepted_by;
  yaml::Node redress;              ///< {amount, currency}, or null
  std::vector<Redress> redresses;  ///< of all cycles, in order
  std::vector<Promise> promises;
  std::vector<Step> steps;        ///< of its plan, in the order of their numbers
  std::vector<Attempt> attempts;  ///< to reach the customer, since our answer and their last word
  std::vector<Rung> rungs;
  std::vector<DueRung> due_rungs;          ///< by time
  std::optional<util::Instant> silent_at;  ///< when their silence becomes acceptance, if nothing happens before
  std::vector<Transition> transitions;     ///< from received on, in fold order
  std::vector<Conflict> conflicts;
  std::vector<Entry> entries;               ///< in fold order (by id)
  std::map<std::string, EntryState> notes;  ///< by record id, only where there is something to say
  Revisions revised;
  std::string segment;  ///< the customer's
  std::string region;   ///< its own, else the customer's
  std::set<std::string> types, sentiments, refs, links;
  bool reviewed = false;
  bool review_waived = false;
  bool moved_or_empty = false;  ///< no complaint record counts: shown as bad, never lost
  /// The folder has no complaint record, and all its records but corrections count for other complaints. It is then no
  /// complaint, only the place where their records lie: an export of some complaints has such folders of the others.
  bool remainder = false;

  [[nodiscard]] bool contested() const { return !conflicts.empty(); }
  [[nodiscard]] std::string text_of(std::string_view key) const { return fields.text_of(key); }
  [[nodiscard]] bool overdue(util::Instant now) const;  ///< some open promise, of either side, is past its due
  [[nodiscard]] bool is_open() const;                   ///< before resolved
  [[nodiscard]] bool has_answer() const;                ///< the present cycle was answered
  /// The earliest time at which it entered a status, whatever was recorded first; none where it never did.
  [[nodiscard]] std::optional<util::Instant> first_entered(record::Status entered) const;
  /// When it was first reopened; nullopt where it never was, or nobody knows when.
  [[nodiscard]] std::optional<util::Instant> first_reopened() const;
  /// Whether it ever entered a status, at a known time or not.
  [[nodiscard]] bool has_entered(record::Status entered) const;
};

}  // namespace crmtrack::story
