#include <doctest/doctest.h>

#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::at;
using testing::Sandbox;
using util::Error;
using util::ErrorKind;

const std::map<std::string, std::string> kChange{{"policy/reasons.yaml", "reasons: [a]\n"}};

ErrorKind refusal(Ledger& ledger, const std::map<std::string, std::string>& files) {
  try {
    ledger.commit_main(files, "Change", at(1700000000));
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::bug;
}

TEST_CASE("what somebody else has changed meanwhile is not undone") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string seen = ledger.main_head();
  ledger.commit_main(kChange, "Add reason a", at(1700000000), seen);
  ErrorKind kind = ErrorKind::bug;
  try {
    ledger.commit_main({{"policy/reasons.yaml", "reasons: [b]\n"}}, "Add reason b", at(1700000001), seen);
  } catch (const Error& error) {
    kind = error.kind();
  }
  CHECK(kind == ErrorKind::busy);
  CHECK(testing::read_text(box.path("data/policy/reasons.yaml")) == "reasons: [a]\n");
  ledger.commit_main({{"policy/people.yaml", "people: []\n"}}, "Another file", at(1700000002), seen);
}

TEST_CASE("a policy change is committed with its file, and other work stays uncommitted") {
  Sandbox box;
  Ledger ledger = box.init("data");
  testing::write_text(box.path("data/README.md"), "edited\n");
  testing::write_text(box.path("data/policy/people.yaml"), "people: []\n");
  box.git("data", {"add", "policy/people.yaml"});
  ledger.commit_main(kChange, "Add reason a", at(1700000000));
  CHECK(box.git("data", {"status", "--porcelain"}) == " M README.md\nA  policy/people.yaml\n");
  CHECK(testing::read_text(box.path("data/policy/reasons.yaml")) == "reasons: [a]\n");
  CHECK(box.git("data", {"log", "-1", "--format=%s", "main"}) == "Add reason a\n");
  CHECK(box.git("data", {"diff", "--name-only", "main~1", "main"}) == "policy/reasons.yaml\n");
  CHECK(ledger.uncommitted_policy_files() == std::vector<std::string>{"policy/people.yaml"});
  CHECK(box.fsck("data") == "");
}

TEST_CASE("a file with uncommitted changes is refused and left as it is") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string head = ledger.main_head();
  SUBCASE("edited") { testing::write_text(box.path("data/policy/reasons.yaml"), "mine\n"); }
  SUBCASE("staged") {
    testing::write_text(box.path("data/policy/reasons.yaml"), "mine\n");
    box.git("data", {"add", "policy"});
    testing::write_text(box.path("data/policy/reasons.yaml"), "reasons: []\n");
  }
  SUBCASE("deleted") { std::filesystem::remove(box.path("data/policy/reasons.yaml")); }
  const std::string status = box.git("data", {"status", "--porcelain"});
  CHECK(refusal(ledger, kChange) == ErrorKind::refused);
  CHECK(ledger.main_head() == head);
  CHECK(box.git("data", {"status", "--porcelain"}) == status);
}

TEST_CASE("an untracked file in the place of a new one is refused") {
  Sandbox box;
  Ledger ledger = box.init("data");
  testing::write_text(box.path("data/policy/people.yaml"), "mine\n");
  CHECK(refusal(ledger, {{"policy/people.yaml", "people: []\n"}}) == ErrorKind::refused);
  CHECK(testing::read_text(box.path("data/policy/people.yaml")) == "mine\n");
}

TEST_CASE("nothing is written through a symbolic link") {
  Sandbox box;
  Ledger ledger = box.init("data");
  std::filesystem::create_directory(box.path("outside"));
  std::filesystem::create_directory_symlink(box.path("outside"), box.path("data/linked"));
  CHECK(refusal(ledger, {{"linked/people.yaml", "people: []\n"}}) == ErrorKind::refused);
  CHECK_FALSE(std::filesystem::exists(box.path("outside/people.yaml")));
}

TEST_CASE("a merge that is not finished is a person's to settle") {
  Sandbox box;
  Ledger ledger = box.init("data");
  box.git("data", {"switch", "-q", "-c", "side"});
  testing::write_text(box.path("data/policy/reasons.yaml"), "reasons: [b]\n");
  box.git("data", {"commit", "-q", "-am", "b"});
  box.git("data", {"switch", "-q", "main"});
  ledger.commit_main(kChange, "a", at(1700000000));
  CHECK(box.git_status("data", {"merge", "side"}) == 1);
  CHECK(refusal(ledger, {{"policy/reasons.yaml", "reasons: [c]\n"}}) == ErrorKind::conflict);
}

TEST_CASE("with another branch checked out only the branch moves") {
  Sandbox box;
  Ledger ledger = box.init("data");
  box.git("data", {"switch", "-q", "-c", "side"});
  ledger.commit_main(kChange, "a", at(1700000000));
  CHECK(box.git("data", {"show", "main:policy/reasons.yaml"}) == "reasons: [a]\n");
  CHECK(testing::read_text(box.path("data/policy/reasons.yaml")) == "reasons: []\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("main checked out in a linked worktree is kept in step there") {
  Sandbox box;
  Ledger ledger = box.init("data");
  box.git("data", {"switch", "-q", "-c", "side"});
  box.git("data", {"worktree", "add", "-q", box.path("linked").string(), "main"});
  ledger.commit_main(kChange, "a", at(1700000000));
  CHECK(testing::read_text(box.path("linked/policy/reasons.yaml")) == "reasons: [a]\n");
  CHECK(box.git("linked", {"status", "--porcelain"}) == "");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("a command that was killed before its commit is taken up again") {
  Sandbox box;
  Ledger ledger = box.init("data");
  testing::write_text(box.path("data/policy/reasons.yaml"), kChange.at("policy/reasons.yaml"));
  box.git("data", {"add", "policy"});
  ledger.commit_main(kChange, "a", at(1700000000));
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("plain commits on main go on beside it") {
  Sandbox box;
  Ledger ledger = box.init("data");
  ledger.commit_main(kChange, "a", at(1700000000));
  testing::write_text(box.path("data/policy/reasons.yaml"), "reasons: [a, b]\n");
  CHECK(ledger.uncommitted_policy_files() == std::vector<std::string>{"policy/reasons.yaml"});
  box.git("data", {"commit", "-q", "-am", "b"});
  ledger.commit_main({{"policy/people.yaml", "people: []\n"}}, "people", at(1700000001));
  CHECK(box.git("data", {"log", "--format=%s", "main"}) == "people\nb\na\nBegin a data repository\n");
  CHECK(ledger.policy_files(ledger.main_head()).at("reasons.yaml") == "reasons: [a, b]\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

}  // namespace
}  // namespace crmtrack::ledger
