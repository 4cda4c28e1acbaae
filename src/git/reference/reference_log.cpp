#include "git/reference/reference_log.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "git/object/commit_object.hpp"
#include "util/descriptor.hpp"
#include "util/file.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

std::string render_line(const BranchMove& move) {
  std::string message = move.message;
  std::replace_if(
      message.begin(), message.end(), [](unsigned char c) { return c < 32 || c == 127; }, ' ');
  return fmt::format("{} {} {}\t{}\n", move.expected.value_or(ObjectId{}).hex(), move.target.hex(),
                     render_person(move.who), message);
}

bool begins_logs(const Repository& repository) {
  const std::string word = util::to_lower_ascii(repository.settings.find("core.logAllRefUpdates").value_or(""));
  if (word == "always") return true;
  return repository.settings.find_flag("core.logAllRefUpdates", !repository.location.work_tree.empty());
}

util::Descriptor open_log(const fs::path& path, mode_t mode, bool begin) {
  const int flags = O_WRONLY | O_APPEND | O_CLOEXEC | (begin ? O_CREAT : 0);
  util::Descriptor file(::open(path.c_str(), flags, mode));
  if (file || errno != ENOENT || !begin) return file;
  util::make_private_directory(path.parent_path());
  return util::Descriptor(::open(path.c_str(), flags, mode));
}

/// Returns 0, or the error. Half a line would make the log unreadable: it is taken back.
int append_line(const util::Descriptor& file, std::string_view line) {
  struct stat before {};
  if (::fstat(file.get(), &before) != 0) return errno;
  while (!line.empty()) {
    const ssize_t wrote = ::write(file.get(), line.data(), line.size());
    if (wrote < 0 && errno != EINTR) {
      const int code = errno;
      return ::ftruncate(file.get(), before.st_size) == 0 ? code : errno;
    }
    line.remove_prefix(wrote > 0 ? static_cast<std::size_t>(wrote) : 0);
  }
  return 0;
}

void add_line(const Repository& repository, const fs::path& path, const std::string& line, bool begin) {
  const util::Descriptor file = open_log(path, repository.access.file, begin);
  if (!file && errno == ENOENT && !begin) return;
  const int code = file ? append_line(file, line) : errno;
  if (code == 0) return;
  throw util::Error(util::ErrorKind::repository,
                    fmt::format("cannot write to '{}': {}", path.string(), std::generic_category().message(code)));
}

bool head_is_on(const Location& location, const std::string& name) {
  constexpr std::size_t kLineLimit = 64U << 10U;
  const std::string head = util::find_file_text(location.git_dir / "HEAD", kLineLimit).value_or("");
  return head.starts_with("ref:") && util::trim(std::string_view(head).substr(4)) == name;
}

}  // namespace

void log_move(const Repository& repository, const BranchMove& move) {
  const UmaskGuard umask(repository.access.mask());
  const bool begin = begins_logs(repository);
  const std::string line = render_line(move);
  const Location& location = repository.location;
  add_line(repository, location.common_dir / "logs" / move.name, line, begin);
  if (head_is_on(location, move.name)) add_line(repository, location.git_dir / "logs" / "HEAD", line, begin);
}

}  // namespace crmtrack::git
