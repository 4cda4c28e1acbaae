#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "fixture.hpp"
#include "index/read/lookup.hpp"
#include "index/read/select.hpp"
#include "index/sqlite/database.hpp"

namespace crmtrack::index::test {

namespace {

constexpr const char* kId = "20260107-7f3q2mxab4";

void fill(Repository& repository, int complaints = 1) {
  repository.prepare(complaint(kId), "complaint", kStart, fields({{"summary", "late"}}));
  Storyteller teller(repository, 5);
  for (int step = 1; step < complaints; ++step) teller.step();
  repository.commit_bulk(teller.now);
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

bool finds_it(const Index& index) { return complaints_by_prefix(index, "7f3q") == std::vector<std::string>{kId}; }

/// Runs in a process of its own that may not write what others own; 0 where `check` holds.
template <class Check>
int run_unprivileged(Check check) {
  const pid_t child = fork();
  if (child == 0) {
    constexpr unsigned kNobody = 65534;
    if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0)) _exit(4);
    int status = 3;
    try {
      status = check() ? 0 : 2;
    } catch (const std::exception&) {
      status = 3;
    }
    _exit(status);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WEXITSTATUS(status);
}

void set_writable(const std::filesystem::path& folder, bool writable) {
  using std::filesystem::perms;
  const perms read = perms::owner_read | perms::group_read | perms::others_read;
  const perms enter = perms::owner_exec | perms::group_exec | perms::others_exec;
  const perms write = writable ? perms::owner_write : perms::none;
  std::filesystem::permissions(folder, read | enter | write);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    std::filesystem::permissions(entry.path(), entry.is_directory() ? read | enter | write : read | write);
}

}  // namespace

TEST_CASE("a deleted index is built anew without a word") {
  Repository repository;
  fill(repository);
  repository.open();
  std::filesystem::remove_all(repository.location.own_dir());
  CHECK(finds_it(repository.open()));
  CHECK(repository.notices.empty());
}

TEST_CASE("files that are no index are replaced, with one line") {
  Repository repository;
  fill(repository);
  repository.open();
  const auto path = repository.database();
  const std::string good = read_bytes(path);
  std::string damaged_header = good;
  damaged_header[16] = '\x03';
  for (const std::string& bytes :
       {std::string("no database at all, but long enough to be taken for one at first sight, perhaps"),
        std::string(8192, '\0'), good.substr(0, 5000), damaged_header}) {
    for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(path.string() + suffix);
    CAPTURE(bytes.size());
    write_bytes(path, bytes);
    repository.notices.clear();
    CHECK(finds_it(repository.open()));
    CHECK(repository.notices.size() == 1);
  }
}

TEST_CASE("an empty file and another version's index are replaced") {
  Repository repository;
  fill(repository);
  repository.open();
  write_bytes(repository.database(), "");
  CHECK(finds_it(repository.open()));
  Database::open(repository.database(), Database::Access::write)
      .execute("UPDATE meta SET value = '0.0' WHERE name = 'version'");
  CHECK(finds_it(repository.open()));
}

TEST_CASE("a page that rots is found by the query that meets it") {
  Repository repository;
  fill(repository, 400);
  const std::size_t complaints = count(repository.open(), {}, moment(kStart));
  const auto path = repository.database();
  std::string bytes = read_bytes(path);
  for (std::size_t page = 20; page < bytes.size() / 4096; ++page)
    bytes.replace(page * 4096, 64, std::string(64, '\xee'));
  write_bytes(path, bytes);
  const Index index = repository.open();
  CHECK(select(index, {{}, moment(kStart), {}, {}}).size() == complaints);
  CHECK(find_story(index, complaint(kId))->entries.size() == 1);
  CHECK_FALSE(repository.notices.empty());
}

TEST_CASE("where the folder cannot be written the index lives in memory, with one line") {
  Repository repository;
  fill(repository);
  std::filesystem::remove_all(repository.location.own_dir());
  write_bytes(repository.location.own_dir(), "a file where the folder should be");
  CHECK(finds_it(repository.open()));
  CHECK(repository.notices.size() == 1);
}

TEST_CASE("an index of a history that was replaced is built anew") {
  Repository first;
  fill(first);
  first.open();
  Repository other;
  other.add(complaint("20260107-9f3q2mxab4"), "complaint", kStart, fields({{"summary", "other"}}));
  other.open();
  std::filesystem::copy_file(other.database(), first.database(), std::filesystem::copy_options::overwrite_existing);
  const Index index = first.open();
  CHECK(finds_it(index));
  CHECK(complaints_by_prefix(index, "9f3q").empty());
}

TEST_CASE("private files only") {
  Repository repository;
  fill(repository);
  repository.open();
  for (const auto& entry : std::filesystem::directory_iterator(repository.location.own_dir())) {
    const auto shared = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    CHECK_MESSAGE((entry.status().permissions() & shared) == std::filesystem::perms::none, entry.path().string());
  }
}

TEST_CASE("who may only read uses a current index, and does without a stale one") {
  Repository repository;
  fill(repository);
  repository.open();
  repository.add(complaint("20260107-8f3q2mxab4"), "complaint", kStart, fields({{"summary", "x"}}));
  repository.open();
  set_writable(repository.folder, false);
  const auto reads = [&](std::size_t notices) {
    return run_unprivileged([&] {
      const Index index = repository.open();
      return finds_it(index) && index.ledger_commit() == repository.ledger().head() &&
             repository.notices.size() == notices;
    });
  };
  CHECK(reads(0) == 0);
  set_writable(repository.folder, true);
  for (const char* suffix : {"-wal", "-shm"}) {
    // As after a copy to a read-only medium: no log, and none can be made.
    Database::open(repository.database(), Database::Access::write).execute("PRAGMA wal_checkpoint(TRUNCATE)");
    std::filesystem::remove(repository.database().string() + suffix);
  }
  set_writable(repository.folder, false);
  CHECK(reads(0) == 0);
  set_writable(repository.folder, true);
  repository.add(complaint("20260107-9f3q2mxab4"), "complaint", kStart, fields({{"summary", "x"}}));
  set_writable(repository.folder, false);
  CHECK(reads(1) == 0);
  set_writable(repository.folder, true);
}

TEST_CASE("killed at any moment while building or refreshing, the next one finds or makes a whole index") {
  Repository repository;
  fill(repository, 300);
  Storyteller teller(repository, 6);
  for (int round = 0; round < 30; ++round) {
    if (round % 3 == 0) {
      std::filesystem::remove_all(repository.location.own_dir());
    } else {
      teller.step();
      repository.commit(teller.now);
    }
    const pid_t child = fork();
    if (child == 0) {
      repository.open();
      _exit(0);
    }
    usleep(static_cast<useconds_t>(round * 1500));
    kill(child, SIGKILL);
    REQUIRE(waitpid(child, nullptr, 0) == child);
    CHECK(finds_it(repository.open()));
  }
  const auto survived = dump(repository.database());
  std::filesystem::remove_all(repository.location.own_dir());
  repository.open();
  CHECK(survived == dump(repository.database()));
  CHECK(repository.notices.empty());
}

TEST_CASE("many processes refresh and rebuild at once, and each sees the ledger whole") {
  Repository repository;
  fill(repository, 50);
  constexpr int kProcesses = 6;
  for (const bool from_nothing : {true, false}) {
    if (from_nothing)
      std::filesystem::remove_all(repository.location.own_dir());
    else
      repository.add(complaint("20260107-5f3q2mxab4"), "complaint", after_hours(10), fields({{"summary", "new"}}));
    std::vector<pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
      const pid_t child = fork();
      if (child == 0) {
        int status = 1;
        try {
          const Index index = repository.open();
          status = finds_it(index) && index.ledger_commit() == repository.ledger().head() ? 0 : 2;
        } catch (const std::exception&) {
          status = 3;
        }
        _exit(status);
      }
      children.push_back(child);
    }
    for (const pid_t child : children) {
      int status = 0;
      REQUIRE(waitpid(child, &status, 0) == child);
      CHECK(WEXITSTATUS(status) == 0);
    }
  }
}

}  // namespace crmtrack::index::test
