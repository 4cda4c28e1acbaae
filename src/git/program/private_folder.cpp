#include "git/program/private_folder.hpp"

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>

#include "util/error.hpp"
#include "util/left_behind.hpp"

namespace crmtrack::git {

namespace {

std::filesystem::path temporary_place() {
  std::error_code failed;
  const std::filesystem::path place = std::filesystem::temp_directory_path(failed);
  return failed ? std::filesystem::path("/tmp") : place;
}

/// Whether a folder is one of ours, as the constructor names them, whose process has ended.
bool is_left(const std::filesystem::directory_entry& entry, std::string_view name) {
  const std::string file = entry.path().filename().string();
  const std::string_view rest = std::string_view(file).substr(std::min(file.size(), name.size()));
  if (!file.starts_with(name) || !rest.starts_with('-')) return false;
  struct stat state {};
  if (::lstat(entry.path().c_str(), &state) != 0 || !S_ISDIR(state.st_mode) || state.st_uid != ::geteuid())
    return false;
  return util::is_left_by_process(rest.substr(1, rest.find('-', 1) - 1), state.st_mtime);
}

void remove_left(const std::filesystem::path& place, std::string_view name) {
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(place, failed))
    if (is_left(entry, name)) std::filesystem::remove_all(entry.path(), failed);
}

}  // namespace

PrivateFolder PrivateFolder::cleared(std::string_view name) { return cleared(temporary_place(), name); }

PrivateFolder PrivateFolder::cleared(const std::filesystem::path& place, std::string_view name) {
  remove_left(place, name);
  return PrivateFolder(place, name);
}

PrivateFolder::PrivateFolder(std::string_view name) : PrivateFolder(temporary_place(), name) {}

PrivateFolder::PrivateFolder(const std::filesystem::path& place, std::string_view name) {
  std::string pattern = (place / fmt::format("{}-{}-XXXXXX", name, ::getpid())).string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw util::Error(util::ErrorKind::program_failed, fmt::format("cannot make the temporary folder '{}': {}", pattern,
                                                                   std::generic_category().message(errno)));
  }
  path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace crmtrack::git
