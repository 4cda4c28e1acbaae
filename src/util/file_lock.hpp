#pragma once

#include <filesystem>
#include <optional>

namespace crmtrack::util {

/// An advisory lock on a file (flock). The system releases it when the process of its holder ends.
class FileLock {
 public:
  enum class Mode { shared, exclusive };
  /// Waits for the lock, at most `timeout_ms`; 0 tries once. Throws Error(busy) after that, Error(repository) where the
  /// file cannot be opened.
  static FileLock acquire(const std::filesystem::path& path, Mode mode, int timeout_ms);
  /// Tries once; nullopt where another process holds the lock. A shared lock needs no right to write. Throws
  /// Error(repository) where the file cannot be opened.
  static std::optional<FileLock> try_acquire(const std::filesystem::path& path, Mode mode);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace crmtrack::util
