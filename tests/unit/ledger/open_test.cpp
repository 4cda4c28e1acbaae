#include <doctest/doctest.h>
#include <unistd.h>

#include "sandbox.hpp"

#include "git/reference/branch_names.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "ledger/write/append.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;
using util::Error;

/// The message and the first hint with which opening fails.
std::pair<std::string, std::string> refusal(const Sandbox& box, const std::string& name) {
  try {
    (void)box.open(name);
  } catch (const Error& error) {
    CHECK(error.kind() == util::ErrorKind::repository);
    return {error.what(), error.hints().empty() ? "" : error.hints().front()};
  }
  return {};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Runs what a hint says, in a shell, with the sandbox's git.
void follow(const Sandbox& box, const std::string& hint) { box.git(".", {"-c", "alias.hint=!" + hint, "hint"}); }

TEST_CASE("a repository without a ledger says how to make one") {
  Sandbox box;
  fs::create_directories(box.path("data"));
  box.git("data", {"init", "-q"});
  const auto [message, hint] = refusal(box, "data");
  CHECK(has(message, "no branch 'ledger'"));
  CHECK(has(hint, "crmtrack init"));
}

TEST_CASE("a newer format is refused, whichever file says so") {
  Sandbox box;
  Ledger ledger = box.init("data");
  REQUIRE(append(ledger, addition(ledger, {{"ledgers/a.yaml", "format: 1\n"}}), at(1700000000)) == Landed::yes);
  CHECK(box.open("data").head() == ledger.head());
  REQUIRE(append(ledger, addition(ledger, {{"ledgers/b.yaml", "format: 2\n"}}), at(1700000000)) == Landed::yes);
  CHECK(has(refusal(box, "data").first, "its format is 2"));
  CHECK_THROWS_AS(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)), Error);
}

TEST_CASE("objects named by SHA-256 are refused") {
  Sandbox box;
  fs::create_directories(box.path("data"));
  box.git("data", {"init", "-q", "--object-format=sha256"});
  CHECK(has(refusal(box, "data").first, "sha256"));
}

TEST_CASE("another owner's repository is refused until it is declared safe") {
  if (::geteuid() != 0) return;
  Sandbox box;
  box.init("data");
  for (const char* name : {"data", "data/.git"}) REQUIRE(::chown(box.path(name).c_str(), 65534, 65534) == 0);
  const auto [message, hint] = refusal(box, "data");
  CHECK(has(message, "belongs to another user"));
  follow(box, hint.substr(hint.find("git config")));
  CHECK(refusal(box, "data").first.empty());
}

TEST_CASE("clones that lack something say how to complete them") {
  Sandbox box;
  Ledger ledger = box.init("data");
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  const std::string url = "file://" + box.path("data").string();
  box.git("data", {"config", "uploadpack.allowFilter", "true"});

  SUBCASE("shallow") {
    box.git(".", {"clone", "-q", "--depth=1", "--no-single-branch", url, "clone"});
    CHECK(has(refusal(box, "clone").first, "shallow"));
  }
  SUBCASE("partial") {
    box.git(".", {"clone", "-q", "--filter=blob:none", url, "clone"});
    CHECK(has(refusal(box, "clone").first, "partial"));
  }
  SUBCASE("single branch") {
    box.git(".", {"clone", "-q", "--single-branch", url, "clone"});
    CHECK(has(refusal(box, "clone").first, "single branch"));
  }
  SUBCASE("of an empty remote") {
    box.git(".", {"init", "-q", "--bare", "empty.git"});
    box.git(".", {"clone", "-q", "file://" + box.path("empty.git").string(), "clone"});
    CHECK(has(refusal(box, "clone").first, "neither it nor its remote 'origin'"));
    return;
  }
  follow(box, refusal(box, "clone").second);
  CHECK(refusal(box, "clone").first.empty());
  CHECK(box.open("clone").head() == ledger.head());
}

TEST_CASE("a fresh plain clone is read through what it fetched, and gets its branch with the first record") {
  Sandbox box;
  box.init("data");
  box.git(".", {"clone", "-q", "data", "clone"});
  Ledger clone = box.open("clone");
  const std::string fetched = clone.head();
  CHECK(fetched == box.open("data").head());
  CHECK(append(clone, addition(clone, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  CHECK(box.git("clone", {"rev-parse", "ledger^"}) == fetched + "\n");
}

TEST_CASE("branches are found loose and packed, from every worktree and from folders below") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string head = ledger.head();
  box.git("data", {"pack-refs", "--all"});
  CHECK_FALSE(fs::exists(box.path("data/.git/refs/heads/ledger")));
  CHECK(ledger.head() == head);
  CHECK(git::read_reference(ledger.location(), git::kLedgerRef) == head);
  CHECK(git::read_reference(ledger.location(), "HEAD") == ledger.main_head());
  CHECK(git::read_reference(ledger.location(), "refs/heads/none") == std::nullopt);
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  CHECK(ledger.head() != head);

  box.git("data", {"worktree", "add", "-q", "--detach", box.path("linked").string(), "main"});
  Ledger linked = box.open("linked/policy");
  CHECK(linked.location().common_dir == ledger.location().common_dir);
  CHECK(linked.location().work_tree == fs::canonical(box.path("linked")));
  CHECK(linked.head() == ledger.head());
  CHECK(append(linked, addition(linked, {activity("7f3q2mxab4", 2)}), at(1700000000)) == Landed::yes);
  CHECK(box.git("data", {"rev-parse", "ledger"}) == linked.head() + "\n");
}

TEST_CASE("revisions are found as git finds them") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string first = ledger.head();
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  box.git("data", {"tag", "-a", "-m", "a", "mark", "ledger"});
  CHECK(find_revision(ledger, "ledger~1") == first);
  CHECK(find_revision(ledger, "ledger@{1}") == first);
  CHECK(find_revision(ledger, "mark") == ledger.head());
  CHECK(find_revision(ledger, first.substr(0, 10)) == first);
  CHECK(find_revision(ledger, "nothing") == std::nullopt);
  CHECK(find_revision(ledger, "ledger:complaints") == std::nullopt);
}

TEST_CASE("where there is no repository none is found") {
  Sandbox box;
  CHECK_FALSE(git::find_location(box.path("home")).has_value());
  testing::write_text(box.path("home/.git"), "gitdir: nowhere\n");
  CHECK_FALSE(git::find_location(box.path("home")).has_value());
}

TEST_CASE("blobs beyond the limit are refused, absent ones are the repository's fault") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const NewFile file = activity("7f3q2mxab4", 1, std::string(1000, 'x'));
  REQUIRE(append(ledger, addition(ledger, {file}), at(1700000000)) == Landed::yes);
  const std::string blob = list_files(ledger.repository(), ledger.head(), "complaints").at(0).blob;
  CHECK(read_blob(ledger, blob, 1000) == file.bytes);
  CHECK_THROWS_AS((void)read_blob(ledger, blob, 999), Error);
  CHECK_THROWS_AS((void)read_blob(ledger, std::string(40, '1'), 999), Error);
  CHECK_THROWS_AS((void)read_blob(ledger, "x", 999), Error);
  CHECK(find_file(ledger.repository(), ledger.head(), "complaints", 999) == std::nullopt);
  CHECK(find_file(ledger.repository(), ledger.head(), "complaints/2026/x", 999) == std::nullopt);
}

}  // namespace
}  // namespace crmtrack::ledger
