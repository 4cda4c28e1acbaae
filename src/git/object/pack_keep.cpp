#include "git/object/pack_keep.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <string_view>
#include <system_error>
#include <thread>

#include "util/error.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

/// The text that we write into a `.keep`. Git reads none of it.
constexpr std::string_view kOwnText = "crmtrack: no branch names this pack yet\n";

fs::path keep_of(const fs::path& pack) { return fs::path(pack).replace_extension(".keep"); }

enum class Maker { us, other, nobody };

/// An empty file is one that is being made.
Maker maker_of(int file) {
  std::array<char, kOwnText.size() + 1> text{};
  const ssize_t size = ::pread(file, text.data(), text.size(), 0);
  if (size == 0) return Maker::nobody;
  const bool is_ours = size > 0 && std::string_view(text.data(), static_cast<std::size_t>(size)) == kOwnText;
  return is_ours ? Maker::us : Maker::other;
}

/// Whether an open file is still the one of that name: whoever held its lock before us may have removed it.
bool still_has_name(int file, const fs::path& path) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(file, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

/// On a file system without locks no process can be told to be dead: its `.keep` stays.
bool try_lock_alone(int file) { return ::flock(file, LOCK_EX | LOCK_NB) == 0; }

/// False where the file is somebody else's, or a living process's of ours.
bool remove_dead_keep(const fs::path& path) {
  const util::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  return file && maker_of(file.get()) == Maker::us && try_lock_alone(file.get()) && still_has_name(file.get(), path) &&
         ::unlink(path.c_str()) == 0;
}

}  // namespace

PackKeep::PackKeep(const fs::path& pack, const Access& access) : path_(keep_of(pack)) {
  // Two processes that merge the same two histories write the same pack: they share the file.
  constexpr int kAttempts = 100;
  constexpr std::chrono::milliseconds kNap(1);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (try_create(access) || try_share()) return;
    std::this_thread::sleep_for(kNap);
  }
}

bool PackKeep::try_create(const Access& access) {
  util::Descriptor file(::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, access.file));
  if (!file && errno == EEXIST) return false;
  if (!file) fail(errno);
  static_cast<void>(::flock(file.get(), LOCK_SH));
  if (::write(file.get(), kOwnText.data(), kOwnText.size()) != static_cast<ssize_t>(kOwnText.size())) {
    const int code = errno;
    ::unlink(path_.c_str());
    fail(code);
  }
  static_cast<void>(::fchmod(file.get(), access.file));
  file_ = std::move(file);
  return true;
}

/// True also where it is somebody else's, who keeps the pack without us.
bool PackKeep::try_share() {
  util::Descriptor file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file) return false;
  switch (maker_of(file.get())) {
    case Maker::other:
      return true;
    case Maker::nobody:
      return false;
    case Maker::us:
      break;
  }
  if (::flock(file.get(), LOCK_SH) != 0 || !still_has_name(file.get(), path_)) return false;
  file_ = std::move(file);
  return true;
}

/// Where another process shares it, that one removes it.
PackKeep::~PackKeep() {
  if (!file_) return;
  const bool is_last = try_lock_alone(file_.get()) || errno != EWOULDBLOCK;
  if (is_last && still_has_name(file_.get(), path_)) ::unlink(path_.c_str());
}

void PackKeep::fail(int code) const {
  throw util::Error(util::ErrorKind::repository, fmt::format("cannot write to '{}': {}", path_.parent_path().string(),
                                                             std::generic_category().message(code)));
}

std::size_t remove_dead_keeps(const fs::path& objects) noexcept {
  std::size_t removed = 0;
  try {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(objects / "pack", failed))
      if (entry.path().extension() == ".keep" && remove_dead_keep(entry.path())) ++removed;
  } catch (const std::exception&) {
    // Another process changes the folder: the rest goes the next time.
  }
  return removed;
}

}  // namespace crmtrack::git
