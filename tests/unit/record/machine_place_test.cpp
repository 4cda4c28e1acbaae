#include <doctest/doctest.h>

#include "record/machine_place.hpp"
#include "util/id.hpp"

namespace crmtrack::record::test {
namespace {

constexpr const char* kSource = "desk:HD/7";

StoryRef story_of(std::string_view source) {
  return {StoryKind::complaint, util::make_complaint_id({}, random_of_source(source))};
}

/// A record of a key, with the id that a machine gives it.
std::pair<Record, std::string> machine(const std::string& kind, const std::string& key, const std::string& more = "") {
  const std::string text =
      "kind: " + kind + "\nat: 2026-03-01T00:00:00Z\nby: import:desk\nafter: []\n" + more + "key: " + key + "\n";
  const std::string id =
      util::derived_record_id(util::Millis(std::chrono::milliseconds(1'772'323'200'000)), key + "\n" + text);
  return {parse(id, crmtrack::record::StatedKind(kind), text).value(), text};
}

std::string fault(const StoryRef& story, const std::pair<Record, std::string>& made) {
  return machine_fault(story, made.first, made.second);
}

}  // namespace

TEST_CASE("a machine's record fits where its key says") {
  CHECK(fault(story_of(kSource), machine("complaint", kSource, "summary: x\nsource: desk:HD/7\n")).empty());
  CHECK(fault(story_of(kSource), machine("activity", std::string(kSource) + "/call", "type: call\n")).empty());
  CHECK(fault({StoryKind::customer, "acme"}, machine("customer", "desk:customer/acme", "name: Acme\n")).empty());
  const std::string id = "20260301-7f3q2mxab4";
  CHECK(fault({StoryKind::complaint, id}, machine("escalation", "rule/" + id + "/answer/1", "why: late\n")).empty());
}

TEST_CASE("a machine's record does not fit elsewhere, nor under an id that was chosen") {
  const StoryRef other{StoryKind::complaint, "20260301-7f3q2mxab4"};
  CHECK(fault(other, machine("activity", std::string(kSource) + "/call", "type: call\n")).find("key") !=
        std::string::npos);
  CHECK_FALSE(fault(other, machine("complaint", kSource, "summary: x\nsource: desk:HD/7\n")).empty());
  CHECK_FALSE(fault({StoryKind::customer, "globex"}, machine("customer", "desk:customer/acme", "name: A\n")).empty());
  auto [record, text] = machine("activity", std::string(kSource) + "/call", "type: call\n");
  CHECK_FALSE(machine_fault(story_of(kSource), record, text + "text: more\n").empty());
  record.id = "01m7yqqqqqqqqqqqqqqqqqqqqq";
  CHECK_FALSE(machine_fault(story_of(kSource), record, text).empty());
  CHECK_FALSE(fault(other, machine("activity", std::string(5000, 'k'), "type: call\n")).empty());
}

TEST_CASE("a person's record fits anywhere, a complaint with the source of another does not") {
  const StoryRef other{StoryKind::complaint, "20260301-7f3q2mxab4"};
  const std::string head = "kind: complaint\nat: 2026-03-01T00:00:00Z\nby: asha@example.com\nafter: []\nsummary: x\n";
  const auto complaint = [&](const std::string& more) {
    return std::pair{parse("01kjkrw1x0aaaaaaaaaaaaaaaa", Kind::complaint, head + more).value(), head + more};
  };
  CHECK(fault(other, complaint("")).empty());
  CHECK_FALSE(fault(other, complaint("source: desk:HD/7\n")).empty());
  CHECK(fault(story_of(kSource), complaint("source: desk:HD/7\n")).empty());
}

}  // namespace crmtrack::record::test
