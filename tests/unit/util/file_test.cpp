#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include "util/error.hpp"
#include "util/file.hpp"
#include "util/file_lock.hpp"

using namespace crmtrack::util;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "crmtrack-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  fs::path operator/(const char* name) const { return path_ / name; }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

unsigned mode_of(const fs::path& path) {
  struct stat info {};
  ::stat(path.c_str(), &info);
  return info.st_mode & 07777U;
}

ErrorKind kind_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::bug;
}

}  // namespace

TEST_CASE("a file is replaced in one step and read whole") {
  const Folder folder;
  const fs::path path = folder / "a.yaml";
  const std::string text("a\0b\n", 4);
  replace_file(path, text);
  CHECK(read_file(path, 4) == text);
  CHECK(find_file_text(path, 100) == text);
  CHECK(mode_of(path) == 0600);
  CHECK(folder.entries() == 1);
  ::chmod(path.c_str(), 0640);
  replace_file(path, "");
  CHECK(read_file(path, 0).empty());
  CHECK(mode_of(path) == 0640);
  replace_file(folder / "b", "x", 0644);
  CHECK(mode_of(folder / "b") == 0644);
}

TEST_CASE("reading names what is wrong") {
  const Folder folder;
  CHECK(kind_of([&] { read_file(folder / "absent", 9); }) == ErrorKind::not_found);
  CHECK_FALSE(find_file_text(folder / "absent", 9));
  CHECK_FALSE(find_file_text(folder / "absent/below", 9));
  replace_file(folder / "a", "12345");
  CHECK(kind_of([&] { read_file(folder / "a", 4); }) == ErrorKind::refused);
  CHECK(kind_of([&] { read_file(folder / ".", 4); }) == ErrorKind::refused);
  ::mkfifo((folder / "pipe").c_str(), 0600);
  CHECK(kind_of([&] { read_file(folder / "pipe", 4); }) == ErrorKind::refused);
}

TEST_CASE("a failed replacement leaves the old file and nothing else") {
  const Folder folder;
  fs::create_directory(folder / "busy");
  replace_file(folder / "busy/file", "x");
  CHECK(kind_of([&] { replace_file(folder / "busy", "text"); }) == ErrorKind::repository);
  CHECK(kind_of([&] { replace_file(folder / "absent/a", "text"); }) == ErrorKind::repository);
  CHECK(folder.entries() == 1);
}

TEST_CASE("private directories, with their parents") {
  const Folder folder;
  make_private_directory(folder / "a/b/c");
  CHECK(mode_of(folder / "a") == 0700);
  CHECK(mode_of(folder / "a/b/c") == 0700);
  CHECK_NOTHROW(make_private_directory(folder / "a/b/c"));
  replace_file(folder / "file", "");
  CHECK(kind_of([&] { make_private_directory(folder / "file"); }) == ErrorKind::repository);
  CHECK(kind_of([&] { make_private_directory(folder / "file/below"); }) == ErrorKind::repository);
}

TEST_CASE("locks: many readers or one writer") {
  const Folder folder;
  const fs::path path = folder / "lock";
  {
    const FileLock writer = FileLock::acquire(path, FileLock::Mode::exclusive, 0);
    CHECK_FALSE(FileLock::try_acquire(path, FileLock::Mode::shared));
    CHECK(kind_of([&] { FileLock::acquire(path, FileLock::Mode::exclusive, 5); }) == ErrorKind::busy);
  }
  auto reader = FileLock::try_acquire(path, FileLock::Mode::shared);
  CHECK(reader);
  CHECK(FileLock::try_acquire(path, FileLock::Mode::shared));
  CHECK_FALSE(FileLock::try_acquire(path, FileLock::Mode::exclusive));
  FileLock moved = std::move(*reader);
  CHECK_FALSE(FileLock::try_acquire(path, FileLock::Mode::exclusive));
  reader.reset();
  moved = FileLock::acquire(folder / "other", FileLock::Mode::shared, 0);
  CHECK(kind_of([&] { FileLock::try_acquire(folder / "absent/lock", FileLock::Mode::shared); }) ==
        ErrorKind::repository);
}
