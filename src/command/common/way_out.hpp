#pragma once

#include <string>
#include <vector>

#include "command/common/exchange.hpp"
#include "ledger/commit_anew.hpp"
#include "ledger/push_check.hpp"

namespace crmtrack::command {

/// What can be done where a server refuses our ledger: so that one commit that it does not take keeps no others back.
/// Writes what it did into `done`.
class WayOut {
 public:
  /// All of these must outlive it.
  WayOut(Context& context, const ledger::Remote& remote, const ExchangeOptions& options, Exchanged& done)
      : context_(context), remote_(remote), options_(options), done_(done) {}

  /// Looks for why the ledger was refused by a server at these two heads. Makes own commits anew that it does not take
  /// for their signatures or, with `mend`, for what they record; true: another push is worth it.
  bool take(const std::string& theirs, const std::string& main);
  /// Sends what does not need these commits, which the server takes from their authors alone.
  void send_own_part(const ledger::GitProgram& git, const std::string& theirs, const std::vector<std::string>& others);
  /// The commits that the server takes from their authors alone, as `take` has found them.
  [[nodiscard]] std::vector<std::string> of_others() const;
  void keep(const ledger::CommittedAnew& anew);

 private:
  bool commit_anew(const std::string& theirs);
  [[nodiscard]] ledger::Pusher pusher() const;

  Context& context_;
  const ledger::Remote& remote_;
  const ExchangeOptions& options_;
  Exchanged& done_;
  bool was_committed_anew_ = false;
  bool was_mended_ = false;
};

}  // namespace crmtrack::command
