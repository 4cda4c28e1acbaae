#include "git/program/private_folder.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <cerrno>
#include <system_error>

#include "util/error.hpp"

namespace crmtrack::git {

namespace {

std::filesystem::path temporary_place() {
  std::error_code failed;
  const std::filesystem::path place = std::filesystem::temp_directory_path(failed);
  return failed ? std::filesystem::path("/tmp") : place;
}

}  // namespace

PrivateFolder::PrivateFolder(std::string_view name) : PrivateFolder(temporary_place(), name) {}

PrivateFolder::PrivateFolder(const std::filesystem::path& place, std::string_view name) {
  std::string pattern = (place / fmt::format("{}-XXXXXX", name)).string();
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
