#pragma once

#include <optional>
#include <string>

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
  std::string next_kind = {};                     ///< of the promise that is due next; see add_next_due()
  std::optional<util::Instant> next_due_at = {};  ///< nothing: nobody owes anything with a date
};

/// A promise with the complaint (or customer) that it belongs to, for the agenda.
struct PromiseRow {
  record::StoryRef story;
  std::string customer, summary, owner, severity;
  story::Promise promise;
  /// No promise at all: an open complaint on which nobody owes anything with a date. Its owner has to say what happens
  /// next; `promise.start_at` is when it was received.
  bool undated = false;
};

}  // namespace crmtrack::index
