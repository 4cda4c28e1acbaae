#include "git/program/scratch_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "util/error.hpp"

namespace crmtrack::git {

ScratchFile::ScratchFile(const std::filesystem::path& folder, const std::string& prefix)
    : path_((folder / (prefix + "XXXXXX")).string()), file_(::mkostemp(path_.data(), O_CLOEXEC)), kept_(!file_) {}

ScratchFile::ScratchFile(std::string path, int file) : path_(std::move(path)), file_(file), kept_(!file_) {}

std::optional<ScratchFile> ScratchFile::try_create_at(const std::filesystem::path& path, mode_t mode) {
  ScratchFile file(path.string(), ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (!file.file_ && errno == EEXIST) return std::nullopt;
  if (!file.file_) file.fail(errno);
  file.set_mode(mode);
  return file;
}

std::optional<ScratchFile> ScratchFile::try_create(const std::filesystem::path& folder, const std::string& prefix) {
  ScratchFile file(folder, prefix);
  if (file.file_) return file;
  if (errno == ENOENT) return std::nullopt;
  file.fail(errno);
}

ScratchFile ScratchFile::create(const std::filesystem::path& folder, const std::string& prefix) {
  if (auto file = try_create(folder, prefix)) return std::move(*file);
  throw util::Error(util::ErrorKind::repository,
                    fmt::format("cannot write to '{}': there is no such folder", folder.string()));
}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : path_(std::move(other.path_)), file_(std::move(other.file_)), kept_(std::exchange(other.kept_, true)) {}

ScratchFile::~ScratchFile() {
  if (!kept_) ::unlink(path_.c_str());
}

void ScratchFile::fail(int code) const {
  const std::string folder = std::filesystem::path(path_).parent_path().string();
  throw util::Error(util::ErrorKind::repository,
                    fmt::format("cannot write to '{}': {}", folder, std::generic_category().message(code)));
}

void ScratchFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(file_.get(), bytes.data(), bytes.size());
    if (wrote < 0 && errno != EINTR) fail(errno);
    bytes.remove_prefix(wrote > 0 ? static_cast<std::size_t>(wrote) : 0);
  }
}

void ScratchFile::write_at(std::string_view bytes, std::size_t offset) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::pwrite(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (wrote < 0 && errno != EINTR) fail(errno);
    const std::size_t done = wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
    bytes.remove_prefix(done);
    offset += done;
  }
}

std::string ScratchFile::read_at(std::size_t offset, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t used = 0;
  while (used < size) {
    const ssize_t got = ::pread(file_.get(), bytes.data() + used, size - used, static_cast<off_t>(offset + used));
    if (got < 0 && errno != EINTR) fail(errno);
    if (got == 0) break;
    used += got > 0 ? static_cast<std::size_t>(got) : 0;
  }
  bytes.resize(used);
  return bytes;
}

void ScratchFile::set_mode(mode_t mode) {
  if (::fchmod(file_.get(), mode) != 0) fail(errno);
}

void ScratchFile::start_writeback() { ::sync_file_range(file_.get(), 0, 0, SYNC_FILE_RANGE_WRITE); }

void ScratchFile::wait_writeback() {
  constexpr unsigned kAll = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
  if (::sync_file_range(file_.get(), 0, 0, kAll) == 0) return;
  // An fsync after an error of the disk would not tell of it again.
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP && errno != ESPIPE) fail(errno);
  sync();
}

void ScratchFile::sync() {
  if (::fsync(file_.get()) != 0) fail(errno);
}

void ScratchFile::keep_as(const std::filesystem::path& path) {
  if (::rename(path_.c_str(), path.c_str()) != 0) fail(errno);
  kept_ = true;
}

bool orders_by_journal(const std::filesystem::path& folder) {
  constexpr long kExt4 = 0xEF53;
  struct statfs info {};
  return ::statfs(folder.c_str(), &info) == 0 && info.f_type == kExt4;
}

}  // namespace crmtrack::git
