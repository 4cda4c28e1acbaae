#include "ledger/audit/time/arrival.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>
#include <random>

#include "git/program/repository.hpp"
#include "git/reference/branch_names.hpp"
#include "ledger/audit/proof/checkpoint_proof.hpp"
#include "ledger/audit/report.hpp"
#include "ledger/audit/tolerances.hpp"
#include "ledger/share/push/receipt.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::Sandbox;

constexpr std::int64_t kBegin = 1700000000;
constexpr std::int64_t kHour = 3600;

util::Instant hour(std::int64_t number) { return util::Instant(std::chrono::seconds(kBegin + number * kHour)); }

/// Commits in a line, each dated as told; the ids, oldest first.
std::vector<git::ObjectId> make_line(const Sandbox& box, const std::vector<std::int64_t>& hours) {
  std::string stream;
  for (std::size_t i = 0; i < hours.size(); ++i) {
    stream += fmt::format("commit refs/bench/c{}\nmark :{}\ncommitter x <x@example.com> {} +0000\ndata 0\n", i, i + 1,
                          kBegin + hours[i] * kHour);
    if (i > 0) stream += fmt::format("from :{}\n", i);
    stream += "\n";
  }
  testing::write_text(box.path("stream"), stream);
  box.git("data",
          {"-c", fmt::format("alias.import=!git fast-import --quiet < '{}'", box.path("stream").string()), "import"});
  std::vector<git::ObjectId> ids;
  for (std::size_t i = 0; i < hours.size(); ++i)
    ids.push_back(git::get_object_id(box.git("data", {"rev-parse", fmt::format("refs/bench/c{}", i)}).substr(0, 40)));
  return ids;
}

void add_receipts(const Sandbox& box, const std::vector<std::pair<std::int64_t, git::ObjectId>>& receipts) {
  const std::string tree = box.git("data", {"mktree"}).substr(0, 40);
  std::string parent;
  for (const auto& [number, head] : receipts) {
    const Receipt receipt{.time = hour(number), .heads = {{git::kLedgerRef, head, 1}}};
    std::vector<std::string> words{"commit-tree", tree, "-m", render_receipt(receipt)};
    if (!parent.empty()) words.insert(words.end(), {"-p", parent});
    parent = box.git("data", words).substr(0, 40);
  }
  box.git("data", {"update-ref", kReceiptsRef, parent});
}

struct ArrivalCase {
  ArrivalCase() { box.init("data"); }
  Arrivals find(const std::optional<git::ObjectId>& older, const git::ObjectId& newer,
                const AuditMemory* memory = nullptr, const std::optional<Checkpoint>& checkpoint = std::nullopt,
                const std::function<bool(const std::string&, util::Instant)>& counts = nullptr) const {
    const git::Repository repository = git::open_repository(*git::find_location(box.path("data")), box.environment());
    const AuditedHistory history = walk_history(repository, older, newer, {});
    return find_arrivals(
        repository, history,
        {.memory = memory, .checkpoint = checkpoint, .counts = counts, .receipts = true, .now = hour(1000)}, {});
  }
  Sandbox box;
};

TEST_CASE("a commit came after the last receipt that does not hold it") {
  const ArrivalCase test;
  // The third was written at hour 3 and pushed after hour 30; the last is as dated.
  const auto ids = make_line(test.box, {1, 2, 3, 40});
  add_receipts(test.box, {{5, ids[0]}, {10, ids[1]}, {30, ids[1]}, {35, ids[2]}, {50, ids[3]}});
  for (const auto& older : {std::optional<git::ObjectId>(), std::optional(ids[1])}) {
    const Arrivals arrivals = test.find(older, ids[3]);
    REQUIRE(arrivals.count(ids[2]) == 1);
    CHECK(arrivals.at(ids[2]).after == hour(30));
    CHECK(arrivals.at(ids[2]).witness.kind == Witness::Kind::receipt);
    CHECK(arrivals.count(ids[3]) == 0);
    CHECK(arrivals.count(ids[1]) == (older ? 0 : 1));
  }
}

TEST_CASE("a witness of the future, or with a head that is not here, shows nothing") {
  const ArrivalCase test;
  const auto ids = make_line(test.box, {1, 2});
  add_receipts(test.box, {{5, git::get_object_id(std::string(40, '1'))}, {2000, ids[0]}});
  CHECK(test.find(std::nullopt, ids[1]).empty());
}

TEST_CASE("a head that an audit saw is evidence, up to when this clone had heard of the others") {
  const ArrivalCase test;
  const auto ids = make_line(test.box, {1, 2, 3});
  AuditMemory memory;
  memory.see(ids[0], hour(20), hour(20));
  CHECK(test.find(ids[0], ids[2], &memory).size() == 2);
  CHECK(test.find(std::nullopt, ids[2], &memory).at(ids[2]).after == hour(20));
  memory.heads.back().heard = hour(2);
  CHECK(test.find(ids[0], ids[2], &memory).empty());
}

TEST_CASE("a checkpoint from a clone that was behind accuses nobody whose commit a receipt had earlier") {
  const ArrivalCase test;
  const auto ids = make_line(test.box, {1, 2, 3});
  const Checkpoint behind{.time = hour(100), .head = ids[0].hex(), .records = 0, .sha256 = std::string(64, 'a')};
  const Arrivals alone = test.find(std::nullopt, ids[2], nullptr, behind);
  REQUIRE(alone.count(ids[1]) == 1);
  CHECK(alone.at(ids[1]).after == hour(100));
  add_receipts(test.box, {{4, ids[2]}});
  CHECK(test.find(std::nullopt, ids[2], nullptr, behind).empty());
  // But one that was made before the receipt counts.
  const Checkpoint before{
      .time = hour(4) - std::chrono::minutes(30), .head = ids[0].hex(), .records = 0, .sha256 = std::string(64, 'a')};
  CHECK(test.find(std::nullopt, ids[2], nullptr, before).size() == 2);
}

TEST_CASE("a receipt that is far later than one which followed it shows nothing, also when its time has come") {
  const ArrivalCase test;
  const auto ids = make_line(test.box, {1, 2, 3});
  add_receipts(test.box, {{4, ids[0]}, {500, ids[1]}, {6, ids[1]}, {600, ids[2]}});
  const Arrivals arrivals = test.find(std::nullopt, ids[2]);
  REQUIRE(arrivals.count(ids[2]) == 1);
  CHECK(arrivals.at(ids[2]).after == hour(6));
}

TEST_CASE("the tag of a checkpoint counts by who made it") {
  const ArrivalCase test;
  const auto ids = make_line(test.box, {1, 2});
  const Checkpoint checkpoint{.time = hour(100), .head = ids[0].hex(), .records = 0, .sha256 = std::string(64, 'a')};
  const std::string name = checkpoint_reference(checkpoint.time).substr(std::string("refs/tags/").size());
  test.box.git("data", {"tag", "-a", "-m", render_checkpoint(checkpoint), name, checkpoint.head});
  const auto made_by = [](const std::string& maker) {
    return [maker](const std::string& email, util::Instant at) { return email == maker && at == hour(100); };
  };
  CHECK(test.find(std::nullopt, ids[1], nullptr, std::nullopt, made_by("eve@example.com")).empty());
  const Arrivals arrivals = test.find(std::nullopt, ids[1], nullptr, std::nullopt, made_by("asha@example.com"));
  REQUIRE(arrivals.count(ids[1]) == 1);
  CHECK(describe_witness(arrivals.at(ids[1]).witness) ==
        "the checkpoint '" + name.substr(std::string("checkpoint/").size()) + "' by asha@example.com");
}

/// By the definition, commit by commit.
std::optional<util::Instant> came_after(const std::vector<std::vector<bool>>& held,
                                        const std::vector<util::Instant>& times, std::size_t commit) {
  std::optional<util::Instant> last;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (held[i][commit]) return last;
    last = times[i];
  }
  return last;
}

TEST_CASE("over random histories and receipts it is what the definition says, however much is walked") {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    const ArrivalCase test;
    std::minstd_rand chance(seed);
    std::vector<std::int64_t> hours;
    for (int i = 0; i < 30; ++i) hours.push_back(i * 10 + static_cast<std::int64_t>(chance() % 60) - 30);
    const auto ids = make_line(test.box, hours);
    std::vector<std::pair<std::int64_t, git::ObjectId>> receipts;
    std::vector<std::vector<bool>> held;
    std::vector<util::Instant> times;
    std::size_t head = 0;
    for (std::int64_t time = 20; head + 1 < ids.size(); time += 15) {
      head = std::min<std::size_t>(ids.size() - 1, head + chance() % 4);
      receipts.emplace_back(time, ids[head]);
      times.push_back(hour(time));
      held.emplace_back(ids.size(), false);
      for (std::size_t i = 0; i <= head; ++i) held.back()[i] = true;
    }
    add_receipts(test.box, receipts);
    for (const std::size_t from : {std::size_t{0}, std::size_t{9}, std::size_t{20}}) {
      const Arrivals arrivals = test.find(from == 0 ? std::nullopt : std::optional(ids[from - 1]), ids.back());
      for (std::size_t i = from; i < ids.size(); ++i) {
        const auto after = came_after(held, times, i);
        const bool late = after && hour(hours[i]) + kClockSkew < *after;
        CAPTURE(seed);
        CAPTURE(i);
        REQUIRE(arrivals.count(ids[i]) == (late ? 1 : 0));
        if (late) CHECK(arrivals.at(ids[i]).after == *after);
      }
    }
  }
}

}  // namespace
}  // namespace crmtrack::ledger
