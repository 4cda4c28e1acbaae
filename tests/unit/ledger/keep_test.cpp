#include <doctest/doctest.h>

#include <optional>

#include "git/object/loose_sink.hpp"
#include "git/object/pack_keep.hpp"
#include "git/object/pack_sink.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using testing::read_text;
using testing::Sandbox;
using testing::write_text;

TEST_CASE("the .keep of a living process stays, one that a dead process left goes, a user's own stays") {
  const Sandbox sandbox;
  const Ledger ledger = sandbox.init("data");
  const fs::path objects = ledger.location().common_dir / "objects";
  const fs::path pack = objects / "pack" / "pack-0123.pack", keep = objects / "pack" / "pack-0123.keep";
  std::string ours;
  {
    const git::PackKeep living(pack, {});
    ours = read_text(keep);
    CHECK(git::remove_dead_keeps(objects) == 0);
    CHECK(fs::exists(keep));
    { const git::PackKeep shared(pack, {}); }
    CHECK(fs::exists(keep));
  }
  CHECK_FALSE(fs::exists(keep));
  write_text(keep, ours);
  CHECK(git::remove_dead_keeps(objects) == 1);
  CHECK_FALSE(fs::exists(keep));
  for (const std::string& text : {std::string(), std::string("mine\n"), ours + "and mine\n"}) {
    write_text(keep, text);
    CHECK(git::remove_dead_keeps(objects) == 0);
    CHECK(read_text(keep) == text);
  }
  { const git::PackKeep beside(pack, {}); }
  CHECK(fs::exists(keep));
}

TEST_CASE("a pack is kept from every repack until its sink goes") {
  const Sandbox sandbox;
  const Ledger ledger = sandbox.init("data");
  const fs::path objects = ledger.location().common_dir / "objects";
  const std::string hex = git::hash_object(git::ObjectKind::blob, "some text").hex();
  std::optional<git::PackSink> sink(std::in_place, objects, git::Access{});
  sink->write(git::ObjectKind::blob, "some text");
  sink->finish();
  sandbox.git("data", {"repack", "-adq"});
  sandbox.git("data", {"gc", "-q", "--prune=now"});
  CHECK(sink->is_intact());
  CHECK(sandbox.git("data", {"cat-file", "blob", hex}) == "some text");
  sink.reset();
  sandbox.git("data", {"repack", "-adq"});
  CHECK(sandbox.git_status("data", {"cat-file", "-e", hex}) != 0);
}

TEST_CASE("loose objects that a repack has packed, or is about to drop, are not intact") {
  const Sandbox sandbox;
  const Ledger ledger = sandbox.init("data");
  git::LooseSink sink(ledger.location().common_dir / "objects", {});
  CHECK(sink.is_intact());
  sink.write(git::ObjectKind::blob, "some text");
  sink.finish();
  CHECK(sink.is_intact());
  SUBCASE("packed and still loose") { sandbox.git("data", {"repack", "-q", "--geometric=2"}); }
  SUBCASE("packed") { sandbox.git("data", {"repack", "-dq", "--geometric=2"}); }
  SUBCASE("dropped") {
    sandbox.git("data", {"repack", "-dq", "--geometric=2"});
    sandbox.git("data", {"repack", "-adq"});
  }
  CHECK_FALSE(sink.is_intact());
}

}  // namespace
}  // namespace crmtrack::ledger
