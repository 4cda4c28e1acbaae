#include "git/program/repository.hpp"

#include "git/program/repository_checks.hpp"
namespace crmtrack::git {
namespace {

/// Whether only libgit2 can say if it reads the repository: it knows the extensions of the later formats.
bool needs_look(const Location& location, const Settings& settings) {
  std::error_code failed;
  return settings.find("core.repositoryFormatVersion").value_or("0") != "0" ||
         !std::filesystem::is_directory(location.common_dir / "objects", failed);
}

}  // namespace

Repository open_repository(const Location& location, const Environment& environment) {
  refuse_foreign_repository(location, environment);
  Settings settings(environment, location, nullptr);
  refuse_unknown_storage(location, settings);
  refuse_incomplete_clone(location, settings);
  LazyHandle handle(location, environment);
  if (!settings.is_plain()) settings = Settings(environment, location, handle.get());
  if (needs_look(location, settings)) (void)handle.get();
  const Access access = access_of(location, settings.find("core.sharedRepository").value_or(""));
  return {location,
          environment,
          std::move(handle),
          std::move(settings),
          access,
          ObjectStore(location.common_dir / "objects")};
}

std::optional<ObjectId> find_branch(const Repository& repository, const std::string& name) {
  const auto hex = read_reference(repository.location, name);
  return hex ? parse_object_id(*hex) : std::nullopt;
}

}  // namespace crmtrack::git
