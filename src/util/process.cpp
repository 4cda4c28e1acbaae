#include "util/process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "util/descriptor.hpp"
#include "util/error.hpp"
#include "util/signal_guard.hpp"

extern char** environ;

namespace crmtrack::util {

namespace {

[[noreturn]] void fail(const std::string& program, int code) {
  throw Error(ErrorKind::program_failed,
              fmt::format("cannot run '{}': {}", program, std::generic_category().message(code)));
}

struct Pipe {
  Descriptor reader;
  Descriptor writer;
};

/// Where our own standard streams are closed a pipe would land on their numbers, and the child's dup2 on the pipe.
Descriptor above_standard(Descriptor end) {
  return end.get() > 2 ? std::move(end) : Descriptor(::fcntl(end.get(), F_DUPFD_CLOEXEC, 3));
}

Pipe make_pipe(const std::string& program) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(program, errno);
  return {above_standard(Descriptor(ends[0])), above_standard(Descriptor(ends[1]))};
}

void make_non_blocking(const Descriptor& end) { ::fcntl(end.get(), F_SETFL, ::fcntl(end.get(), F_GETFL) | O_NONBLOCK); }

/// The arguments, files and variables of a child. Frees the C arrays of posix_spawn at its end.
class SpawnPlan {
 public:
  SpawnPlan() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  void connect(const Descriptor& end, int as) { posix_spawn_file_actions_adddup2(&actions_, end.get(), as); }
  void change_directory(const std::filesystem::path& path) {
    posix_spawn_file_actions_addchdir_np(&actions_, path.c_str());
  }
  /// The child starts with no signal blocked and the given ones at their default.
  void reset_signals(const sigset_t& to_default) {
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes_, &to_default);
    posix_spawnattr_setsigmask(&attributes_, &none);
    flags_ |= POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
  }
  /// The child leads a process group of its own, which can be killed as one.
  void lead_group() { flags_ |= POSIX_SPAWN_SETPGROUP; }
  pid_t spawn(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    std::vector<char*> argv = pointers_to(arguments);
    std::vector<char*> envp = pointers_to(environment);
    pid_t pid = -1;
    posix_spawnattr_setflags(&attributes_, static_cast<short>(flags_));
    const int code = posix_spawnp(&pid, argv[0], &actions_, &attributes_, argv.data(), envp.data());
    if (code != 0) fail(arguments[0], code);
    return pid;
  }

 private:
  static std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
  }

  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
  int flags_ = 0;
};

/// Our environment, with `variables` set or taken away.
std::vector<std::string> environment_with(const ProcessOptions& options) {
  std::vector<std::string> environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::string_view name = text.substr(0, text.find('='));
    const bool replaced = std::any_of(options.variables.begin(), options.variables.end(),
                                      [&](const auto& variable) { return variable.first == name; });
    if (!replaced) environment.emplace_back(text);
  }
  for (const auto& [name, value] : options.variables)
    if (value) environment.push_back(fmt::format("{}={}", name, *value));
  return environment;
}

/// One running child and our ends of its pipes.
struct Child {
  pid_t pid = -1;
  Descriptor ended;  ///< readable once the child has ended; none on kernels before 5.3
  Descriptor input;
  Descriptor out;
  Descriptor err;
};

Child start(const std::vector<std::string>& arguments, const ProcessOptions& options, const sigset_t& to_default) {
  const std::string& program = arguments[0];
  const bool own_input = !options.inherit_output || !options.input.empty();
  SpawnPlan plan;
  Child child;
  Pipe input;
  Pipe out;
  Pipe err;
  if (own_input) {
    input = make_pipe(program);
    plan.connect(input.reader, 0);
  }
  if (!options.inherit_output) {
    out = make_pipe(program);
    err = make_pipe(program);
    plan.connect(out.writer, 1);
    plan.connect(err.writer, 2);
  }
  if (options.directory) plan.change_directory(*options.directory);
  plan.reset_signals(to_default);
  if (options.timeout) plan.lead_group();
  child.pid = plan.spawn(arguments, environment_with(options));
  child.ended = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, child.pid, 0)));
  child.input = std::move(input.writer);
  child.out = std::move(out.reader);
  child.err = std::move(err.reader);
  return child;
}

/// Writes what the pipe takes; closes it when all is written or nobody reads.
void feed(Descriptor& pipe, std::string_view& left) {
  const ssize_t wrote = left.empty() ? 0 : ::write(pipe.get(), left.data(), left.size());
  if (wrote > 0) left.remove_prefix(static_cast<std::size_t>(wrote));
  const bool broken = wrote < 0 && errno != EAGAIN && errno != EINTR;
  if (left.empty() || broken) pipe.reset();
}

/// Takes what is there; false where the limit is passed.
bool drain(Descriptor& pipe, std::string& kept, std::size_t limit) {
  std::array<char, 65536> buffer;
  while (pipe) {
    const ssize_t got = ::read(pipe.get(), buffer.data(), buffer.size());
    if (got < 0) {
      if (errno == EINTR) continue;
      if (errno != EAGAIN) pipe.reset();
      return true;
    }
    if (got == 0) {
      pipe.reset();
      return true;
    }
    const std::size_t room = limit - kept.size();
    kept.append(buffer.data(), std::min(static_cast<std::size_t>(got), room));
    if (static_cast<std::size_t>(got) > room) return false;
  }
  return true;
}

using Clock = std::chrono::steady_clock;

/// The time that poll may wait, in its unit; -1: as long as it takes.
int patience(const std::optional<Clock::time_point>& deadline) {
  if (!deadline) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000));
}

void end_child(const Child& child, const ProcessOptions& options) {
  ::kill(options.timeout ? -child.pid : child.pid, SIGKILL);
}

/// Serves all pipes at once, so that neither side ever waits for the other. Ends with the child even where a daemon
/// that it left behind holds the pipes open. With a time-out it stays until the child ends, which may close its pipes
/// before.
void converse(Child& child, const ProcessOptions& options, ProcessResult& result) {
  std::string_view left = options.input;
  std::optional<Clock::time_point> deadline;
  if (options.timeout) deadline = Clock::now() + *options.timeout;
  while (child.input || child.out || child.err || (deadline && child.ended)) {
    std::array<pollfd, 4> polled{{{child.ended.get(), POLLIN, 0},
                                  {child.input.get(), POLLOUT, 0},
                                  {child.out.get(), POLLIN, 0},
                                  {child.err.get(), POLLIN, 0}}};
    if (::poll(polled.data(), polled.size(), patience(deadline)) < 0 && errno != EINTR) break;
    if (polled[1].revents != 0) feed(child.input, left);
    const bool within =
        drain(child.out, result.out, options.output_limit) && drain(child.err, result.err, options.output_limit);
    const bool has_ended = polled[0].revents != 0;
    result.timed_out = deadline && !has_ended && Clock::now() >= *deadline;
    if (!within || result.timed_out) end_child(child, options);
    if (!within || result.timed_out || has_ended) break;
  }
}

int wait_for(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& arguments, const ProcessOptions& options) {
  if (arguments.empty()) throw Error(ErrorKind::bug, "cannot run '': no program is named");
  const SignalGuard guard(options.inherit_output);
  Child child = start(arguments, options, guard.to_default());
  for (const Descriptor* end : {&child.input, &child.out, &child.err})
    if (*end) make_non_blocking(*end);
  ProcessResult result;
  converse(child, options, result);
  result.status = wait_for(child.pid);
  return result;
}

/// A program and plain words, which the shell need not stay for: it would die of a Ctrl-C that the program takes. `:`
/// is no program but the shell's own.
static bool can_be_executed(const std::string& command) {
  return command.find_first_of("|&;<>()$`\\\"'*?[#~=%{}!\n") == std::string::npos && command != ":";
}

ProcessResult run_user_command(const std::string& command, const std::vector<std::string>& arguments,
                               const ProcessOptions& options) {
  const std::string line = can_be_executed(command) ? "exec " + command : command;
  std::vector<std::string> whole{"/bin/sh", "-c", arguments.empty() ? line : line + " \"$@\"", command};
  whole.insert(whole.end(), arguments.begin(), arguments.end());
  return run_process(whole, options);
}

}  // namespace crmtrack::util
