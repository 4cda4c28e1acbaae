#include "session/share/way_out.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "git/reference/branch_names.hpp"
#include "ledger/audit/tolerances.hpp"
#include "ledger/share/own/commit_anew.hpp"
#include "ledger/share/own/former_addresses.hpp"
#include "ledger/share/own/part.hpp"
#include "ledger/share/push/check.hpp"
#include "session/share/sharing.hpp"
#include "util/text/case.hpp"

namespace crmtrack::session {

namespace {

using Cause = ledger::PushFault::Cause;
using git::Pushed;

std::vector<ledger::PushFault> faults_of(const Synced& exchanged, const std::set<Cause>& causes) {
  std::vector<ledger::PushFault> faults;
  std::ranges::copy_if(exchanged.foreseen, std::back_inserter(faults),
                       [&](const ledger::PushFault& fault) { return causes.contains(fault.cause); });
  return faults;
}

}  // namespace

ledger::Pusher WayOut::pusher() const {
  const util::Timestamp now = session_.timestamp();
  const std::string email = session_.ledger().author(now).email;
  std::set<std::string> former;
  if (options_.mend) former = ledger::find_former_addresses(session_.ledger(), session_.location(), email);
  return {email, now.utc + clock_lag_, std::move(former)};
}

/// By our clock; where that finds nothing, as of a server whose clock is ahead by as much as clocks may differ.
void WayOut::foresee(const std::string& theirs, const std::string& main) {
  const ledger::PushedReference push{git::kLedgerRef, theirs, session_.ledger().head()};
  clock_lag_ = std::chrono::seconds(0);
  done_.foreseen = ledger::foresee_push(session_.ledger(), push, main, pusher());
  const auto refuses = [](const ledger::PushFault& fault) { return !fault.is_note; };
  if (std::ranges::any_of(done_.foreseen, refuses)) return;
  clock_lag_ = ledger::kClockOff;
  done_.foreseen = ledger::foresee_push(session_.ledger(), push, main, pusher());
  done_.clocks_differ = std::ranges::any_of(done_.foreseen, refuses);
}

bool WayOut::commit_refused_anew(const std::string& theirs) {
  return is_upstream(session_, remote_) && commit_anew(theirs);
}

bool WayOut::leave_out(const std::string& theirs, const std::string& main, const std::vector<std::string>& others) {
  if (!is_upstream(session_, remote_) || was_mended_) return false;
  if (!options_.mend) {
    const ledger::OwnPart part =
        ledger::find_own_part(session_.ledger(), theirs, main, others, pusher(), session_.timestamp());
    if (part.of_others > 0 || !part.refused.empty()) return false;
  }
  was_mended_ = true;
  done_.own_left_out = ledger::keep_own_part(session_.ledger(), theirs, main, others, pusher(), session_.timestamp());
  return done_.own_left_out.has_value();
}

/// Once: what is signed today is not signed any better the next time.
bool WayOut::commit_anew(const std::string& theirs) {
  if (was_committed_anew_ || options_.join) return false;
  const auto refused = faults_of(done_, {Cause::signature, Cause::author});
  const ledger::CommittedAnew anew = ledger::commit_anew(session_.ledger(), theirs, refused, session_.timestamp());
  was_committed_anew_ = anew.has_moved;
  done_.is_signed_anew = anew.has_moved && !faults_of(done_, {Cause::signature}).empty();
  keep(anew);
  return anew.has_moved;
}

void WayOut::keep(const ledger::CommittedAnew& anew) {
  done_.committed_anew += anew.records;
  done_.checkpoints.insert(done_.checkpoints.end(), anew.checkpoints.begin(), anew.checkpoints.end());
  if (anew.has_moved) done_.dropped += anew.dropped;
  if (!anew.unfit_key.empty()) done_.unfit_key = anew.unfit_key;
  done_.is_unlike_anew = done_.is_unlike_anew || anew.is_unlike;
}

void WayOut::tell(const ledger::OwnPart& part) {
  done_.others_waiting = part.of_others;
  done_.others = part.authors;
  const std::string present = session_.ledger().author(session_.timestamp()).email;
  const auto former = ledger::find_former_addresses(session_.ledger(), session_.location(), present);
  std::ranges::copy_if(part.authors, std::inserter(done_.former, done_.former.end()),
                       [&](const std::string& author) { return former.contains(util::to_lower_ascii(author)); });
  done_.own_refused = is_upstream(session_, remote_) ? part.refused.size() : 0;
  done_.own_waiting = part.waiting;
}

bool WayOut::send_part(const git::GitProgram& git, const std::string& theirs, const std::string& main,
                       const std::vector<std::string>& others) {
  const util::Timestamp now = session_.timestamp();
  const ledger::OwnPart part = ledger::find_own_part(session_.ledger(), theirs, main, others, pusher(), now);
  tell(part);
  if (done_.own_refused > 0 && !options_.mend) return false;
  // Another remote gets the commits that the upstream has, or has yet to get.
  if (!is_upstream(session_, remote_) && (part.made_anew > 0 || !part.refused.empty() || !part.faults.empty()))
    return false;
  std::string head = part.head;
  const ledger::CommittedAnew anew = ledger::commit_part_anew(session_.ledger(), theirs, part, now);
  if (!anew.head.empty()) head = anew.head;
  if (!anew.unfit_key.empty()) done_.unfit_key = anew.unfit_key;
  bool is_sent = false;
  if (head != theirs) {
    if (head == session_.ledger().head()) return false;  // the server has refused just that
    const Pushed pushed = git::push_commit(git, remote_.name, head, git::kLedgerRef);
    is_sent = pushed.state == Pushed::State::sent;
    if (!is_sent && done_.rejected.empty()) done_.rejected.push_back(pushed);
    if (!is_sent) return false;
    done_.committed_anew += anew.records;
    done_.sent.records += count_new_records(session_.ledger(), theirs, head);
  }
  if (done_.own_waiting.empty() && done_.own_refused == 0)
    std::erase_if(done_.rejected, [](const Pushed& pushed) { return pushed.reference == git::kLedgerRef; });
  done_.is_part_sent = true;
  return is_sent;
}

}  // namespace crmtrack::session
