#include "terminal/pager.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>

#include "util/descriptor.hpp"
#include "util/text/parts.hpp"

extern char** environ;

namespace crmtrack::terminal {
namespace {

using util::Descriptor;

/// The handler of Ctrl-C reads these; there is one terminal, and so one pager.
std::atomic<int> g_pager{-1};
std::atomic<int> g_output{-1};

/// Handles Ctrl-C while the pager runs: waits for the pager, since it and the shell would otherwise fight for the
/// terminal, and then dies of the signal. Calls only functions that signal-safety(7) lists.
void wait_and_die(int signal) {
  ::close(g_output.load());
  while (::waitpid(g_pager.load(), nullptr, 0) < 0 && errno == EINTR) {
  }
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigaction(signal, &action, nullptr);
}

/// Whether the shell can find the program of a command. Assumes so where the command has characters that only the shell
/// understands.
bool can_start(const std::string& command) {
  const auto trimmed = util::trim(command);
  if (trimmed.find_first_of("|&;<>()$`\\\"'*?[#~=%{}") != std::string_view::npos) return true;
  const std::string program{trimmed.substr(0, trimmed.find_first_of(" \t"))};
  if (program.empty() || program == "cat") return false;
  if (program.find('/') != std::string::npos) return ::access(program.c_str(), X_OK) == 0;
  const char* path = ::getenv("PATH");
  for (const auto& folder : util::split(path == nullptr ? "/usr/bin:/bin" : path, ':'))
    if (::access(((folder.empty() ? "." : folder) + '/' + program).c_str(), X_OK) == 0) return true;
  return false;
}

/// Our environment for the pager. Where the user has not set LESS or LV, less quits if all fits on a screen, and both
/// keep colours.
std::vector<std::string> pager_environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) variables.emplace_back(*variable);
  if (::getenv("LESS") == nullptr) variables.emplace_back("LESS=FRX");
  if (::getenv("LV") == nullptr) variables.emplace_back("LV=-c");
  return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Starts the process that shows what we write to the other end of `input`. Returns -1 where it cannot.
pid_t start(const std::string& command, const Descriptor& input) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input.get(), 0);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  sigaddset(&defaults, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> arguments{"sh", "-c", command};
  auto variables = pager_environment();
  pid_t child = -1;
  if (::posix_spawn(&child, "/bin/sh", &actions, &attributes, pointers_to(arguments).data(),
                    pointers_to(variables).data()) != 0)
    child = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

}  // namespace

Pager::Pager(Streams& streams, const std::string& command) {
  if (!streams.out_is_terminal || !can_start(command)) return;
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  const Descriptor reader{ends[0]};
  const Descriptor writer{ends[1]};
  Descriptor saved{::fcntl(streams.out, F_DUPFD_CLOEXEC, 3)};
  if (!saved) return;
  child_ = start(command, reader);
  if (child_ < 0) return;
  out_ = streams.out;
  saved_out_ = saved.release();
  ::dup2(writer.get(), out_);
  g_pager = child_;
  g_output = out_;
  handle(SIGINT, wait_and_die);
  handle(SIGPIPE, SIG_IGN);  // a pager that quits must not kill us before we restore the terminal
}

Pager::~Pager() {
  if (child_ < 0) return;
  handle(SIGINT, SIG_IGN);
  ::dup2(saved_out_, out_);  // closes our end of the pipe, so that the pager sees the end of the text
  ::close(saved_out_);
  while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
  }
  handle(SIGINT, SIG_DFL);
}

}  // namespace crmtrack::terminal
