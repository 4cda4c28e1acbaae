#pragma once

#include <set>
#include <string>
#include <vector>

#include "ledger/write/addition.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// The stories and records that a commit is about.
struct CommitAbout {
  std::set<std::string> complaints, customers;
  std::vector<std::string> records;
};

/// Gives a commit its subject and trailers: `subject` and each name where it is about one complaint or none, else the
/// command and the counts. The policy that it goes by comes last.
void set_message(Session& session, const CommitAbout& about, std::string subject, ledger::Addition& addition);

/// Adds the policy that the writer went by.
void add_policy_trailer(Session& session, ledger::Addition& addition);

}  // namespace crmtrack::session
