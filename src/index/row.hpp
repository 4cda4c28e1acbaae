#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/path.hpp"
#include "story/promise.hpp"
#include "util/time.hpp"

namespace crmtrack::index {

/// A complaint as a list prints it, straight from the index.
struct Row {
  std::string id, status, severity, customer, project, reason, owner, summary;
  util::Instant received_at{};
  int level = 0;
  bool overdue = false;
  bool contested = false;
  std::string next_kind = {};                     ///< of the promise that is due next
  std::string owes = {};                          ///< who owes it: us, customer or third_party
  std::optional<util::Instant> next_due_at = {};  ///< nothing: nobody owes anything with a date
};

/// A promise with the complaint (or customer, or decision) that it belongs to, for the agenda.
struct PromiseRow {
  record::StoryRef story;
  std::string customer, summary, owner, severity;
  story::Promise promise;
  /// No promise at all: an open complaint on which nobody owes anything with a date. Its owner has to say what happens
  /// next; `promise.start_at` is when it was received.
  bool undated = false;
  /// No promise either: a complaint that is over, and the customer has spoken since, or one that is answered, and their
  /// mail waits for a yes or no. `promise.start_at` is when.
  bool unheard = false;
};

/// The kinds of what is missing in the handling of a complaint (docs/domain.md, Gaps).
enum class Gap { owner, next_step, contact, acknowledgement, silence, confirmation, date, form };
/// In the order of `Gap`.
inline constexpr std::array<std::string_view, 8> kGaps{"owner",   "next_step",    "contact", "acknowledgement",
                                                       "silence", "confirmation", "date",    "form"};

/// Something that is missing.
struct GapRow {
  Gap gap = Gap::owner;
  record::StoryRef story;
  std::string customer, summary, owner, severity;
  std::string what;     ///< in words
  std::string promise;  ///< the promise that it is about, as `waive` takes it; empty: none
  util::Instant since{};
  int rank = 0;  ///< of the severity, 4 for critical; 0: none
};

/// Sorts gaps by kind, then by severity, the most serious first, then by age, then by id.
void sort_gaps(std::vector<GapRow>& rows);

}  // namespace crmtrack::index
