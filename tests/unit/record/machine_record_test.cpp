#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "record/machine_place.hpp"
#include "record/machine_record.hpp"
#include "record/open.hpp"
#include "util/id.hpp"

namespace crmtrack::record {
namespace {

using namespace std::chrono_literals;

const util::Timestamp kAt = *util::parse_rfc3339("2026-03-01T00:00:00Z");

MachineFact fact_of(std::string key) {
  return {.kind = Kind::change,
          .key = std::move(key),
          .at = kAt,
          .by = "import:desk",
          .fields = yaml::Node::map({{"set", yaml::Node::map({{"severity", yaml::Node::scalar("high")}})}})};
}

std::string cause_at(std::chrono::milliseconds later) {
  return util::derived_record_id(util::Millis(kAt.utc) + later, "the cause");
}

}  // namespace

TEST_CASE("two people who record a fact make one record") {
  const MachineRecord one = make_machine_record(fact_of("desk:7/closed"));
  const MachineRecord other = make_machine_record(fact_of("desk:7/closed"));
  CHECK(one.record.id == other.record.id);
  CHECK(one.text == other.text);
  CHECK(is_derived_id(one.record.id, "desk:7/closed", one.text));
  CHECK(one.record.text_of("key") == "desk:7/closed");
  CHECK(one.record.by == "import:desk");
  CHECK(one.record.after.empty());
  CHECK(make_machine_record(fact_of("desk:8/closed")).record.id != one.record.id);
  const StoryRef story{StoryKind::complaint, "20260301-7f3q2mxab4"};
  const auto read = open({story, one.record.id, Kind::change, {}}, one.text);
  REQUIRE(read);
  CHECK(render(*read) == one.text);
}

TEST_CASE("a machine's record names its cause alone, and its id lies behind it") {
  MachineFact fact = fact_of("desk:7/closed");
  fact.cause = cause_at(-1h);
  const MachineRecord later = make_machine_record(fact);
  CHECK(later.record.after == std::vector<std::string>{fact.cause});
  CHECK(util::time_of_ulid(later.record.id) == util::Millis(kAt.utc));
  fact.cause = cause_at(1h);
  const MachineRecord moved = make_machine_record(fact);
  CHECK(util::time_of_ulid(moved.record.id) == util::Millis(kAt.utc) + 1h + 1ms);
  CHECK(moved.record.id > fact.cause);
  CHECK(moved.record.at.utc == kAt.utc);
}

TEST_CASE("an id may be moved behind more than the cause") {
  MachineFact fact = fact_of("desk:7/closed");
  fact.cause = cause_at(-1h);
  fact.not_before = util::Millis(kAt.utc) + 2h;
  CHECK(util::time_of_ulid(make_machine_record(fact).record.id) == fact.not_before);
}

}  // namespace crmtrack::record
