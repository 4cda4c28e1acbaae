#include "index/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "index/schema/schema.hpp"
#include "util/error.hpp"
#include "util/file_lock.hpp"

namespace crmtrack::index {

namespace {

constexpr const char* kScratchSuffix = ".building";
constexpr const char* kWordsSuffix = "-words";
constexpr int kReplaceWaitMs = 10'000;

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
  throw CannotWrite(fmt::format("cannot write '{}': {}", path.string(), std::generic_category().message(error)));
}

std::filesystem::path with_suffix(std::filesystem::path path, const char* suffix) { return path += suffix; }

void remove_with_logs(const std::filesystem::path& database) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal", kWordsSuffix})
    ::unlink(with_suffix(database, suffix).c_str());
}

/// Opens, syncs, closes. Only for a file that no connection of this process has open: closing would drop its locks.
void sync_file(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0 || ::fsync(file) != 0) {
    const int error = errno;
    if (file >= 0) ::close(file);
    fail(path, error);
  }
  ::close(file);
}

util::FileLock lock_opening(const std::filesystem::path& path) {
  try {
    return util::FileLock::acquire(path, util::FileLock::Mode::exclusive, kReplaceWaitMs);
  } catch (const util::Error& error) {
    throw CannotWrite(error.what());
  }
}

}  // namespace

Files::Files(const git::Location& location)
    : folder(location.own_dir()),
      database(folder / fmt::format("index-{}.db", kSchemaVersion)),
      opening(folder / "index.lock"),
      refreshing(folder / "index-refresh.lock") {}

bool Files::is_writable() const { return ::access(folder.c_str(), W_OK | X_OK) == 0; }

std::filesystem::path Files::make_scratch() const {
  auto scratch = with_suffix(database, kScratchSuffix);
  remove_with_logs(scratch);
  const int file = ::open(scratch.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) fail(scratch, errno);
  ::close(file);
  return scratch;
}

std::filesystem::path Files::words_beside(const std::filesystem::path& scratch) {
  return with_suffix(scratch, kWordsSuffix);
}

void Files::replace_database(const std::filesystem::path& finished) const {
  sync_file(finished);
  const auto lock = lock_opening(opening);
  // The log of the old database must not be replayed into the new one. A process that has the old one open goes on
  // reading it: its files stay until it closes them.
  ::unlink(with_suffix(database, "-wal").c_str());
  ::unlink(with_suffix(database, "-shm").c_str());
  if (::rename(finished.c_str(), database.c_str()) != 0) fail(database, errno);
}

}  // namespace crmtrack::index
