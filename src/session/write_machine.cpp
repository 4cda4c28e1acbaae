#include "session/write_machine.hpp"

#include <fmt/format.h>

#include <set>

#include "ledger/write/append.hpp"
#include "ledger/write/maintain.hpp"
#include "record/record.hpp"
#include "session/rights.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// How often the records are made anew because another writer was faster.
constexpr int kMachineAttempts = 20;

void add_trailers(Session& session, const std::vector<MachineDraft>& drafts, ledger::Addition& addition) {
  std::set<std::string> complaints, customers;
  for (const MachineDraft& draft : drafts) {
    complaints.insert(draft.story.id);
    if (!draft.customer.empty()) customers.insert(draft.customer);
  }
  const std::string& command = session.settings().command;
  if (complaints.size() == 1) {
    addition.subject = fmt::format("{} {}: {}", command, util::complaint_tail(drafts.front().story.id),
                                   util::counted(drafts.size(), "record"));
    addition.trailers.push_back("Complaint: " + *complaints.begin());
    for (const std::string& id : customers) addition.trailers.push_back("Customer: " + id);
    for (const MachineDraft& draft : drafts) addition.trailers.push_back("Record: " + draft.made.record.id);
  } else {
    addition.subject = fmt::format("{} {} complaints", command, complaints.size());
    addition.trailers.push_back(fmt::format("Complaints: {}", complaints.size()));
    addition.trailers.push_back(fmt::format("Records: {}", drafts.size()));
  }
  if (const std::string policy = session.index().policy_commit(); !policy.empty())
    addition.trailers.push_back("Policy: " + policy);
}

ledger::Addition addition_of(Session& session, const std::vector<MachineDraft>& drafts) {
  ledger::Addition addition;
  addition.base = session.index().ledger_commit();
  const OwnRights rights(session);
  std::set<std::string> folders;
  for (const MachineDraft& draft : drafts) {
    const record::Record& record = draft.made.record;
    rights.require(record);
    addition.files.push_back({record::path_of(draft.story, record.id, record.kind), draft.made.text});
    folders.insert(record::folder_of(draft.story));
  }
  addition.unchanged.assign(folders.begin(), folders.end());
  add_trailers(session, drafts, addition);
  return addition;
}

}  // namespace

void write_machine_records(Session& session, const ComposeMachine& compose) {
  for (int attempt = 0; attempt < kMachineAttempts; ++attempt) {
    if (attempt > 0) session.refresh();
    const std::vector<MachineDraft> drafts = compose();
    if (drafts.empty()) return;
    OwnRights(session).require_known();
    for (const std::string& note : session.index().policy_notes()) session.warn(note);
    const ledger::Addition addition = addition_of(session, drafts);
    if (session.settings().dry_run) return;
    if (ledger::append(session.ledger(), addition, session.timestamp()) != ledger::Landed::yes) continue;
    session.detail(fmt::format("ledger: commit {}", session.ledger().head()));
    ledger::maintain(session.ledger());
    return;
  }
  throw Error(ErrorKind::busy,
              fmt::format("cannot run '{}': others keep writing to the same complaints", session.settings().command),
              {"try again"});
}

}  // namespace crmtrack::session
