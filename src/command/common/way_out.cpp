#include "command/common/way_out.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "ledger/own_part.hpp"

namespace crmtrack::command {

namespace {

using Cause = ledger::PushFault::Cause;
using ledger::Pushed;

std::vector<ledger::PushFault> faults_of(const Exchanged& exchanged, const std::set<Cause>& causes) {
  std::vector<ledger::PushFault> faults;
  std::ranges::copy_if(exchanged.foreseen, std::back_inserter(faults),
                       [&](const ledger::PushFault& fault) { return causes.contains(fault.cause); });
  return faults;
}

}  // namespace

ledger::Pusher WayOut::pusher() const {
  const util::Timestamp now = context_.timestamp();
  return {context_.ledger().author(now).email, now.utc};
}

bool WayOut::take(const std::string& theirs, const std::string& main) {
  done_.foreseen =
      context_.ledger().foresee_push({ledger::kLedgerRef, theirs, context_.ledger().head()}, main, pusher());
  const auto upstream = context_.ledger().find_upstream_remote();
  if (!upstream || upstream->name != remote_.name) {
    // What the upstream has perhaps is not made anew for another.
    std::erase_if(done_.foreseen, [](const ledger::PushFault& fault) { return fault.cause != Cause::author; });
    return false;
  }
  if (commit_anew(theirs)) return true;
  if (!options_.mend || std::exchange(was_mended_, true)) return false;
  done_.own_left_out = context_.ledger().leave_out_refused(theirs, main, pusher(), context_.timestamp());
  return done_.own_left_out.has_value();
}

/// Once: what is signed today is not signed any better the next time.
bool WayOut::commit_anew(const std::string& theirs) {
  if (was_committed_anew_ || options_.join) return false;
  const auto refused = faults_of(done_, {Cause::signature, Cause::author});
  const ledger::CommittedAnew anew = context_.ledger().commit_anew(theirs, refused, context_.timestamp());
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
}

std::vector<std::string> WayOut::of_others() const {
  std::set<std::string> commits;
  for (const ledger::PushFault& fault : faults_of(done_, {Cause::author})) commits.insert(fault.commit);
  return {commits.begin(), commits.end()};
}

void WayOut::send_own_part(const ledger::GitProgram& git, const std::string& theirs,
                           const std::vector<std::string>& others) {
  const ledger::OwnPart part = context_.ledger().find_own_part(theirs, others, *pusher().email);
  done_.others_waiting = others.size();
  done_.own_waits = part.own_waits;
  if (!part.head.empty()) {
    const Pushed pushed = ledger::push_commit(git, remote_.name, part.head, ledger::kLedgerRef);
    const bool is_sent = pushed.state == Pushed::State::sent;
    if (is_sent) done_.sent.records += count_new_records(context_, theirs, part.head);
    done_.own_waits = done_.own_waits || !is_sent;
  }
  if (!done_.own_waits)
    std::erase_if(done_.rejected, [](const Pushed& pushed) { return pushed.reference == ledger::kLedgerRef; });
}

}  // namespace crmtrack::command
