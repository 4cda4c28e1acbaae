#include "command/archive/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "git/program/access.hpp"
#include "git/program/git_program.hpp"
#include "util/descriptor.hpp"
#include "util/error.hpp"
#include "util/file.hpp"

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

void sync_file(const fs::path& path) {
  const util::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file || ::fsync(file.get()) != 0) fail("write", path, errno);
}

}  // namespace

void make_new_file(const fs::path& file, const std::function<void(const fs::path&)>& write) {
  if (file.empty()) throw Error(ErrorKind::usage, "cannot write '': that is no name of a file");
  std::error_code failed;
  if (fs::exists(fs::symlink_status(file, failed)))
    throw Error(ErrorKind::refused, fmt::format("cannot write '{}': a file of that name exists", file.string()),
                {"name another one, or remove it first"});
  const fs::path partial = fmt::format("{}.{}.part", file.string(), ::getpid());
  const Unfinished unfinished(partial);
  const git::UmaskGuard umask(0077);
  write(partial);
  sync_file(partial);
  // A link, unlike a rename, never takes the place of what somebody else has put there meanwhile.
  if (::link(partial.c_str(), file.c_str()) != 0) fail("write", file, errno);
  util::sync_directory(fs::absolute(file).parent_path());
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
