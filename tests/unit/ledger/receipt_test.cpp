#include "ledger/share/push/receipt.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <thread>

#include "git/program/repository.hpp"
#include "git/reference/branch_names.hpp"
#include "ledger/share/push/receipt_write.hpp"
#include "ledger/share/remotes.hpp"
#include "ledger/write/append.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::Sandbox;

Receipt sample_receipt() {
  Receipt receipt{.time = util::Instant(std::chrono::seconds(1700000000)), .heads = {}};
  receipt.heads.push_back({git::kLedgerRef, git::get_object_id(std::string(40, 'a')), 42});
  receipt.heads.push_back({git::kMainRef, git::get_object_id(std::string(40, 'b')), 7});
  return receipt;
}

std::optional<Receipt> newest_of(const Sandbox& sandbox, const char* name) {
  const git::Repository repository =
      git::open_repository(*git::find_location(sandbox.path(name)), sandbox.environment());
  return find_newest_receipt(repository, util::Instant(std::chrono::seconds(1800000000)));
}

TEST_CASE("a receipt is read as it was written") {
  const std::string text = render_receipt(sample_receipt());
  const auto read = parse_receipt(text);
  REQUIRE(read);
  CHECK(render_receipt(*read) == text);
  CHECK(read->time == sample_receipt().time);
  REQUIRE(read->find(git::kLedgerRef) != nullptr);
  CHECK(read->find(git::kLedgerRef)->commits == 42);
  CHECK(read->find("refs/heads/other") == nullptr);
}

TEST_CASE("a receipt names who relayed") {
  Receipt receipt = sample_receipt();
  receipt.relay = "asha@example.com";
  const auto read = parse_receipt(render_receipt(receipt));
  REQUIRE(read);
  CHECK(read->relay == "asha@example.com");
  CHECK(read->heads.size() == receipt.heads.size());
  receipt.relay = "asha\nrefs/heads/ledger";  // whoever runs the server says who pushes: no second line comes of it
  const auto odd = parse_receipt(render_receipt(receipt));
  REQUIRE(odd);
  CHECK(odd->heads.size() == receipt.heads.size());
  receipt.relay = std::string(1000, 'x');
  CHECK(parse_receipt(render_receipt(receipt)));
  CHECK_FALSE(parse_receipt(render_receipt(sample_receipt()) + "relay " + receipt.relay + "\n"));
}

TEST_CASE("a commit that is no receipt is none") {
  const std::string id(40, 'a');
  const std::string head = "receipt 2026-11-21T09:20:00Z\n\n";
  const std::vector<std::string> texts{"",
                                       "receipt \n\n",
                                       "receipt 2026-11-21T09:20:00Z",
                                       "receipt yesterday\n\nrefs/heads/ledger " + id + " 1\n",
                                       "receipt 2026-11-21T09:20:00Z\nrefs/heads/ledger\n",
                                       head + "refs/heads/ledger " + id + "\n",
                                       head + "refs/heads/ledger " + id + " -1\n",
                                       head + "refs/heads/ledger " + id + " 99999999999999999999999\n",
                                       head + "ledger " + id + " 1\n",
                                       head + "refs/heads/ledger 1234 1\n"};
  for (const std::string& text : texts) CHECK_FALSE(parse_receipt(text));
  std::string many = "receipt 2026-11-21T09:20:00Z\n\n";
  for (int i = 0; i < 100; ++i) many += fmt::format("refs/heads/b{} {} 1\n", i, id);
  CHECK_FALSE(parse_receipt(many));
}

TEST_CASE("receipts count on, and none is lost when several are written at once") {
  const Sandbox sandbox;
  auto ledger = sandbox.init("data");
  CHECK_FALSE(newest_of(sandbox, "data"));
  add_receipt(ledger, testing::at(1700000000));
  REQUIRE(newest_of(sandbox, "data"));
  CHECK(newest_of(sandbox, "data")->find(git::kLedgerRef)->commits == 1);
  append(ledger, testing::addition(ledger, {testing::activity("7f3q2mxab4", 1)}), testing::at(1700000001));
  const std::size_t writers = 4, each = 5;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < writers; ++i) {
    threads.emplace_back([&sandbox] {
      auto own = sandbox.open("data");
      for (std::size_t n = 0; n < each; ++n) add_receipt(own, testing::at(1700000002));
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(sandbox.git("data", {"rev-list", "--count", kReceiptsRef}) == fmt::format("{}\n", 1 + writers * each));
  CHECK(newest_of(sandbox, "data")->find(git::kLedgerRef)->commits == 2);
  CHECK(sandbox.git("data", {"log", "-1", "--format=%an %ae %T", kReceiptsRef}) ==
        "crmtrack crmtrack 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n");
  CHECK(sandbox.fsck("data").empty());
}

TEST_CASE("commits that are no receipts are passed over, and what is absent ends the reading") {
  const Sandbox sandbox;
  auto ledger = sandbox.init("data");
  add_receipt(ledger, testing::at(1700000000));
  const auto tree = sandbox.git("data", {"rev-parse", std::string(kReceiptsRef) + "^{tree}"}).substr(0, 40);
  const auto other = sandbox.git("data", {"commit-tree", tree, "-p", kReceiptsRef, "-m", "something"}).substr(0, 40);
  sandbox.git("data", {"update-ref", kReceiptsRef, other});
  const git::Repository repository =
      git::open_repository(*git::find_location(sandbox.path("data")), sandbox.environment());
  ReceiptReader reader(repository);
  CHECK(reader.next());
  CHECK_FALSE(reader.next());
  testing::write_text(sandbox.path("data") / ".git" / kReceiptsRef, std::string(40, '1') + "\n");
  CHECK_FALSE(newest_of(sandbox, "data"));
}

TEST_CASE("a receipt that is more than a day in the future is passed over, and found") {
  const Sandbox sandbox;
  auto ledger = sandbox.init("data");
  constexpr std::int64_t kNow = 1700000000, kHourLong = 3600;
  const util::Instant now{std::chrono::seconds(kNow)};
  const auto newest = [&] {
    const auto receipt = find_newest_receipt(
        git::open_repository(*git::find_location(sandbox.path("data")), sandbox.environment()), now);
    return receipt ? std::optional(receipt->time - now) : std::nullopt;
  };
  add_receipt(ledger, testing::at(kNow + 1000 * kHourLong));
  CHECK_FALSE(newest());
  add_receipt(ledger, testing::at(kNow - kHourLong));
  add_receipt(ledger, testing::at(kNow + 23 * kHourLong));
  CHECK(newest() == std::chrono::hours(23));
  add_receipt(ledger, testing::at(kNow + 25 * kHourLong));
  CHECK(newest() == std::chrono::hours(23));
  const auto future =
      find_future_receipts(git::open_repository(*git::find_location(sandbox.path("data")), sandbox.environment()), now);
  REQUIRE(future.size() == 2);
  CHECK(future.front().time == now + std::chrono::hours(25));
}

TEST_CASE("the upstream's receipts are fetched, set up once, also in a clone that was set up before") {
  const Sandbox sandbox;
  Ledger origin = sandbox.init("origin");
  sandbox.git("", {"clone", "-q", sandbox.path("origin").string(), sandbox.path("clone").string()});
  const auto specs = [&] { return sandbox.git("clone", {"config", "--get-all", "remote.origin.fetch"}); };
  const std::string both = fmt::format("+refs/heads/*:refs/remotes/origin/*\n{}\n", kReceiptsRefspec);
  const auto set_up = [&] {
    Ledger clone = sandbox.open("clone");
    return set_up_upstream(clone);
  };
  CHECK(set_up().receipts);
  CHECK(specs() == both);
  CHECK_FALSE(set_up().receipts);
  sandbox.git("clone", {"fetch", "-q"});  // the origin has none, and that is no error
  sandbox.git("clone", {"config", "--unset", "remote.origin.fetch", "receipts"});
  CHECK_FALSE(set_up().receipts);
  sandbox.git("clone", {"config", "--unset", "crmtrack.receipts"});
  const SetUp again = set_up();
  CHECK(again.receipts);
  CHECK_FALSE(again.branches);
  CHECK(specs() == both);
  add_receipt(origin, testing::at(1700000000));
  sandbox.git("clone", {"fetch", "-q"});
  CHECK(newest_of(sandbox, "clone"));
}

}  // namespace
}  // namespace crmtrack::ledger
