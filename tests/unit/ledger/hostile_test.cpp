#include <doctest/doctest.h>

#include <string>

#include "git/object/commit_object.hpp"
#include "git/object/object_sink.hpp"
#include "git/object/tree_compare.hpp"
#include "ledger/write/folder_guard.hpp"

using namespace crmtrack;
using namespace crmtrack::ledger;

namespace {

git::ObjectId numbered(std::size_t number) { return git::hash_object(git::ObjectKind::blob, std::to_string(number)); }

std::string commit_by(const std::string& person) {
  return "tree " + numbered(1).hex() + "\nauthor " + person + "\ncommitter " + person + "\n\nmessage\n";
}

}  // namespace

TEST_CASE("folders that can hold files of ours are looked into, others told as files") {
  FolderGuard guard;
  std::size_t count = 0;
  for (const char* folder :
       {"complaints", "complaints/2026/11/21/7f3q2mxab4", "complaints/2026/11/21/7f3q2mxab4/x.files",
        "customers/82/acme", "customers/82/acme/x.files", "journal/2026", "ledgers", "complaints/not/ours/perhaps"}) {
    CAPTURE(folder);
    CHECK(guard.judge(folder, numbered(++count)) == git::Look::inside);
  }
  for (const char* folder : {"", "src", "complaint", "ledgers/x", "complaints/2026/11/21/7f3q2mxab4/x",
                             "complaints/2026/11/21/7f3q2mxab4/x.files/y", "customers/82/acme/x"}) {
    CAPTURE(folder);
    CHECK(guard.judge(folder, numbered(++count)) == git::Look::as_file);
  }
}

TEST_CASE("beyond a thousand folders each tree is looked into once") {
  FolderGuard guard;
  const std::string story = "complaints/2026/11/21/7f3q2mxab4";
  for (int i = 0; i < 1000; ++i) REQUIRE(guard.judge(story, numbered(0)) == git::Look::inside);
  CHECK(guard.judge(story, numbered(1)) == git::Look::inside);
  CHECK(guard.judge(story, numbered(1)) == git::Look::as_file);
  CHECK(guard.judge(story + "/x.files", numbered(1)) == git::Look::past);  // records may have the same attachments
  CHECK(guard.judge(story, numbered(2)) == git::Look::inside);
}

TEST_CASE("people and times that no Git writes are read as far as they make sense") {
  const auto author_of = [](const std::string& person) { return git::parse_commit(commit_by(person))->author; };
  CHECK(author_of("A <a@b> 1795000000 -0130").offset == std::chrono::minutes(-90));
  for (const char* offset : {"+9999", "-2400", "+0060", "+-123", "0100", "+1"}) {
    CAPTURE(offset);
    CHECK(author_of(std::string("A <a@b> 1795000000 ") + offset).offset == std::chrono::minutes(0));
  }
  for (const char* time : {"-5", "99999999999999999999", "253402300800", "x", ""}) {
    CAPTURE(time);
    CHECK(author_of(std::string("A <a@b> ") + time + " +0000").time == util::Instant());
  }
  // Git takes the continuation of a header for a header of its own: no name or address has two lines.
  CHECK(author_of("A <a@b\n c> 1 +0000").email.empty());
  CHECK(author_of("A <a@b> 1795000000 +0000\n <c@d>").email == "a@b");
  CHECK(author_of("nobody").name.empty());
}
