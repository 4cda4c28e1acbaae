#include "util/signal_guard.hpp"

#include <cerrno>
#include <ctime>

namespace crmtrack::util {

namespace {

sigset_t pipe_only() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGPIPE);
  return set;
}

bool is_pipe_pending() {
  sigset_t pending;
  sigemptyset(&pending);
  sigpending(&pending);
  return sigismember(&pending, SIGPIPE) == 1;
}

}  // namespace

SignalGuard::SignalGuard(bool child_has_terminal) : child_has_terminal_(child_has_terminal) {
  to_default_ = pipe_only();
  sigaddset(&to_default_, SIGXFSZ);  // which we ignore as well (cli/run.cpp)
  pipe_was_pending_ = is_pipe_pending();
  const sigset_t pipe = pipe_only();
  pthread_sigmask(SIG_BLOCK, &pipe, &old_mask_);
  if (child_has_terminal_) {
    ignore(SIGINT, old_interrupt_);
    ignore(SIGQUIT, old_quit_);
  }
}

SignalGuard::~SignalGuard() {
  if (child_has_terminal_) {
    sigaction(SIGINT, &old_interrupt_, nullptr);
    sigaction(SIGQUIT, &old_quit_, nullptr);
  }
  if (!pipe_was_pending_ && is_pipe_pending()) {  // ours: take it before the mask lets it through
    const sigset_t pipe = pipe_only();
    const timespec at_once{0, 0};
    while (sigtimedwait(&pipe, nullptr, &at_once) < 0 && errno == EINTR) {
    }
  }
  pthread_sigmask(SIG_SETMASK, &old_mask_, nullptr);
}

void SignalGuard::ignore(int signal, struct sigaction& old) {
  struct sigaction ignored {};
  ignored.sa_handler = SIG_IGN;
  sigaction(signal, &ignored, &old);
  if (old.sa_handler != SIG_IGN)  // nohup's choice is passed on
    sigaddset(&to_default_, signal);
}

}  // namespace crmtrack::util
