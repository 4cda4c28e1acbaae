#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "git/program/access.hpp"
#include "ledger/main/commit.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/write/append.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;
using util::Error;
using util::ErrorKind;

mode_t mode_of(const fs::path& path) {
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  return info.st_mode & 07777;
}

ErrorKind kind_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::bug;
}

TEST_CASE("a new repository has both branches, main checked out and clean") {
  Sandbox box;
  const Ledger ledger = box.init("data");
  CHECK(box.git("data", {"ls-tree", "-r", "--name-only", "ledger"}) == "ledgers/7f3q2mxab4.yaml\n");
  CHECK(box.git("data", {"show", "ledger:ledgers/7f3q2mxab4.yaml"}) == "format: 1\n");
  CHECK(box.git("data", {"log", "--format=%s", "ledger"}) == "ledger 7f3q2mxab4\n");
  CHECK(box.git("data", {"symbolic-ref", "HEAD"}) == "refs/heads/main\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
  CHECK(testing::read_text(box.path("data/policy/reasons.yaml")) == "reasons: []\n");
  CHECK(box.git("data", {"check-attr", "delta", "a/b.yaml"}) == "a/b.yaml: delta: unset\n");
  CHECK(box.fsck("data") == "");
  CHECK(policy_files(ledger.repository(), ledger.main_head()) ==
        std::map<std::string, std::string>{{"reasons.yaml", "reasons: []\n"}});
}

TEST_CASE("a new repository is its owner's alone, whatever the umask") {
  Sandbox box;
  const mode_t before = ::umask(0);
  Ledger ledger = box.init("data");
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  ::umask(before);
  for (const auto& entry : fs::recursive_directory_iterator(box.path("data"))) {
    CAPTURE(entry.path().string());
    CHECK((mode_of(entry.path()) & 077) == 0);
  }
}

TEST_CASE("core.sharedRepository opens objects, folders and branches to the group") {
  Sandbox box;
  box.init("data");
  box.git("data", {"config", "core.sharedRepository", "group"});
  Ledger ledger = box.open("data");
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  const std::string commit = ledger.head();
  CHECK(mode_of(box.path("data/.git/objects") / commit.substr(0, 2) / commit.substr(2)) == 0440);
  CHECK(mode_of(box.path("data/.git/refs/heads/ledger")) == 0660);
  CHECK(mode_of(box.path("data/.git/crmtrack")) == 0770);
  CHECK(mode_of(box.path("data/.git/crmtrack/lock")) == 0660);
}

TEST_CASE("making one twice is refused") {
  Sandbox box;
  box.init("data");
  CHECK(kind_of([&] { box.init("data"); }) == ErrorKind::refused);
}

TEST_CASE("the files that a killed one left are completed, its lock included") {
  Sandbox box;
  fs::create_directories(box.path("data/.git/objects"));
  std::ofstream(box.path("data/.git/config.lock")).flush();
  box.init("data");
  CHECK(box.git("data", {"ls-tree", "-r", "--name-only", "ledger"}) == "ledgers/7f3q2mxab4.yaml\n");
  CHECK(!fs::exists(box.path("data/.git/config.lock")));
}

TEST_CASE("a lock whose file has its name already is a dead one's") {
  Sandbox box;
  box.git(".", {"init", "-q", "-b", "main", "data"});
  fs::create_hard_link(box.path("data/.git/HEAD"), box.path("data/.git/HEAD.lock"));
  box.init("data");
  CHECK(!fs::exists(box.path("data/.git/HEAD.lock")));
}

TEST_CASE("a lock that somebody holds is left alone") {
  Sandbox box;
  box.git(".", {"init", "-q", "-b", "main", "data"});
  std::ofstream(box.path("data/.git/config.lock")).flush();
  box.init("data");
  CHECK(fs::exists(box.path("data/.git/config.lock")));
}

TEST_CASE("a bare repository has both branches too, and HEAD at main") {
  Sandbox box;
  Ledger ledger = box.init("data.git", true);
  CHECK(ledger.location().work_tree.empty());
  CHECK(box.git("data.git", {"symbolic-ref", "HEAD"}) == "refs/heads/main\n");
  CHECK(box.git("data.git", {"show", "main:policy/reasons.yaml"}) == "reasons: []\n");
  CHECK(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  commit_main(ledger, {{"policy/reasons.yaml", "reasons: [a]\n"}}, "Add a", at(1700000001));
  CHECK(box.git("data.git", {"show", "main:policy/reasons.yaml"}) == "reasons: [a]\n");
  CHECK(box.fsck("data.git") == "");
}

TEST_CASE("an ordinary repository is completed and keeps what it has") {
  Sandbox box;
  fs::create_directories(box.path("data"));
  box.git("data", {"init", "-q", "-b", "main"});
  testing::write_text(box.path("data/README.md"), "mine\n");
  box.git("data", {"add", "."});
  box.git("data", {"commit", "-q", "-m", "mine"});
  testing::write_text(box.path("data/draft.txt"), "draft\n");
  box.init("data");
  CHECK(box.git("data", {"show", "main:README.md"}) == "mine\n");
  CHECK(box.git("data", {"show", "main:policy/reasons.yaml"}) == "reasons: []\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "?? draft.txt\n");
  CHECK(box.fsck("data") == "");
}

TEST_CASE("files that an init left behind when it was cut off are committed by the next one") {
  Sandbox box;
  fs::create_directories(box.path("data"));
  box.git("data", {"init", "-q", "-b", "main"});
  testing::write_text(box.path("data") / "policy/reasons.yaml", "reasons: []\n");
  box.init("data");
  CHECK(box.git("data", {"show", "main:policy/reasons.yaml"}) == "reasons: []\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("an empty repository on another branch is moved to main") {
  Sandbox box;
  fs::create_directories(box.path("data"));
  box.git("data", {"init", "-q", "-b", "trunk"});
  box.init("data");
  CHECK(box.git("data", {"symbolic-ref", "HEAD"}) == "refs/heads/main\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("an init completes one whose files a power cut has emptied, or that was killed") {
  Sandbox box;
  fs::create_directories(box.path("data"));
  box.git("data", {"init", "-q", "-b", "main"});
  for (const char* name : {"HEAD", "config", "description"}) testing::write_text(box.path("data") / ".git" / name, "");
  testing::write_text(box.path("data") / "_git2_60df9d76d307c6f0", "");  // where libgit2 was tried by a killed one
  box.init("data");
  CHECK(box.git("data", {"symbolic-ref", "HEAD"}) == "refs/heads/main\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("without an identity nothing is created") {
  Sandbox box;
  for (const char* name : {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"}) box.set(name, "");
  CHECK(kind_of([&] { box.init("data"); }) == ErrorKind::refused);
  CHECK_FALSE(fs::exists(box.path("data")));
}

TEST_CASE("our own folder in a shared repository hands on the group, as Git's folders do") {
  Sandbox box;
  const fs::path git_dir = box.path("shared.git");
  fs::create_directory(git_dir);
  REQUIRE(::chmod(git_dir.c_str(), 02770) == 0);
  const git::Location location{git_dir, git_dir, {}};
  const git::Access access = git::access_of(location, "0660");
  git::make_own_dir(location, access);
  CHECK(mode_of(location.own_dir()) == 02770);
  REQUIRE(::chmod(location.own_dir().c_str(), 0770) == 0);  // as an earlier version made it
  git::make_own_dir(location, access);
  CHECK(mode_of(location.own_dir()) == 02770);
}

}  // namespace
}  // namespace crmtrack::ledger
