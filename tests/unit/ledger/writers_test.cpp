#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include "ledger/read/read_range.hpp"
#include "ledger/write/append.hpp"
#include "ledger/write/maintain.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;

/// Runs `body` in a process of its own.
pid_t start(const std::function<void()>& body) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  int code = 0;
  try {
    body();
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    code = 1;
  }
  ::_exit(code);
}

int wait_for(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void write_records(const Sandbox& box, unsigned writer, unsigned count) {
  Ledger ledger = box.open("data");
  for (unsigned i = 0; i < count; ++i) {
    Addition one = addition(ledger, {activity(fmt::format("{:010}", writer), i, fmt::format("n: {}-{}\n", writer, i))});
    one.unchanged = {testing::folder_of(fmt::format("{:010}", writer))};
    if (append(ledger, one, at(1700000000)) != Landed::yes) throw std::runtime_error("moved");
  }
}

TEST_CASE("eight writers beside gc, repack, pack-refs and commits on main lose nothing") {
  Sandbox box;
  box.init("data");
  constexpr unsigned kWriters = 8, kRecords = 50;
  std::vector<pid_t> writers;
  for (unsigned w = 0; w < kWriters; ++w) writers.push_back(start([&] { write_records(box, w, kRecords); }));
  const pid_t plain = start([&] {
    for (int round = 0; round < 4; ++round) {
      box.git("data", {"pack-refs", "--all"});
      box.git("data", {"repack", "-adq"});
      testing::write_text(box.path("data/README.md"), std::to_string(round));
      box.git("data", {"commit", "-q", "-am", "plain"});
      box.git("data", {"gc", "-q", "--force"});  // `git commit` may have begun one in the background
    }
  });
  for (const pid_t writer : writers) CHECK(wait_for(writer) == 0);
  CHECK(wait_for(plain) == 0);
  const Ledger ledger = box.open("data");
  const Range range = read_range(ledger.repository(), "", ledger.head(), {});
  CHECK(range.added.size() == kWriters * kRecords);
  CHECK(range.faults.empty());
  CHECK(box.git("data", {"rev-list", "--count", "ledger"}) == fmt::format("{}\n", kWriters * kRecords + 1));
  CHECK(box.git("data", {"rev-list", "--merges", "--count", "ledger"}) == "0\n");
  CHECK(box.fsck("data") == "");
}

TEST_CASE("killed at any moment, the repository is sound and the next command works") {
  Sandbox box;
  box.init("data");
  std::minstd_rand random(7);
  for (unsigned round = 0; round < 25; ++round) {
    const std::string acknowledged = box.path("acknowledged").string();
    const pid_t child = start([&] {
      Ledger ledger = box.open("data");
      const int log = ::open(acknowledged.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
      for (unsigned i = 0;; ++i) {
        const std::string complaint = fmt::format("{:010}", round);
        append(ledger, addition(ledger, {activity(complaint, i)}), at(1700000000));
        const std::string line = activity(complaint, i).path + "\n";
        if (::write(log, line.data(), line.size()) < 0) return;
      }
    });
    std::this_thread::sleep_for(std::chrono::microseconds(5000 + random() % 60000));
    ::kill(child, SIGKILL);
    CHECK(wait_for(child) == 128 + SIGKILL);
    // A lock that a process of ours left counts as stale after ten seconds, which a test does not wait for.
    const fs::path lock = box.path("data/.git/refs/heads/ledger.lock");
    if (fs::exists(lock)) {
      const timespec old[2] = {{.tv_sec = 1000000000, .tv_nsec = 0}, {.tv_sec = 1000000000, .tv_nsec = 0}};
      ::utimensat(AT_FDCWD, lock.c_str(), old, 0);
    }
    Ledger ledger = box.open("data");
    CHECK(append(ledger, addition(ledger, {activity("7f3q2mxab4", round)}), at(1700000000)) == Landed::yes);
  }
  CHECK(box.fsck("data") == "");
  const Ledger ledger = box.open("data");
  std::set<std::string> present;
  const Range range = read_range(ledger.repository(), "", ledger.head(), {});
  for (const Added& one : range.added) present.emplace(one.path);
  const std::string lines = testing::read_text(box.path("acknowledged"));
  unsigned missing = 0;
  for (std::size_t start_of_line = 0, end = 0; (end = lines.find('\n', start_of_line)) != std::string::npos;
       start_of_line = end + 1)
    if (!present.contains(lines.substr(start_of_line, end - start_of_line))) ++missing;
  CHECK(missing == 0);
}

TEST_CASE("the lock of a dead process is removed once it is old") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const fs::path lock = box.path("data/.git/refs/heads/ledger.lock");
  testing::write_text(lock, "");
  const timespec old[2] = {{.tv_sec = 1000000000, .tv_nsec = 0}, {.tv_sec = 1000000000, .tv_nsec = 0}};
  REQUIRE(::utimensat(AT_FDCWD, lock.c_str(), old, 0) == 0);
  CHECK(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  CHECK_FALSE(fs::exists(lock));
}

TEST_CASE("a lock that somebody holds for a moment is waited for") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const fs::path lock = box.path("data/.git/refs/heads/ledger.lock");
  testing::write_text(lock, "");
  std::thread holder([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    fs::remove(lock);
  });
  CHECK(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  holder.join();
}

TEST_CASE("loose objects are packed in the background when they are many") {
  Sandbox box;
  Ledger ledger = box.init("data");
  std::vector<NewFile> files;
  for (unsigned i = 0; i < 5000; ++i) files.push_back(activity("7f3q2mxab4", i, fmt::format("n: {}\n", i)));
  REQUIRE(append(ledger, addition(ledger, files), at(1700000000)) == Landed::yes);
  fs::rename(box.path("data/.git/objects/pack"), box.path("packs"));
  fs::create_directory(box.path("data/.git/objects/pack"));
  box.git("data",
          {"-c", "core.fsync=none", "-c", "alias.unpack=!cat ../packs/*.pack | git unpack-objects -q", "unpack"});
  REQUIRE_FALSE(box.git("data", {"count-objects"}).starts_with("0 "));

  maintain(ledger);
  for (int i = 0; i < 400 && !box.git("data", {"count-objects"}).starts_with("0 "); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK(box.git("data", {"count-objects"}).starts_with("0 "));
  CHECK(read_range(ledger.repository(), "", ledger.head(), {}).added.size() == 5000);
  CHECK(box.fsck("data") == "");
}

}  // namespace
}  // namespace crmtrack::ledger
