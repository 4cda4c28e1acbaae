#include <doctest/doctest.h>

#include "git/object/loose_sink.hpp"
#include "git/reference/git_lock.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using testing::read_text;
using testing::Sandbox;
using testing::write_text;

TEST_CASE("an empty file that a power cut left in an object's place is written anew") {
  const Sandbox sandbox;
  const Ledger ledger = sandbox.init("data");
  const fs::path objects = ledger.location().common_dir / "objects";
  const std::string hex = git::hash_object(git::ObjectKind::blob, "some text").hex();
  const fs::path path = objects / hex.substr(0, 2) / hex.substr(2);
  fs::create_directories(path.parent_path());
  write_text(path, "");
  git::LooseSink sink(objects, {});
  sink.write(git::ObjectKind::blob, "some text");
  sink.finish();
  CHECK(sandbox.git("data", {"cat-file", "blob", hex}) == "some text");
}

TEST_CASE("a lock of a dead process of ours is taken over, one of somebody else is not") {
  const Sandbox sandbox;
  const Ledger ledger = sandbox.init("data");
  const git::Location& location = ledger.location();
  const fs::path target = location.common_dir / "refs" / "heads" / "ledger";
  const std::string before = read_text(target);
  const fs::path own = location.own_dir() / "lock.refs-heads-ledger";
  write_text(own, "half");
  fs::create_hard_link(own, git::lock_of(target));
  {
    auto lock = git::GitLock::try_take(location, {}, target);
    REQUIRE(lock);
    lock->write(before);
  }
  CHECK_FALSE(fs::exists(git::lock_of(target)));
  CHECK_FALSE(fs::exists(own));
  CHECK(read_text(target) == before);
  write_text(git::lock_of(target), "somebody else's");
  CHECK_FALSE(git::GitLock::try_take(location, {}, target));
  CHECK(read_text(git::lock_of(target)) == "somebody else's");
  CHECK_FALSE(fs::exists(own));
}

TEST_CASE("a file committed under a lock takes its target's place") {
  const Sandbox sandbox;
  const Ledger ledger = sandbox.init("data");
  const git::Location& location = ledger.location();
  const fs::path target = location.common_dir / "some" / "file";
  auto lock = git::GitLock::try_take(location, {}, target);
  REQUIRE(lock);
  lock->write("one\n");
  lock->commit();
  CHECK(read_text(target) == "one\n");
  CHECK_FALSE(fs::exists(git::lock_of(target)));
}

}  // namespace
}  // namespace crmtrack::ledger
