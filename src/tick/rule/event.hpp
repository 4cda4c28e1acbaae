#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/rules.hpp"
#include "record/path.hpp"
#include "record/vocabulary.hpp"
#include "session/session.hpp"
#include "util/time.hpp"

namespace crmtrack::tick {

/// Something that may set a rule off.
struct Event {
  policy::RuleEvent what;
  record::StoryRef story;
  std::string about;  ///< the record, or the promise as RECORD.N
  std::string cause;  ///< the record; empty on schedule
  std::optional<record::PromiseKind> promise;
  std::optional<util::Instant> due;
  util::Instant at{};  ///< when it happened, the same for every host
  std::string by;      ///< who recorded it; empty where nobody did
  int level = 0;
  int cycle = 1;
  int depth = 1;  ///< one more than the number of rules that led to it
  std::string type, sentiment, outcome, reason;
  std::vector<std::string> refs;
  bool is_mail = false;  ///< a mail that came in made the record: a message to its sender is an answer by a program
  bool is_automatic = false;  ///< a program wrote that mail
};

/// Rules that set off rules end here.
inline constexpr int kMostDepth = 3;

/// The events since a time that one of the rules looks for, in order of time; those on schedule apart (schedule.hpp).
std::vector<Event> find_events(session::Session& session, const std::vector<const policy::Rule*>& rules,
                               util::Instant since);

}  // namespace crmtrack::tick
