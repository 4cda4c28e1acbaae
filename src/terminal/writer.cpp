#include "terminal/writer.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "util/error.hpp"

namespace crmtrack::terminal {
namespace {

constexpr std::size_t kFlushAt = 64 * 1024;

[[noreturn]] void fail(int fd, int code) {
  if (code == EPIPE) throw ClosedPipe{};
  throw util::Error{util::ErrorKind::program_failed,
                    fmt::format("cannot write to {}: {}", fd == 2 ? "standard error" : "standard output",
                                std::generic_category().message(code))};
}

/// A descriptor that somebody made non-blocking is waited for.
void wait_until_writable(int fd) {
  pollfd waiting{fd, POLLOUT, 0};
  ::poll(&waiting, 1, -1);
}

}  // namespace

void Writer::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kFlushAt) flush();
}

void Writer::flush() {
  // Takes the text out of the buffer first, so that a second flush does not fail for text that could not be written.
  const std::string text = std::exchange(buffer_, {});
  std::string_view left = text;
  while (!left.empty()) {
    const auto written = ::write(fd_, left.data(), left.size());
    if (written >= 0)
      left.remove_prefix(static_cast<std::size_t>(written));
    else if (errno == EAGAIN)
      wait_until_writable(fd_);
    else if (errno != EINTR)
      fail(fd_, errno);
  }
}

}  // namespace crmtrack::terminal
