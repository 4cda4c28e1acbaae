#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// Reads a whole file; throws Error(not_found) where it is absent, Error(refused) where it is larger than `limit` or no
/// regular file, Error(repository) where it cannot be read.
std::string read_file(const std::filesystem::path& path, std::size_t limit);
std::optional<std::string> find_file_text(const std::filesystem::path& path, std::size_t limit);

/// Replaces a file in one step: temporary file beside it, fsync, rename, fsync of the folder. A new file has
/// `mode`, an old one keeps its own. Throws Error(repository) with the reason of the system.
void replace_file(const std::filesystem::path& path, std::string_view text, unsigned mode = 0600);
/// Creates the folder and its parents with mode 0700; the names of new ones are on the disk afterwards.
void make_private_directory(const std::filesystem::path& path);
void sync_directory(const std::filesystem::path& path);

/// An advisory lock (flock) that ends with its holder's process.
class FileLock {
 public:
  enum class Mode { shared, exclusive };
  /// Waits at most `timeout_ms`; throws Error(busy) after it. 0 tries once.
  static FileLock acquire(const std::filesystem::path& path, Mode mode, int timeout_ms);
  /// nullopt where another process holds it. Both throw Error(repository) where the file cannot be opened; a shared
  /// lock needs no right to write.
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
