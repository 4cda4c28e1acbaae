#include <doctest/doctest.h>

#include <algorithm>

#include "git/object/deflate.hpp"
#include "git/object/object_sink.hpp"
#include "git/object/object_store.hpp"
#include "ledger/audit/finding.hpp"
#include "ledger/audit/lookalikes.hpp"
#include "ledger/audit/proof/damage.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "ledger/share/push/references.hpp"
#include "ledger/write/append.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;

TEST_CASE("a pushed reference is ours by its whole name alone") {
  CHECK(pushed_kind("refs/heads/ledger") == PushedKind::ledger);
  CHECK(pushed_kind("refs/heads/main") == PushedKind::main);
  CHECK(pushed_kind("refs/heads/policy/holidays") == PushedKind::proposal);
  CHECK(pushed_kind("refs/tags/checkpoint/2026-11-22T09-12-00Z") == PushedKind::checkpoint);
  for (const char* name :
       {"refs/tags/ledger", "refs/heads/heads/ledger", "refs/heads/refs/heads/ledger", "refs/ledger",
        "refs/heads/Ledger", "refs/heads/ledger/x", "refs/heads/policy", "refs/tags/checkpoint", "refs/crmtrack/keys",
        "refs/crmtrack/receipts", "refs/replace/0123456789012345678901234567890123456789", "refs/remotes/origin/ledger",
        "ledger", ""}) {
    CAPTURE(name);
    CHECK(pushed_kind(name) == PushedKind::foreign);
    CHECK(describe_foreign(name).find("is no reference of a data repository") != std::string::npos);
  }
  CHECK(describe_foreign("refs/tags/\x1b[31m").find('\x1b') == std::string::npos);
}

TEST_CASE("the words ledger and main are the branches, whatever else bears the name") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string older = ledger.head();
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  const std::string head = ledger.head(), main = ledger.main_head();
  for (const std::string name : {"refs/tags/ledger", "refs/tags/heads/ledger", "refs/heads/heads/ledger", "refs/ledger",
                                 "refs/tags/refs/heads/ledger", "refs/remotes/ledger/HEAD"})
    box.git("data", {"update-ref", name, main});
  box.git("data", {"update-ref", "refs/tags/main", head});
  box.git("data", {"update-ref", "refs/tags/work", older});
  for (const std::string name : {"ledger", "heads/ledger", "refs/heads/ledger", "ledger^0", "ledger~0", "ledger@{0}"}) {
    CAPTURE(name);
    CHECK(find_revision(ledger, name) == head);
  }
  CHECK(find_revision(ledger, "ledger~1") == older);
  CHECK(find_revision(ledger, "main") == main);
  CHECK(find_revision(ledger, "work") == older);
  CHECK(find_revision(ledger, "refs/tags/ledger") == main);
  box.git("data", {"update-ref", "refs/remotes/origin/ledger", older});
  box.git("data", {"update-ref", "refs/tags/origin/ledger", main});
  CHECK(find_revision(ledger, "origin/ledger") == older);
  CHECK(find_revision(ledger, "nothing") == std::nullopt);
  CHECK(find_revision(ledger, "ledger:x") == std::nullopt);
}

std::size_t count_of(const std::vector<Finding>& findings, FindingKind kind) {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [&](const Finding& finding) { return finding.kind == kind; }));
}

TEST_CASE("names that plain git would show instead of the ledger are reported") {
  Sandbox box;
  Ledger ledger = box.init("data");
  CHECK(find_lookalikes(ledger.repository()).empty());
  box.git("data", {"update-ref", "refs/remotes/origin/ledger", ledger.head()});
  box.git("data", {"update-ref", "refs/tags/ledgers", ledger.head()});
  CHECK(find_lookalikes(ledger.repository()).empty());
  for (const std::string name :
       {"refs/tags/main", "refs/heads/heads/ledger", "refs/ledger", "refs/remotes/ledger/HEAD"})
    box.git("data", {"update-ref", name, ledger.head()});
  CHECK(count_of(find_lookalikes(ledger.repository()), FindingKind::name_ambiguous) == 4);
  testing::write_text(box.path("data/.git/main"), ledger.head() + "\n");
  CHECK(count_of(find_lookalikes(ledger.repository()), FindingKind::name_ambiguous) == 5);
  box.git("data", {"replace", ledger.head(), ledger.main_head()});
  testing::write_text(box.path("data/.git/info/grafts"), ledger.head() + "\n");
  CHECK(count_of(find_lookalikes(ledger.repository()), FindingKind::object_replaced) == 2);
  CHECK(read_commit(ledger.repository(), ledger.head()).id == ledger.head());
}

/// Puts other bytes of the same kind under an object's name.
void swap_object(const Sandbox& box, const std::string& folder, const std::string& id, const std::string& object) {
  std::string packed;
  git::Deflater().append(object, packed);
  const auto file = box.path(folder + "/.git/objects/" + id.substr(0, 2)) / id.substr(2);
  REQUIRE(std::filesystem::remove(file));
  testing::write_text(file, packed);
}

TEST_CASE("bytes that are not those of the name are never read") {
  Sandbox box;
  Ledger ledger = box.init("data");
  REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 1)}), at(1700000000)) == Landed::yes);
  CHECK(search_damage(ledger, 100).findings.empty());
  CHECK(search_damage(ledger, 100).is_all);
  CHECK_FALSE(search_damage(ledger, 2).is_all);
  const File file = list_files(ledger.repository(), ledger.head(), "complaints").front();
  swap_object(box, "data", file.blob, git::object_header(git::ObjectKind::blob, 6) + "forged");
  const Ledger again = box.open("data");
  CHECK_THROWS_AS((void)read_blob(again, file.blob, 1000), git::UnreadableObject);
  const DamageSearch search = search_damage(again, 100);
  REQUIRE(search.findings.size() == 1);
  CHECK(search.findings.front().path == file.path);
  CHECK(search.findings.front().message.find(file.blob) != std::string::npos);
}

}  // namespace
}  // namespace crmtrack::ledger
