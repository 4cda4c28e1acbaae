#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "git/object/pack_index.hpp"
#include "git/object/progress.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/write/append.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;

std::vector<NewFile> many_files(unsigned count) {
  std::vector<NewFile> files;
  for (unsigned i = 0; i < count; ++i) {
    const std::string complaint = fmt::format("{:010}", i % 700);
    files.push_back(activity(complaint, i,
                             fmt::format("kind: activity\ntext: number {}\n{}", i % 4000, std::string(i % 977, 'x'))));
  }
  return files;
}

std::size_t temporary_files(const fs::path& objects) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(objects))
    if (entry.path().filename().string().starts_with("tmp_")) ++count;
  return count;
}

TEST_CASE("a bulk of files is the tree that one after another makes") {
  Sandbox box;
  Ledger bulk = box.init("bulk");
  Ledger single = box.init("single");
  std::vector<NewFile> files = many_files(400);
  std::uint64_t reported = 0;
  const git::Progress progress{.report = [&](std::uint64_t done, std::uint64_t) { reported = done; },
                               .interrupted = {}};
  REQUIRE(append_bulk(bulk, addition(bulk, files), at(1700000000), progress) == Landed::yes);
  CHECK(reported == 400);
  std::reverse(files.begin(), files.end());
  constexpr std::ptrdiff_t kLoose = 40;
  for (std::ptrdiff_t i = 0; i < std::ssize(files); i += kLoose) {
    const std::vector<NewFile> part(files.begin() + i, files.begin() + std::min(i + kLoose, std::ssize(files)));
    REQUIRE(append(single, addition(single, part), at(1700000000)) == Landed::yes);
  }
  CHECK(box.git("bulk", {"rev-parse", "ledger^{tree}"}) == box.git("single", {"rev-parse", "ledger^{tree}"}));
  CHECK(box.fsck("bulk") == "");
  CHECK(box.fsck("single") == "");
  CHECK(box.git("bulk", {"count-objects", "-v"}).find("packs: 1\n") != std::string::npos);
  box.git("bulk", {"gc", "-q"});
  CHECK(read_range(bulk.repository(), "", bulk.head(), {}).added.size() == 400);
  CHECK(find_file(bulk.repository(), bulk.head(), files[17].path, 10000) == files[17].bytes);
}

TEST_CASE("a bulk that is interrupted leaves nothing") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string head = ledger.head();
  const git::Progress progress{.report = {}, .interrupted = [] { return true; }};
  CHECK_THROWS_AS(append_bulk(ledger, addition(ledger, many_files(1000)), at(1700000000), progress), util::Error);
  CHECK(ledger.head() == head);
  CHECK(temporary_files(box.path("data/.git/objects")) == 0);
}

/// Runs `body` in a child that may write files of at most `limit` bytes: what a full disk does, at a chosen place.
int run_with_file_limit(rlim_t limit, const std::function<int()>& body) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit bound{.rlim_cur = limit, .rlim_max = limit};
    ::setrlimit(RLIMIT_FSIZE, &bound);
    int code = 99;
    try {
      code = body();
    } catch (const util::Error& error) {
      code = error.exit_code();
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("a disk that is full is the repository's fault, and nothing is half written") {
  Sandbox box;
  const std::string head = box.init("data").head();
  const auto append_some = [&](bool bulk) {
    Ledger ledger = box.open("data");
    const Addition all = addition(ledger, many_files(bulk ? 3000 : 40));
    bulk ? append_bulk(ledger, all, at(1700000000), {}) : append(ledger, all, at(1700000000));
    return 0;
  };
  for (const rlim_t limit : {0, 10, 100, 1000, 20000, 100000}) {
    CAPTURE(limit);
    CHECK(run_with_file_limit(limit, [&] { return append_some(true); }) == 7);
    CHECK(box.open("data").head() == head);
    CHECK(temporary_files(box.path("data/.git/objects")) == 0);
  }
  CHECK(run_with_file_limit(300, [&] { return append_some(false); }) == 7);
  CHECK(temporary_files(box.path("data/.git/objects")) == 0);
  CHECK_FALSE(fs::exists(box.path("data/.git/refs/heads/ledger.lock")));
  CHECK(box.fsck("data") == "");
  CHECK(append_some(true) == 0);
}

TEST_CASE("a disk that is full when the branch moves leaves it where it was") {
  Sandbox box;
  Ledger ledger = box.init("data");
  // The reflog has outgrown every object by now, so it is what does not fit.
  for (unsigned i = 0; i < 12; ++i)
    REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", i)}), at(1700000000)) == Landed::yes);
  const std::string head = ledger.head();
  REQUIRE(fs::file_size(box.path("data/.git/logs/refs/heads/ledger")) > 1200);
  const int code = run_with_file_limit(1200, [&] {
    Ledger full = box.open("data");
    append(full, addition(full, {activity("7f3q2mxab4", 99)}), at(1700000000));
    return 0;
  });
  CHECK(code == 7);
  CHECK(ledger.head() == head);
  CHECK_FALSE(fs::exists(box.path("data/.git/refs/heads/ledger.lock")));
  CHECK(append(ledger, addition(ledger, {activity("7f3q2mxab4", 99)}), at(1700000000)) == Landed::yes);
  CHECK(box.fsck("data") == "");
}

TEST_CASE("a repository that cannot be written says which folder") {
  if (::geteuid() != 0) return;
  Sandbox box;
  box.init("data");
  fs::permissions(box.path("."), fs::perms::all);
  for (const auto& entry : fs::recursive_directory_iterator(box.path("data")))
    REQUIRE(::lchown(entry.path().c_str(), 65534, 65534) == 0);
  REQUIRE(::chown(box.path("data").c_str(), 65534, 65534) == 0);
  box.git(".", {"config", "--global", "safe.directory", "*"});
  for (const auto& entry : fs::recursive_directory_iterator(box.path("data")))
    if (entry.is_directory()) fs::permissions(entry.path(), fs::perms::owner_read | fs::perms::owner_exec);
  fs::permissions(box.path("home"), fs::perms::all);
  const pid_t child = ::fork();
  if (child == 0) {
    int code = 99;
    if (::setuid(65534) != 0) ::_exit(98);
    try {
      Ledger ledger = box.open("data");
      append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000));
    } catch (const util::Error& error) {
      const bool named = std::string(error.what()).find("data/.git") != std::string::npos;
      code = named ? error.exit_code() : 97;
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 7);
}

TEST_CASE("a pack index holds offsets beyond 2 GiB") {
  std::deque<git::PackedObject> objects(3);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    objects[i].id.bytes[0] = static_cast<std::uint8_t>(3 - i);
    objects[i].offset = i == 1 ? 0x123456789ULL : i;
  }
  std::string index;
  git::write_pack_index(objects, git::ObjectId{}, [&](std::string_view bytes) { index += bytes; });
  const std::size_t offsets = 8 + 1024 + 3 * 24;
  CHECK(index.size() == offsets + 3 * 4 + 8 + 40);
  CHECK(objects[0].offset == 2);
  CHECK(index.substr(offsets + 4, 4) == std::string("\x80\0\0\0", 4));
  CHECK(index.substr(offsets + 12, 8) == std::string("\0\0\0\x01\x23\x45\x67\x89", 8));
}

}  // namespace
}  // namespace crmtrack::ledger
