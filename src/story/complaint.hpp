#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/vocabulary.hpp"
#include "story/customer_facts.hpp"
#include "story/lifecycle.hpp"
#include "story/promise.hpp"
#include "story/story.hpp"
#include "story/terms.hpp"

namespace crmtrack::story {

/// Something in a story that needs a person: two records that set the same thing without knowing of each other, or a
/// move that the lifecycle does not allow.
struct Conflict {
  std::string what;                  ///< the field, or `status`
  std::vector<std::string> records;  ///< in id order; of a plain field the last one stands, of `status` the first
  std::string message;
};

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
};

/// The effects of later records on an entry. `show` prints them beside the entry.
struct EntryState {
  bool set_aside = false;  ///< the lifecycle did not allow the move
  std::string note;        ///< why it was set aside, or what it is a duplicate of
  std::vector<std::string> corrected_by;
  std::map<std::string, std::string> corrected;  ///< field → value that a correction gave it
  std::string moved_to;                          ///< another complaint, for which it counts instead of here
  std::string duplicate_of;                      ///< the record of the same key that counts instead
};

/// Records as corrections leave them, by the number of their entry; only those that were corrected.
using Revisions = std::map<int, record::Record>;

/// A status that the complaint entered, and the record that moved it.
struct Transition {
  record::Status status = record::Status::received;
  util::Instant at{};
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
  yaml::Node fields;  ///< the complaint's own fields, changes and corrections applied (customer, project, …)
  util::Instant received_at{};
  std::optional<util::Instant> acknowledged_at;                       ///< the first ever
  std::optional<util::Instant> responded_at, resolved_at, closed_at;  ///< of the present cycle; none once undone
  std::string outcome, code, cause, systemic, accepted_by;
  yaml::Node redress;  ///< {amount, currency}, or null
  std::vector<Promise> promises;
  std::vector<util::Instant> attempts;  ///< to reach the customer, since our answer and their last word
  std::vector<Rung> rungs;
  std::vector<Transition> transitions;  ///< from received on, in fold order
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
  /// When it first entered a status; none where it never did.
  [[nodiscard]] std::optional<util::Instant> first_entered(record::Status entered) const;
};

/// Folds a story in id order. Pure: the same entries, terms and facts give the same state in whatever order they
/// arrive. Of `customers` it reads those that customers_named tells.
Complaint fold_complaint(Story story, const Terms& terms, const CustomerBook& customers);

/// The present state of a customer: the fold over its registration and later changes, with the activities that belong
/// to no complaint.
struct Customer {
  std::string id;
  std::string name, segment, region, manager;
  std::vector<yaml::Node> contacts;  ///< {name, mail}
  yaml::Node fields;
  std::vector<Entry> entries;
  std::vector<Conflict> conflicts;
  std::map<std::string, EntryState> notes;
  Revisions revised;
  std::vector<Promise> promises;
  std::size_t compliments = 0;
};
Customer fold_customer(Story story);

}  // namespace crmtrack::story
