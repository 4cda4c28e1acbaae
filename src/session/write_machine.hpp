#pragma once

#include <functional>
#include <string>
#include <vector>

#include "record/machine_record.hpp"
#include "record/path.hpp"
#include "session/write.hpp"

namespace crmtrack::session {

/// A record that a machine made of a cause, and the story that it goes into.
struct MachineDraft {
  record::StoryRef story;
  record::MachineRecord made;
  std::string customer;                      ///< for the commit's trailer
  std::vector<Attachment> attachments = {};  ///< files beside it, which it names
};

/// Makes the records, judged against the ledger as it is when called. It is called again where another writer was
/// faster.
using ComposeMachine = std::function<std::vector<MachineDraft>()>;

/// Writes all drafts in one commit, durable when it returns; with --dry-run it writes nothing.
/// Throws Error(refused) where the user may not write the machine's records.
void write_machine_records(Session& session, const ComposeMachine& compose);

}  // namespace crmtrack::session
