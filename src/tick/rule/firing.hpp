#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/rules.hpp"
#include "record/machine_record.hpp"
#include "record/path.hpp"
#include "session/session.hpp"
#include "tick/rule/recipients.hpp"

namespace crmtrack::tick {

/// A rule fired for one recipient: a message that waits to be sent, or none and why.
struct Notification {
  record::StoryRef story;
  std::string customer;  ///< of the complaint; may be empty
  std::string rule, event, promise, about, to, outcome, detail;
  policy::RuleRecipient::As as = policy::RuleRecipient::As::person;
  std::optional<util::Instant> send_after;
  policy::Digest digest = policy::Digest::none;
  util::Instant at{};
  record::MachineRecord made;
};

/// An event that met a rule, and somebody of the rule whom it does not reach.
struct NotTold {
  std::string rule, event;
  record::StoryRef story;
  std::string who, why;
};

struct Fired {
  std::vector<Notification> notifications;
  std::vector<NotTold> others;
};

/// How long after an event a rule still fires: older news helps nobody.
inline constexpr std::chrono::days kFresh{7};
/// So many messages an hour reach one recipient; more are gathered into a digest.
inline constexpr int kMostAnHour = 20;

/// Whether what the ledger already knows of a rule counts.
enum class Past {
  counts,    ///< a rule fires once for its subject, promise, level and cycle
  is_unseen  ///< what it would have sent, had nobody fired it yet
};

/// Fires rules on the events since a time, in order of the events. Equal ledgers give equal records, on every host.
Fired fire_rules(session::Session& session, const policy::Rules& rules, const std::vector<const policy::Rule*>& firing,
                 util::Instant since, Past past);

}  // namespace crmtrack::tick
