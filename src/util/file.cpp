#include "util/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "util/descriptor.hpp"
#include "util/error.hpp"

namespace crmtrack::util {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(std::string_view verb, const fs::path& path, int code) {
  throw Error(ErrorKind::repository,
              fmt::format("cannot {} '{}': {}", verb, path.string(), std::generic_category().message(code)));
}

/// -1 where it is absent.
Descriptor open_for_reading(const fs::path& path) {
  // Without O_NONBLOCK the opening of a pipe would wait for its writer.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file && errno != ENOENT && errno != ENOTDIR) fail("read", path, errno);
  return file;
}

std::string read_all(const Descriptor& file, const fs::path& path, std::size_t limit) {
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) fail("read", path, errno);
  if (!S_ISREG(info.st_mode))
    throw Error(ErrorKind::refused, fmt::format("cannot read '{}': it is no regular file", path.string()));
  std::string text;
  text.resize(std::min(static_cast<std::size_t>(info.st_size), limit) + 1);
  std::size_t used = 0;
  while (true) {
    const ssize_t got = ::read(file.get(), text.data() + used, text.size() - used);
    if (got < 0 && errno != EINTR) fail("read", path, errno);
    used += got > 0 ? static_cast<std::size_t>(got) : 0;
    if (used > limit) {
      throw Error(ErrorKind::refused,
                  fmt::format("cannot read '{}': it is larger than {} bytes", path.string(), limit));
    }
    if (got == 0) break;
    if (used == text.size())  // it grew while we read
      text.resize(std::min(text.size() * 2, limit + 1));
  }
  text.resize(used);
  return text;
}

void write_all(const Descriptor& file, std::string_view text, const fs::path& path) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(file.get(), text.data(), text.size());
    if (wrote < 0 && errno != EINTR) fail("write", path, errno);
    text.remove_prefix(wrote > 0 ? static_cast<std::size_t>(wrote) : 0);
  }
}

/// A file of its own name beside `path`, removed again unless it was renamed into place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& path)
      : name_((folder_of(path) / ("." + path.filename().string() + ".XXXXXX")).string()),
        file_(::mkostemp(name_.data(), O_CLOEXEC)) {
    if (!file_) fail("write", path, errno);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }

  [[nodiscard]] const Descriptor& file() const { return file_; }
  void rename_to(const fs::path& path) {
    if (::rename(name_.c_str(), path.c_str()) != 0) fail("write", path, errno);
    name_.clear();
  }

  static fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : "."; }

 private:
  std::string name_;
  Descriptor file_;
};

}  // namespace

std::optional<std::string> find_file_text(const fs::path& path, std::size_t limit) {
  const Descriptor file = open_for_reading(path);
  return file ? std::optional(read_all(file, path, limit)) : std::nullopt;
}

std::string read_file(const fs::path& path, std::size_t limit) {
  auto text = find_file_text(path, limit);
  if (!text) throw Error(ErrorKind::not_found, fmt::format("cannot read '{}': no such file", path.string()));
  return std::move(*text);
}

void replace_file(const fs::path& path, std::string_view text, unsigned mode) {
  struct stat old {};
  const bool existed = ::stat(path.c_str(), &old) == 0;
  TemporaryFile temporary(path);
  write_all(temporary.file(), text, path);
  if (::fchmod(temporary.file().get(), existed ? old.st_mode & 07777U : mode) != 0 ||
      ::fsync(temporary.file().get()) != 0)
    fail("write", path, errno);
  temporary.rename_to(path);
  sync_directory(TemporaryFile::folder_of(path));
}

void make_private_directory(const fs::path& path) {
  const fs::path parent = path.has_parent_path() ? path.parent_path() : ".";
  if (path.empty()) return;
  if (::mkdir(path.c_str(), 0700) == 0) return sync_directory(parent);
  int code = errno;
  if (code == ENOENT && path.has_parent_path() && parent != path) {
    make_private_directory(parent);
    if (::mkdir(path.c_str(), 0700) == 0) return sync_directory(parent);
    code = errno;
  }
  std::error_code ignored;
  if (code != EEXIST || !fs::is_directory(path, ignored)) fail("create the folder", path, code);
}

void sync_directory(const fs::path& path) {
  if (!sync_directory_if_there(path)) fail("open the folder", path, ENOENT);
}

bool sync_directory_if_there(const fs::path& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder && errno == ENOENT) return false;
  if (!folder) fail("open the folder", path, errno);
  // EINVAL: a file system that cannot sync folders has nothing to lose there.
  if (::fsync(folder.get()) != 0 && errno != EINVAL) fail("sync the folder", path, errno);
  return true;
}

}  // namespace crmtrack::util
