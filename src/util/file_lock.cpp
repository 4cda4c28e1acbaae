#include "util/file_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>
#include <utility>

#include "util/descriptor.hpp"
#include "util/error.hpp"

namespace crmtrack::util {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// A shared lock needs no right to write, so that readers of a read-only repository can hold one.
Descriptor open_lock_file(const std::filesystem::path& path, FileLock::Mode mode) {
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!file && mode == FileLock::Mode::shared) file = Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) {
    throw Error(ErrorKind::repository,
                fmt::format("cannot lock '{}': {}", path.string(), std::generic_category().message(errno)));
  }
  return file;
}

bool try_lock(const Descriptor& file, FileLock::Mode mode, const std::filesystem::path& path) {
  const int operation = (mode == FileLock::Mode::shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
  while (::flock(file.get(), operation) != 0) {
    if (errno == EWOULDBLOCK) return false;
    if (errno != EINTR) {
      throw Error(ErrorKind::repository,
                  fmt::format("cannot lock '{}': {}", path.string(), std::generic_category().message(errno)));
    }
  }
  return true;
}

}  // namespace

FileLock FileLock::acquire(const std::filesystem::path& path, Mode mode, int timeout_ms) {
  Descriptor file = open_lock_file(path, mode);
  const auto deadline = steady_clock::now() + milliseconds(timeout_ms);
  milliseconds pause(1);
  while (!try_lock(file, mode, path)) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
    if (left <= milliseconds(0)) {
      throw Error(ErrorKind::busy, fmt::format("cannot lock '{}': another process holds it", path.string()),
                  {"try again"});
    }
    std::this_thread::sleep_for(std::min(pause, left));
    pause = std::min(pause * 2, milliseconds(16));
  }
  return FileLock(file.release());
}

std::optional<FileLock> FileLock::try_acquire(const std::filesystem::path& path, Mode mode) {
  Descriptor file = open_lock_file(path, mode);
  return try_lock(file, mode, path) ? std::optional(FileLock(file.release())) : std::nullopt;
}

FileLock::FileLock(FileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

FileLock::~FileLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace crmtrack::util
