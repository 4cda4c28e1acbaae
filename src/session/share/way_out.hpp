#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "ledger/share/own/commit_anew.hpp"
#include "ledger/share/own/part.hpp"
#include "ledger/share/push/check.hpp"
#include "ledger/share/remotes.hpp"
#include "session/session.hpp"
#include "session/share/synced.hpp"

namespace crmtrack::session {

/// Finds a way to send the rest of our ledger where a server refuses some of its commits. Writes what it did into
/// `done`.
class WayOut {
 public:
  /// All of these must outlive it.
  WayOut(Session& session, const ledger::Remote& remote, const SyncOptions& options, Synced& done)
      : session_(session), remote_(remote), options_(options), done_(done) {}

  /// Looks for why the ledger was refused by a server at these two heads; the first is empty where it has none.
  void foresee(const std::string& theirs, const std::string& main);
  /// Makes own commits anew that it does not take for their signatures; true: another push is worth it.
  bool commit_refused_anew(const std::string& theirs);
  /// Puts what the server takes in the own ledger's place: with `mend`, or where nothing is lost by that. `others`:
  /// commits that it takes from their authors alone. True: another push is worth it.
  bool leave_out(const std::string& theirs, const std::string& main, const std::vector<std::string>& others);
  /// Sends what the server takes, and leaves the own ledger as it is. True: something was sent.
  bool send_part(const git::GitProgram& git, const std::string& theirs, const std::string& main,
                 const std::vector<std::string>& others);
  void keep(const ledger::CommittedAnew& anew);

 private:
  bool commit_anew(const std::string& theirs);
  [[nodiscard]] ledger::Pusher pusher() const;
  void tell(const ledger::OwnPart& part);

  Session& session_;
  const ledger::Remote& remote_;
  const SyncOptions& options_;
  Synced& done_;
  bool was_committed_anew_ = false;
  bool was_mended_ = false;
  std::chrono::seconds clock_lag_{0};  ///< by how much the server's clock seems to be ahead of ours
};

}  // namespace crmtrack::session
