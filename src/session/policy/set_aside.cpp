#include "session/policy/set_aside.hpp"

#include <unistd.h>

#include "util/file.hpp"

namespace crmtrack::session {
namespace {

std::filesystem::path set_aside_path(const git::Location& location) { return location.own_dir() / "policy-set-aside"; }

}  // namespace

void set_aside(const git::Repository& repository, const std::vector<policy::Conflict>& conflicts) {
  git::make_own_dir(repository.location, repository.access);
  util::replace_file(set_aside_path(repository.location),
                     policy::render_conflicts(policy::add_conflicts(find_set_aside(repository.location), conflicts)),
                     repository.access.file);
}

std::vector<policy::Conflict> find_set_aside(const git::Location& location) {
  constexpr std::size_t kLargestNote = 1U << 20U;
  try {
    const auto text = util::find_file_text(set_aside_path(location), kLargestNote);
    auto read = policy::read_conflicts(text.value_or(""));
    return read ? std::move(*read) : std::vector<policy::Conflict>{};
  } catch (const util::Error&) {
    return {};
  }
}

void forget_set_aside(const git::Location& location) noexcept { ::unlink(set_aside_path(location).c_str()); }

bool is_rebasing(const std::filesystem::path& git_dir) {
  std::error_code failed;
  return std::filesystem::exists(git_dir / "rebase-merge", failed) ||
         std::filesystem::exists(git_dir / "rebase-apply", failed);
}

}  // namespace crmtrack::session
