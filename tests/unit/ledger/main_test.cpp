#include <doctest/doctest.h>

#include "ledger/main/commit.hpp"
#include "ledger/main/policy_files.hpp"
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
    commit_main(ledger, files, "Change", at(1700000000));
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::bug;
}

TEST_CASE("an edit is made anew from what somebody else has committed meanwhile") {
  Sandbox box;
  Ledger ledger = box.init("data");
  int attempts = 0;
  const auto add_line = [&](const std::string& commit) {
    std::string text = policy_files(ledger.repository(), commit).at("reasons.yaml");
    // Plain git takes no lock of ours: it moves main between our look at it and our commit.
    if (++attempts == 1) {
      testing::write_text(box.path("data/policy/reasons.yaml"), text + "# plain\n");
      box.git("data", {"commit", "-q", "-am", "plain"});
    }
    return MainChange{{{"policy/reasons.yaml", text + "# ours\n"}}, "ours"};
  };
  const std::string before = policy_files(ledger.repository(), ledger.main_head()).at("reasons.yaml");
  edit_main(ledger, add_line, at(1700000000));
  CHECK(attempts == 2);
  CHECK(testing::read_text(box.path("data/policy/reasons.yaml")) == before + "# plain\n# ours\n");
  CHECK(box.git("data", {"log", "-2", "--format=%s", "main"}) == "ours\nplain\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("an edit that does not fit what somebody else has committed ends, and changes nothing") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string head = ledger.main_head();
  const auto refuse = [](const std::string&) -> MainChange { throw Error(ErrorKind::refused, "it is there already"); };
  CHECK_THROWS_AS(edit_main(ledger, refuse, at(1700000000)), Error);
  CHECK(ledger.main_head() == head);
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
  edit_main(
      ledger,
      [](const std::string&) {
        return MainChange{{}, "nothing"};
      },
      at(1700000000));
  CHECK(ledger.main_head() == head);
}

TEST_CASE("a policy change is committed with its file, and other work stays uncommitted") {
  Sandbox box;
  Ledger ledger = box.init("data");
  testing::write_text(box.path("data/README.md"), "edited\n");
  testing::write_text(box.path("data/policy/people.yaml"), "people: []\n");
  box.git("data", {"add", "policy/people.yaml"});
  commit_main(ledger, kChange, "Add reason a", at(1700000000));
  CHECK(box.git("data", {"status", "--porcelain"}) == " M README.md\nA  policy/people.yaml\n");
  CHECK(testing::read_text(box.path("data/policy/reasons.yaml")) == "reasons: [a]\n");
  CHECK(box.git("data", {"log", "-1", "--format=%s", "main"}) == "Add reason a\n");
  CHECK(box.git("data", {"diff", "--name-only", "main~1", "main"}) == "policy/reasons.yaml\n");
  CHECK(uncommitted_policy_files(ledger) == std::vector<std::string>{"policy/people.yaml"});
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
  commit_main(ledger, kChange, "a", at(1700000000));
  CHECK(box.git_status("data", {"merge", "side"}) == 1);
  CHECK(refusal(ledger, {{"policy/reasons.yaml", "reasons: [c]\n"}}) == ErrorKind::conflict);
}

TEST_CASE("with another branch checked out only the branch moves") {
  Sandbox box;
  Ledger ledger = box.init("data");
  box.git("data", {"switch", "-q", "-c", "side"});
  commit_main(ledger, kChange, "a", at(1700000000));
  CHECK(box.git("data", {"show", "main:policy/reasons.yaml"}) == "reasons: [a]\n");
  CHECK(testing::read_text(box.path("data/policy/reasons.yaml")) == "reasons: []\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("main checked out in a linked worktree is kept in step there") {
  Sandbox box;
  Ledger ledger = box.init("data");
  box.git("data", {"switch", "-q", "-c", "side"});
  box.git("data", {"worktree", "add", "-q", box.path("linked").string(), "main"});
  commit_main(ledger, kChange, "a", at(1700000000));
  CHECK(testing::read_text(box.path("linked/policy/reasons.yaml")) == "reasons: [a]\n");
  CHECK(box.git("linked", {"status", "--porcelain"}) == "");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("a command that was killed before its commit is taken up again") {
  Sandbox box;
  Ledger ledger = box.init("data");
  testing::write_text(box.path("data/policy/reasons.yaml"), kChange.at("policy/reasons.yaml"));
  box.git("data", {"add", "policy"});
  commit_main(ledger, kChange, "a", at(1700000000));
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("plain commits on main go on beside it") {
  Sandbox box;
  Ledger ledger = box.init("data");
  commit_main(ledger, kChange, "a", at(1700000000));
  testing::write_text(box.path("data/policy/reasons.yaml"), "reasons: [a, b]\n");
  CHECK(uncommitted_policy_files(ledger) == std::vector<std::string>{"policy/reasons.yaml"});
  box.git("data", {"commit", "-q", "-am", "b"});
  commit_main(ledger, {{"policy/people.yaml", "people: []\n"}}, "people", at(1700000001));
  CHECK(box.git("data", {"log", "--format=%s", "main"}) == "people\nb\na\nBegin a data repository\n");
  CHECK(policy_files(ledger.repository(), ledger.main_head()).at("reasons.yaml") == "reasons: [a, b]\n");
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

}  // namespace
}  // namespace crmtrack::ledger
