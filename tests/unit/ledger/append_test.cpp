#include <doctest/doctest.h>
#include <fmt/format.h>

#include "ledger/read/contents.hpp"
#include "ledger/write/append.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;
using util::Error;

TEST_CASE("git shows exactly the appended files") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string before = ledger.head();
  const NewFile file = activity("7f3q2mxab4", 1, "kind: activity\ntext: hello\n");
  CHECK(append(ledger, addition(ledger, {file}), at(1700000000)) == Landed::yes);
  CHECK(box.git("data", {"show", "ledger:" + file.path}) == file.bytes);
  CHECK(box.git("data", {"log", "-1", "--format=%s|%an|%ae|%at|%ai|%P", "ledger"}) ==
        fmt::format("activity 7f3q2mxab4: call out|Asha|asha@example.com|1700000000|2023-11-14 23:13:20 +0100|{}\n",
                    before));
  CHECK(box.git("data", {"log", "-1", "--format=%(trailers:key=Complaint,valueonly)", "ledger"}) ==
        "20261121-7f3q2mxab4\n\n");
  CHECK(box.fsck("data") == "");
  CHECK(find_file(ledger.repository(), ledger.head(), file.path, 1000) == file.bytes);
  CHECK(list_files(ledger.repository(), ledger.head(), "complaints").size() == 1);
  CHECK(box.git("data", {"status", "--porcelain"}) == "");
}

TEST_CASE("a path that exists is refused and nothing is written") {
  Sandbox box;
  Ledger ledger = box.init("data");
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  const std::string head = ledger.head();
  CHECK_THROWS_AS(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000001)), Error);
  CHECK_THROWS_AS(append(ledger, addition(ledger, {activity("7f3q2mxab4", 2), {"complaints", "x"}}), at(1700000001)),
                  Error);
  CHECK_THROWS_AS(append(ledger, addition(ledger, {{activity("7f3q2mxab4", 1).path + "/below", "x"}}), at(1700000001)),
                  Error);
  CHECK(ledger.head() == head);
}

TEST_CASE("a path that git does not take is refused") {
  Sandbox box;
  Ledger ledger = box.init("data");
  for (const char* path : {"", "/a", "a//b", "../a", "a/./b", ".git/config", "a/.GIT/b", "a/", "a\\b"}) {
    CAPTURE(path);
    CHECK_THROWS_AS(append(ledger, addition(ledger, {{path, "x"}}), at(1700000000)), Error);
  }
}

TEST_CASE("a story that moved since it was judged is left alone; another one does not matter") {
  Sandbox box;
  Ledger ledger = box.init("data");
  Addition judged = addition(ledger, {activity("7f3q2mxab4", 1)});
  judged.unchanged = {testing::folder_of("7f3q2mxab4")};
  REQUIRE(append(ledger, addition(ledger, {activity("8888888888", 2)}), at(1700000000)) == Landed::yes);
  CHECK(append(ledger, judged, at(1700000001)) == Landed::yes);
  CHECK(list_files(ledger.repository(), ledger.head(), "complaints").size() == 2);

  judged.files = {activity("7f3q2mxab4", 3)};
  const std::string head = ledger.head();
  CHECK(append(ledger, judged, at(1700000002)) == Landed::story_moved);
  CHECK(ledger.head() == head);
  judged.base = head;
  CHECK(append(ledger, judged, at(1700000003)) == Landed::yes);
}

TEST_CASE("a ledger that is checked out is refused, with the way out") {
  Sandbox box;
  Ledger ledger = box.init("data");
  box.git("data", {"worktree", "add", box.path("other").string(), "ledger"});
  try {
    append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000));
    FAIL("it was written");
  } catch (const Error& error) {
    CHECK(error.kind() == util::ErrorKind::repository);
    CHECK(error.hints().size() == 2);
  }
  box.git("other", {"switch", "--detach", "ledger"});
  CHECK(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
}

}  // namespace
}  // namespace crmtrack::ledger
