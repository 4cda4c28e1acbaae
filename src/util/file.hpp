#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// Reads a whole file. Throws Error(not_found) where it is absent, Error(refused) where it is larger than `limit` or no
/// regular file, Error(repository) where it cannot be read.
std::string read_file(const std::filesystem::path& path, std::size_t limit);
std::optional<std::string> find_file_text(const std::filesystem::path& path, std::size_t limit);

/// Replaces a file in one step: writes a temporary file beside it, syncs it, renames it, and syncs the folder. A new
/// file gets `mode`; an existing one keeps its own. Throws Error(repository) with the reason of the system.
void replace_file(const std::filesystem::path& path, std::string_view text, unsigned mode = 0600);
/// Creates the folder and its parents with mode 0700. When it returns, the names of new folders are on the disk.
void make_private_directory(const std::filesystem::path& path);
void sync_directory(const std::filesystem::path& path);

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
