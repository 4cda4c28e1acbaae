#include <doctest/doctest.h>

#include "git/reference/branch_names.hpp"
#include "ledger/audit/proof/wholeness.hpp"
#include "ledger/share/lost_branch.hpp"
#include "ledger/write/append.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;

/// A ledger with two records; the head before the second.
std::string make_ledger(const Sandbox& box) {
  Ledger ledger = box.init("data");
  append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000));
  std::string before = ledger.head();
  append(ledger, addition(ledger, {activity("7f3q2mxab4", 2, "kind: activity\ntext: second\n")}), at(1700000001));
  return before;
}

void remove_object(const Sandbox& box, const std::string& name) {
  std::string id = box.git("data", {"rev-parse", name});
  id.pop_back();
  REQUIRE(fs::remove(box.path("data/.git/objects") / id.substr(0, 2) / id.substr(2)));
}

TEST_CASE("a sound repository has no damaged branch") {
  const Sandbox box;
  make_ledger(box);
  CHECK(find_damaged_branches(box.open("data").location(), box.environment()).empty());
}

TEST_CASE("the commit before a head is named, whatever object the head lacks") {
  const Sandbox box;
  const std::string before = make_ledger(box);
  const git::Location location = box.open("data").location();
  std::string kind = "tree ";
  SUBCASE("the commit") {
    kind = "commit ";
    remove_object(box, "refs/heads/ledger");
  }
  SUBCASE("its tree") { remove_object(box, "refs/heads/ledger^{tree}"); }
  SUBCASE("a folder") { remove_object(box, "refs/heads/ledger:complaints"); }
  SUBCASE("a file, and no log") {
    kind = "blob ";
    const std::string path = activity("7f3q2mxab4", 2).path;
    remove_object(box, "refs/heads/ledger:" + path);
    fs::remove(box.path("data/.git/logs/refs/heads/ledger"));
  }
  const auto damaged = find_damaged_branches(location, box.environment());
  REQUIRE(damaged.size() == 1);
  CHECK(damaged.front().name == git::kLedgerRef);
  CHECK(damaged.front().gap.find(kind) != std::string::npos);
  CHECK(damaged.front().whole == before);
}

TEST_CASE("where nothing is whole, nothing is named") {
  const Sandbox box;
  make_ledger(box);
  const git::Location location = box.open("data").location();
  std::string root = box.git("data", {"rev-list", "--max-parents=0", "refs/heads/ledger"});
  root.pop_back();
  remove_object(box, root);
  const auto damaged = find_damaged_branches(location, box.environment());
  REQUIRE(damaged.size() == 1);
  CHECK(damaged.front().gap == "commit " + root);
  CHECK(damaged.front().whole.empty());
}

TEST_CASE("a branch that is gone is found in its log or by the index, and made again where it was") {
  const Sandbox box;
  const std::string before = make_ledger(box);
  const git::Location location = box.open("data").location();
  const std::string head = box.open("data").head();
  CHECK_FALSE(find_lost_branch(location, box.environment(), head));
  fs::remove(location.common_dir / git::kLedgerRef);
  auto lost = find_lost_branch(location, box.environment(), before);
  REQUIRE(lost);
  CHECK(lost->head == head);  // by its log, which is newer than the index
  fs::remove(location.common_dir / "logs" / git::kLedgerRef);
  CHECK_FALSE(find_lost_branch(location, box.environment(), ""));
  lost = find_lost_branch(location, box.environment(), before);
  REQUIRE(lost);
  CHECK(lost->head == before);
  CHECK(lost->gap.empty());
  CHECK(bring_back_branch(location, box.environment(), *lost, at(1700000002)));
  CHECK(box.open("data").head() == before);
  CHECK_FALSE(bring_back_branch(location, box.environment(), {head, {}, {}}, at(1700000002)));
  CHECK(box.open("data").head() == before);
}

TEST_CASE("a branch that is gone with its commit is told with what is missing") {
  const Sandbox box;
  make_ledger(box);
  const git::Location location = box.open("data").location();
  const std::string head = box.open("data").head();
  remove_object(box, "refs/heads/ledger:complaints");
  fs::remove(location.common_dir / git::kLedgerRef);
  const auto lost = find_lost_branch(location, box.environment(), head);
  REQUIRE(lost);
  CHECK(lost->head == head);
  CHECK(lost->gap.starts_with("'complaints' (tree "));
}

}  // namespace
}  // namespace crmtrack::ledger
