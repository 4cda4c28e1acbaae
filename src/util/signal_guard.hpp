#pragma once

#include <signal.h>

namespace crmtrack::util {

/// Sets our signals while a child runs, as system(3) does, and restores them at its end. A closed pipe gives us EPIPE
/// instead of a signal. Where the child has the terminal, Ctrl-C goes to the child alone.
class SignalGuard {
 public:
  explicit SignalGuard(bool child_has_terminal);
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;
  ~SignalGuard();

  /// The signals that the child must get back at their default: those that the guard changed, SIGPIPE and
  /// SIGXFSZ.
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
