#include "ledger/share/received.hpp"

#include <doctest/doctest.h>

#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::Sandbox;

TEST_CASE("a received state is remembered until the tracking branch or the configuration changes") {
  Sandbox box;
  const Ledger ledger = box.init("data");
  const git::Location& place = ledger.location();
  const std::string tracking = "refs/remotes/origin/ledger";
  CHECK(!find_received(place));
  box.git("data", {"update-ref", tracking, "ledger"});
  remember_received(place, {tracking, ledger.head(), "it\tis\nrefused"});
  auto found = find_received(place);
  REQUIRE(found);
  CHECK(found->reference == tracking);
  CHECK(found->commit == ledger.head());
  CHECK(found->refusal.find('\n') == std::string::npos);

  SUBCASE("the branch moved") { box.git("data", {"update-ref", tracking, "main"}); }
  SUBCASE("the branch is gone") { box.git("data", {"update-ref", "-d", tracking}); }
  SUBCASE("another remote is the upstream now") { box.git("data", {"config", "crmtrack.remote", "other"}); }
  SUBCASE("the ledger was rewritten") { forget_received(place); }
  SUBCASE("the file is cut short") {
    const std::string text = testing::read_text(place.own_dir() / "received");
    testing::write_text(place.own_dir() / "received", text.substr(0, text.size() - 1));
  }
  SUBCASE("the file is none of ours") {
    std::filesystem::remove(place.own_dir() / "received");
    std::filesystem::create_directory(place.own_dir() / "received");
    remember_received(place, *found);  // cannot be written: nothing is remembered
  }
  CHECK(!find_received(place));
}

TEST_CASE("that there is no upstream is remembered too") {
  Sandbox box;
  const Ledger ledger = box.init("data");
  remember_received(ledger.location(), {});
  REQUIRE(find_received(ledger.location()));
  box.git("data", {"remote", "add", "origin", "elsewhere"});
  CHECK(!find_received(ledger.location()));
}

}  // namespace
}  // namespace crmtrack::ledger
