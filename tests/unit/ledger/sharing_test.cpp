#include <doctest/doctest.h>

#include "git/program/git_program.hpp"
#include "git/reference/refspec.hpp"
#include "ledger/share/remotes.hpp"
#include "ledger/share/upstream.hpp"
#include "sandbox.hpp"

namespace git = crmtrack::git;
namespace ledger = crmtrack::ledger;
using crmtrack::ledger::testing::Sandbox;
using crmtrack::util::ProcessResult;

TEST_CASE("refspecs say where a branch is kept") {
  const std::vector<std::string> usual{"+refs/heads/*:refs/remotes/origin/*"};
  CHECK(git::map_reference(usual, "refs/heads/ledger") == "refs/remotes/origin/ledger");
  CHECK_FALSE(git::map_reference(usual, "refs/tags/ledger"));
  CHECK_FALSE(git::map_reference({}, "refs/heads/ledger"));
  CHECK_FALSE(git::map_reference({"+refs/heads/main:refs/remotes/origin/main"}, "refs/heads/ledger"));
  CHECK(git::map_reference({"refs/heads/ledger:refs/x/l"}, "refs/heads/ledger") == "refs/x/l");
  CHECK(git::map_reference({"refs/*:refs/*"}, "refs/heads/ledger") == "refs/heads/ledger");
  CHECK(git::map_reference({"refs/heads/l*er:refs/a/*/b"}, "refs/heads/ledger") == "refs/a/edg/b");
  CHECK_FALSE(git::map_reference({"refs/heads/ledger*ledger:refs/a/*"}, "refs/heads/ledger"));
  CHECK_FALSE(git::map_reference({"refs/heads/ledger"}, "refs/heads/ledger"));
  CHECK_FALSE(git::map_reference({usual.front(), "^refs/heads/ledger"}, "refs/heads/ledger"));
}

TEST_CASE("an address is shown without its password") {
  CHECK(git::shown_address("https://ana:secret@example.com/x.git") == "https://ana@example.com/x.git");
  CHECK(git::shown_address("https://ana@example.com:8443/x.git") == "https://ana@example.com:8443/x.git");
  CHECK(git::shown_address("ssh://git@example.com:22/x@y:z.git") == "ssh://git@example.com:22/x@y:z.git");
  CHECK(git::shown_address("git@example.com:x.git") == "git@example.com:x.git");
  CHECK(git::shown_address("https://:p@ss@example.com") == "https://@example.com");
}

TEST_CASE("the result of a push is read from its porcelain") {
  const auto all = git::parse_push(
      "To /tmp/x.git\n"
      "=\trefs/heads/main:refs/heads/main\t[up to date]\n"
      " \trefs/heads/ledger:refs/heads/ledger\t1234..5678\n"
      "*\trefs/heads/a:refs/heads/a\t[new branch]\n"
      "!\trefs/heads/b:refs/heads/b\t[rejected] (fetch first)\n"
      "!\trefs/heads/c:refs/heads/c\t[remote rejected] (cannot lock ref 'refs/heads/c': is at 1 but expected 2)\n"
      "!\trefs/heads/d:refs/heads/d\t[remote rejected] (pre-receive hook \x1b[31mdeclined)\n"
      "Done\n");
  REQUIRE(all.size() == 6);
  using State = git::Pushed::State;
  const State expected[] = {State::same, State::sent, State::sent, State::outrun, State::outrun, State::refused};
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].state == expected[i]);
  CHECK(all[1].reference == "refs/heads/ledger");
  CHECK(all[5].reason.find('\x1b') == std::string::npos);
  CHECK(all[5].reason.starts_with("pre-receive hook"));
}

TEST_CASE("of what git says, one line tells it") {
  const auto explained = [](const std::string& words) { return git::explain_git(ProcessResult{128, "", words}); };
  CHECK(explained("fatal: unable to connect to localhost:\nlocalhost[0: 127.0.0.1]: errno=Connection refused\n") ==
        "unable to connect to localhost: localhost[0: 127.0.0.1]: errno=Connection refused");
  CHECK(
      explained("ssh: connect to host x port 22: Connection refused\nfatal: Could not read from remote repository.\n\n"
                "Please make sure you have the correct access rights\nand the repository exists.\n") ==
      "ssh: connect to host x port 22: Connection refused");
  CHECK(explained("From /x\nwarning: hm\nerror: it broke.\n") == "it broke");
  CHECK(explained("remote: go away\x07\n").find('\x07') == std::string::npos);
  CHECK(explained("") == "git ended with status 128");
}

TEST_CASE("the upstream is set up once, and what the user has set stays") {
  const Sandbox sandbox;
  auto origin = sandbox.init("origin");
  sandbox.git("", {"clone", "-q", sandbox.path("origin").string(), sandbox.path("clone").string()});
  const auto config = [&](const std::string& key) { return sandbox.git("clone", {"config", "--get-all", key}); };
  auto ledger = sandbox.open("clone");
  CHECK(ledger::find_upstream_remote(ledger)->tracking_ledger == "refs/remotes/origin/ledger");
  CHECK(ledger::set_up_upstream(ledger).branches);
  CHECK(config("branch.ledger.remote") == "origin\n");
  CHECK(config("branch.ledger.merge") == "refs/heads/ledger\n");
  CHECK(config("branch.main.merge") == "refs/heads/main\n");
  CHECK(config("remote.origin.push") == "refs/heads/main:refs/heads/main\nrefs/heads/ledger:refs/heads/ledger\n");
  CHECK_FALSE(ledger::set_up_upstream(ledger).branches);
  sandbox.git("clone", {"config", "--unset-all", "remote.origin.push"});
  auto again = sandbox.open("clone");
  CHECK_FALSE(ledger::set_up_upstream(again).branches);

  sandbox.git("", {"clone", "-q", sandbox.path("origin").string(), sandbox.path("other").string()});
  sandbox.git("other", {"config", "remote.origin.push", "refs/heads/ledger"});
  sandbox.git("other", {"config", "branch.main.remote", "origin"});
  auto other = sandbox.open("other");
  CHECK(ledger::set_up_upstream(other).branches);
  CHECK(sandbox.git("other", {"config", "--get-all", "remote.origin.push"}) == "refs/heads/ledger\n");
  CHECK_FALSE(ledger::set_up_upstream(origin).branches);
}
