#include "git/program/quarantine.hpp"

#include <fmt/format.h>

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

std::string quarantine_of(const Repository& repository) {
  const char* path = repository.environment("GIT_QUARANTINE_PATH");
  return path == nullptr ? std::string() : std::string(path);
}

}  // namespace

bool is_quarantined(const Repository& repository) { return !quarantine_of(repository).empty(); }

void use_quarantine(Repository& repository) {
  const std::string path = quarantine_of(repository);
  if (path.empty()) return;
  std::error_code failed;
  const fs::path folder = fs::canonical(path, failed);
  const fs::path objects = fs::canonical(repository.location.common_dir / "objects", failed);
  if (failed || folder.parent_path() != objects) {
    throw util::Error(util::ErrorKind::repository,
                      fmt::format("cannot read what is pushed: '{}' is not in '{}'", path, objects.string()));
  }
  repository.handle.add_objects(folder);
  repository.objects.add_folder(folder);
}

}  // namespace crmtrack::git
