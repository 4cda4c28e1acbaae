#pragma once

#include <signal.h>

namespace crmtrack::util {

/// While a child runs: a closed pipe gives us EPIPE instead of a signal, and, where the child has the terminal, Ctrl-C
/// is the child's to answer (as system(3) does it). Everything is as before when the guard ends.
class SignalGuard {
 public:
  explicit SignalGuard(bool child_has_terminal);
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;
  ~SignalGuard();

  /// The signals that the child must get back at their default: those that we changed, and SIGPIPE.
  [[nodiscard]] const sigset_t& to_default() const { return to_default_; }

 private:
  void ignore(int signal, struct sigaction& old);

  bool child_has_terminal_;
  bool pipe_was_pending_ = false;
  sigset_t old_mask_{};
  sigset_t to_default_{};
  struct sigaction old_interrupt_ {};
  struct sigaction old_quit_ {};
};

}  // namespace crmtrack::util
