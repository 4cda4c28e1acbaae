#include "session/share/receive.hpp"

#include <fmt/format.h>

#include "ledger/share/merge.hpp"
#include "ledger/share/received.hpp"
#include "ledger/share/remotes.hpp"
#include "session/share/lost_ledger.hpp"
#include "session/share/sharing.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::Error;

namespace {

using State = ledger::Merged::State;

std::string first_fault(const ledger::Merged& merged) {
  std::string text = line_of(merged.faults.front());
  if (merged.faults.size() > 1) text += fmt::format(", and {} more", merged.faults.size() - 1);
  return text;
}

/// Why nothing of it was merged; empty where all is well.
std::string refusal_of(const ledger::Merged& merged, const std::string& remote) {
  switch (merged.state) {
    case State::refused:
      return fmt::format(
          "the records from '{}' are refused and not merged: {} (crmtrack sync --mend takes what is sound)", remote,
          first_fault(merged));
    case State::unrelated:
      return fmt::format("the ledger of '{}' is another one and is not merged (to join the two: crmtrack sync --join)",
                         remote);
    default:
      return {};
  }
}

ledger::Merged merge(Session& session, const std::string& commit) {
  ledger::MergeOptions options;
  options.wait = false;
  return ledger::merge(session.ledger(), commit, options, session.timestamp(), session.progress("checking what came"));
}

ledger::Received look(Session& session, std::optional<std::string>& before) {
  const auto remote = ledger::find_upstream_remote(session.ledger());
  if (!remote) return {};
  set_up_sharing(session);
  ledger::Received received{remote->tracking_ledger, {}, {}};
  if (received.reference.empty()) return received;
  received.commit = git::read_reference(session.location(), received.reference).value_or("");
  if (received.commit.empty()) return received;
  const ledger::Merged merged = merge(session, received.commit);
  if (merged.moved()) session.say(received_sentence(merged, remote->name));
  if (merged.moved()) before = merged.before;
  if (merged.state == State::busy) {
    session.say(fmt::format("the next command merges the records from '{}': others are writing now", remote->name));
    received.commit.clear();
  }
  received.refusal = refusal_of(merged, remote->name);
  if (merged.state != State::unrelated) return received;
  if (const auto way = find_way_to_former(session, received.commit)) {
    received.refusal = fmt::format("the branch 'ledger' stands at another ledger than that of '{}' (to go back: {})",
                                   remote->name, *way);
    received.commit.clear();  // the next command looks again: the branch may have gone back
  }
  return received;
}

}  // namespace

std::string received_sentence(const ledger::Merged& merged, const std::string& remote) {
  std::string text = fmt::format("{} from '{}'", util::counted(merged.records, "new record"), remote);
  if (merged.complaints > 0) text += " on " + util::counted(merged.complaints, "complaint");
  if (merged.authors.empty()) return text;
  text += ", by " + merged.authors.front();
  if (merged.authors.size() > 1) text += fmt::format(" and {} more", merged.authors.size() - 1);
  return text;
}

std::optional<std::string> receive(Session& session) {
  std::optional<std::string> before;
  auto received = ledger::find_received(session.location());
  if (!received) {
    (void)session.ledger();  // what cannot be opened cannot be read either
    try {
      received = look(session, before);
      ledger::remember_received(session.location(), *received);
    } catch (const Error& error) {
      // Reading goes on without it; a command that writes meets the same fault, and says more.
      if (error.kind() == util::ErrorKind::cancelled) throw;
      session.say(fmt::format("nothing new is merged: {}", error.what()));
      return std::nullopt;
    }
  }
  if (!received->refusal.empty()) session.warn(received->refusal);
  return before;
}

}  // namespace crmtrack::session
