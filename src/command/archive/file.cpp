#include "command/archive/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>

#include "git/program/access.hpp"
#include "git/program/git_program.hpp"
#include "util/descriptor.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/left_behind.hpp"

namespace crmtrack::command {

namespace fs = std::filesystem;
using util::Error;
using util::ErrorKind;

namespace {

[[noreturn]] void fail(const char* verb, const fs::path& path, int code) {
  throw Error(ErrorKind::repository,
              fmt::format("cannot {} '{}': {}", verb, path.string(), std::generic_category().message(code)));
}

/// Removes a file that did not become what it should.
class Unfinished {
 public:
  explicit Unfinished(fs::path path) : path_(std::move(path)) {}
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() { ::unlink(path_.c_str()); }

 private:
  fs::path path_;
};

/// Removes what runs that were killed have left of the same file.
void remove_left(const fs::path& file) {
  const std::string begin = file.filename().string() + ".";
  constexpr std::string_view kEnd = ".part";
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(fs::absolute(file).parent_path(), failed)) {
    const std::string name = entry.path().filename().string();
    if (name.size() <= begin.size() + kEnd.size() || !name.starts_with(begin) || !name.ends_with(kEnd)) continue;
    struct stat state {};
    if (::lstat(entry.path().c_str(), &state) != 0 || !S_ISREG(state.st_mode)) continue;
    const auto process = std::string_view(name).substr(begin.size(), name.size() - begin.size() - kEnd.size());
    if (util::is_left_by_process(process, state.st_mtime)) ::unlink(entry.path().c_str());
  }
}

/// The state of a name itself, no link followed.
fs::file_status state_of_file(const fs::path& file) {
  if (file.empty()) throw Error(ErrorKind::usage, "cannot write '': that is no name of a file");
  std::error_code failed;
  return fs::symlink_status(file, failed);
}

void sync_file(const fs::path& path) {
  const util::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file || ::fsync(file.get()) != 0) fail("write", path, errno);
}

/// Fills a private temporary file beside `file`, syncs it, and has `name` give it its name.
void make_beside(const fs::path& file, const std::function<void(const fs::path&)>& write,
                 const std::function<void(const fs::path&)>& name) {
  remove_left(file);
  const fs::path partial = fmt::format("{}.{}.part", file.string(), ::getpid());
  const Unfinished unfinished(partial);
  const git::UmaskGuard umask(0077);
  write(partial);
  sync_file(partial);
  name(partial);
  util::sync_directory(fs::absolute(file).parent_path());
}

}  // namespace

void make_new_file(const fs::path& file, const std::function<void(const fs::path&)>& write) {
  if (fs::exists(state_of_file(file)))
    throw Error(ErrorKind::refused, fmt::format("cannot write '{}': a file of that name exists", file.string()),
                {"name another one, or remove it first"});
  make_beside(file, write, [&](const fs::path& partial) {
    // A link, unlike a rename, never takes the place of what somebody else has put there meanwhile.
    if (::link(partial.c_str(), file.c_str()) != 0) fail("write", file, errno);
  });
}

void make_file_anew(const fs::path& file, const std::function<void(const fs::path&)>& write) {
  const fs::file_status state = state_of_file(file);
  if (fs::exists(state) && !fs::is_regular_file(state))
    throw Error(ErrorKind::refused, fmt::format("cannot replace '{}': it is no plain file", file.string()));
  make_beside(file, write, [&](const fs::path& partial) {
    if (::rename(partial.c_str(), file.c_str()) != 0) fail("write", file, errno);
  });
}

std::string run_git(Context& context, std::vector<std::string> words, std::string_view what, std::string input) {
  return run_git_in(context.location().git_dir, std::move(words), what, std::move(input));
}

std::string run_git_in(const fs::path& git_dir, std::vector<std::string> words, std::string_view what,
                       std::string input) {
  git::Location place;
  place.git_dir = git_dir;
  const git::GitProgram git(place, {.may_ask = false, .fixed_time = std::nullopt});
  words.insert(words.begin(), {"-c", "core.hooksPath=/dev/null"});
  return git.get(std::move(words), what, std::move(input));
}

}  // namespace crmtrack::command
