#pragma once

#include <string>
#include <vector>

#include "record/machine_record.hpp"
#include "record/path.hpp"
#include "session/session.hpp"

namespace crmtrack::tick {

/// An alarm that `tick` raised: a signal of early warning that no record told of.
struct RaisedAlarm {
  std::string signal;
  std::string series;
  std::string says;  ///< the signal in words
  record::StoryRef story;
  record::MachineRecord made;
};

/// Raises the alarms of early warning that are new, each once: its record is named by the signal, so any number of
/// hosts and runs write one. It looks once a day, since periods are longer; a file of this clone says when it did.
/// Gives the alarms that it raised or, with --dry-run, would have raised. Throws Error(refused) where the user may not
/// write the machine's records.
std::vector<RaisedAlarm> raise_alarms(session::Session& session);

}  // namespace crmtrack::tick
