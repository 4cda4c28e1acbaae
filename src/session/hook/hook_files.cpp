#include "session/hook/hook_files.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <system_error>

#include "session/share/sync.hpp"
#include "util/error.hpp"
#include "util/file.hpp"

namespace crmtrack::session {

namespace fs = std::filesystem;
using util::Error;
using util::ErrorKind;

namespace {

/// By this line a hook of ours is known again, whatever its version.
constexpr std::string_view kOurMark = "# crmtrack hook ";
constexpr std::size_t kHookLimit = 1U << 20U;

/// {0}: the hook's name, {1}: our path, quoted. A hook of the user's own (`NAME.own`) comes first, and may refuse.
/// Moves that cannot concern the ledger start no program, and what crmtrack itself does has been checked already.
constexpr std::string_view kScript = R"(#!/bin/sh
# crmtrack hook 1: written by 'crmtrack hook install'. To take it away, delete this file.
said=$(cat)
if [ -x "$0.own" ]; then
  printf '%s\n' "$said" | "$0.own" "$@" || exit
fi
[ "${{CRMTRACK_HOOK-}}" != off ] || exit 0
case $said in *ledger*) ;; *) exit 0 ;; esac
program={1}
[ -x "$program" ] || program=$(command -v crmtrack) || exit 0
printf '%s\n' "$said" | "$program" -C "${{GIT_DIR:-.}}" hook run {0} "${{1-}}"
)";

std::string quoted_for_shell(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string own_program() {
  std::error_code failed;
  const fs::path path = fs::read_symlink("/proc/self/exe", failed);
  return failed ? std::string("crmtrack") : path.string();
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  if (folder.empty()) return false;
  const fs::path relative = fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder));
  return !relative.empty() && *relative.begin() != "..";
}

bool is_ours(const std::string& script) { return script.find(kOurMark) != std::string::npos; }

/// Makes room where a hook of somebody else is.
void move_aside(const fs::path& path, std::string_view name, Existing existing) {
  const fs::path own = path.string() + ".own";
  std::error_code failed;
  if (existing == Existing::refuse)
    throw Error(ErrorKind::refused, fmt::format("cannot install '{}': there is a hook already", path.string()),
                {"to run both, yours first: crmtrack hook install --chain",
                 fmt::format("or let yours give its input to: crmtrack hook run {} \"$1\"", name)});
  if (fs::exists(own, failed))
    throw Error(ErrorKind::refused, fmt::format("cannot move '{}' aside: '{}' is there", path.string(), own.string()));
  fs::rename(path, own);
}

}  // namespace

fs::path hooks_folder(Session& session) {
  const git::Location& location = session.location();
  const std::string said = make_git(session).get({"rev-parse", "--git-path", "hooks"}, "find the folder of hooks");
  const fs::path folder =
      (location.work_tree.empty() ? fs::current_path() / said : location.work_tree / said).lexically_normal();
  if (is_inside(folder, location.common_dir) || is_inside(folder, location.work_tree)) return folder;
  throw Error(
      ErrorKind::refused,
      fmt::format("cannot install hooks into '{}': core.hooksPath names a folder outside this repository, which "
                  "others may use",
                  folder.string()),
      {fmt::format("to use this repository's own: git --git-dir='{0}' config core.hooksPath '{0}/hooks'",
                   location.common_dir.string())});
}

bool install_hook(const fs::path& folder, std::string_view name, Existing existing) {
  const fs::path path = folder / name;
  const std::string text = fmt::format(fmt::runtime(kScript), name, own_program_quoted());
  if (const auto there = util::find_file_text(path, kHookLimit)) {
    if (*there == text) return false;
    if (!is_ours(*there)) move_aside(path, name, existing);
  }
  write_hook(path, text);
  return true;
}

void write_hook(const fs::path& path, const std::string& text) {
  std::error_code failed;
  fs::create_directories(path.parent_path(), failed);
  util::replace_file(path, text);
  if (::chmod(path.c_str(), 0755) != 0)
    throw Error(ErrorKind::repository, fmt::format("cannot make '{}' executable", path.string()));
}

std::string own_program_quoted() { return quoted_for_shell(own_program()); }

bool has_hook(const fs::path& folder, std::string_view name) {
  const auto text = util::find_file_text(folder / name, kHookLimit);
  return text && is_ours(*text);
}

}  // namespace crmtrack::session
