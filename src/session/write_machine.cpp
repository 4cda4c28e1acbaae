#include "session/write_machine.hpp"

#include <fmt/format.h>

#include <set>

#include "ledger/write/append.hpp"
#include "ledger/write/maintain.hpp"
#include "record/record.hpp"
#include "session/commit_message.hpp"
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

void add_message(Session& session, const std::vector<MachineDraft>& drafts, ledger::Addition& addition) {
  CommitAbout about;
  for (const MachineDraft& draft : drafts) {
    if (draft.story.kind == record::StoryKind::complaint) about.complaints.insert(draft.story.id);
    if (!draft.customer.empty()) about.customers.insert(draft.customer);
    about.records.push_back(draft.made.record.id);
  }
  set_message(session, about,
              fmt::format("{} {}: {}", session.settings().command, util::complaint_tail(drafts.front().story.id),
                          util::counted(drafts.size(), "record")),
              addition);
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
    for (const Attachment& attachment : draft.attachments)
      addition.files.push_back({record::attachment_path(draft.story, record.id, attachment.name), attachment.bytes});
    folders.insert(record::folder_of(draft.story));
  }
  addition.unchanged.assign(folders.begin(), folders.end());
  add_message(session, drafts, addition);
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
