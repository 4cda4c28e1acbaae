#pragma once

#include <string>
#include <vector>

#include "policy/rules.hpp"
#include "record/machine_record.hpp"
#include "record/path.hpp"
#include "session/session.hpp"

namespace crmtrack::mail {

/// A notification, and its fate in this run.
struct Delivered {
  record::StoryRef story;
  std::string notification, rule, event, to;
  std::string outcome, detail;
  record::MachineRecord made;  ///< the delivery's record
};

/// Sends the notifications that are due, where this host delivers (crmtrack.deliver in its user's Git configuration):
/// those that a digest gathers as one message each. It holds no lock of the ledger while it sends, and records what
/// became of each in few commits. It first records the messages of a run that died; the one message in flight is sent
/// again as it was. With --dry-run it says what it would send. Throws Error(refused) where the mail settings cannot be
/// used.
std::vector<Delivered> deliver_due(session::Session& session, const policy::Rules& rules);

}  // namespace crmtrack::mail
