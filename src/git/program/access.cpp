#include "git/program/access.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <system_error>

#include "util/descriptor.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"

namespace crmtrack::git {
namespace {

/// Every right to read, and for folders to enter, that goes with a file's right to read or write.
Access from_file_mode(mode_t mode) {
  const mode_t enter = (mode & 0444) >> 2U;
  return {.folder = static_cast<mode_t>(0700 | (mode & 0666) | enter),
          .object = static_cast<mode_t>(0400 | (mode & 0444)),
          .file = static_cast<mode_t>(0600 | (mode & 0666))};
}

Access from_objects_folder(const Location& location) {
  struct stat info {};
  if (::stat((location.common_dir / "objects").c_str(), &info) != 0) return {};
  return from_file_mode(0600 | (info.st_mode & 0066));
}

/// A repository that became a shared one later: what is there is opened too, where it is ours to open.
void widen(const std::filesystem::path& path, mode_t mode) {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && (info.st_mode & mode) != mode) ::chmod(path.c_str(), info.st_mode | mode);
}

}  // namespace

mode_t group_bit(const std::filesystem::path& folder) {
  struct stat info {};
  return ::stat(folder.c_str(), &info) == 0 ? info.st_mode & S_ISGID : 0;
}

Access access_of(const Location& location, const std::string& shared) {
  const std::string word = util::to_lower_ascii(shared);
  if (word == "group" || word == "true" || word == "yes" || word == "on" || word == "1") return from_file_mode(0660);
  if (word == "all" || word == "world" || word == "everybody" || word == "2") return from_file_mode(0664);
  unsigned octal = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), octal, 8);
  const bool is_mode = word.size() >= 3 && error == std::errc() && end == word.data() + word.size();
  return is_mode ? from_file_mode(static_cast<mode_t>(octal)) : from_objects_folder(location);
}

std::filesystem::path lock_path(const Location& location) { return location.own_dir() / "lock"; }

void make_own_dir(const Location& location, const Access& access) {
  const std::filesystem::path folder = location.own_dir();
  if (::mkdir(folder.c_str(), access.folder) == 0) {
    // mkdir's mode went through the umask; the bit that hands on a shared repository's group stays.
    ::chmod(folder.c_str(), access.folder | group_bit(location.common_dir));
    const util::Descriptor lock(::open(lock_path(location).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, access.file));
    if (lock) ::fchmod(lock.get(), access.file);
    return;
  }
  if (errno == EEXIST) {
    widen(folder, access.folder | group_bit(location.common_dir));
    widen(lock_path(location), access.file);
    return;
  }
  throw util::Error(util::ErrorKind::repository,
                    fmt::format("cannot write to '{}': {}", folder.string(), std::generic_category().message(errno)));
}

}  // namespace crmtrack::git
