#include <doctest/doctest.h>

#include "../../fuzz/yaml_agreement.hpp"
#include "hostile_texts.hpp"
#include "util/text/safe.hpp"
#include "yaml/scan.hpp"

using namespace crmtrack;
using namespace crmtrack::yaml;

namespace {

constexpr Limits kWide{4U << 20, 8, 20000};

void check_round_trip(const Node& map) {
  const std::string text = write(map);
  CAPTURE(util::visible_block(text));
  const auto slow = read(text, kWide);
  REQUIRE(slow);
  CHECK(*slow == map);
  const auto fast = scan(text, kWide);
  REQUIRE(fast);
  CHECK(*fast == map);
  CHECK(write(*fast) == text);
  CHECK(text.ends_with('\n'));
}

/// One of the edits by which a hand, a disk or an attacker changes a file.
std::string mutate(std::string text, test::RandomTrees& random) {
  const std::size_t at = random.below(text.size());
  switch (random.below(5)) {
    case 0:
      return text.erase(at, 1 + random.below(3));
    case 1:
      return text.insert(at, 1, " \n:#-[]{},\"|'\t\\x0"[random.below(17)]);
    case 2:
      return text.insert(at, text.substr(random.below(text.size()), random.below(12)));
    case 3:
      text[at] = static_cast<char>(random.below(256));
      return text;
    default:
      return text.substr(0, at);
  }
}

}  // namespace

TEST_CASE("every hostile text comes back as value, key, item and nested value") {
  for (const std::string& text : test::hostile_texts()) {
    CAPTURE(util::visible_line(text));
    Node inner = Node::map();
    const std::string key = text.size() > kLongestKey ? "long" : text;
    inner.set(key, Node::scalar(text));
    Node map = Node::map();
    map.set("value", Node::scalar(text));
    map.set(key, Node::scalar("key"));
    map.set("items", Node::list_of({text, "b", text}));
    map.set("maps", Node::list({inner, Node::list({Node::list_of({text}), inner}), Node::scalar(text)}));
    map.set("nested", Node::map({{"x", inner}}));
    check_round_trip(map);
  }
}

TEST_CASE("random trees of hostile texts come back") {
  for (unsigned seed = 0; seed < 4000; ++seed) {
    CAPTURE(seed);
    check_round_trip(test::RandomTrees(seed).map(6));
  }
}

TEST_CASE("plain scalars keep what they resolve to") {
  for (const char* text : {"12", "-7", "0", "true", "false", "null", "~", "", "0123", "1.50", "yes", "abc"}) {
    CAPTURE(text);
    Node plain;
    plain.text = text;
    check_round_trip(Node::map({{"value", plain}, {"items", Node::list({plain})}}));
  }
}

TEST_CASE("scanner and reader agree on whatever the scanner accepts") {
  int accepted = 0;
  for (unsigned seed = 0; seed < 20000; ++seed) {
    test::RandomTrees random(seed);
    const std::string text = mutate(write(random.map(4)), random);
    CAPTURE(seed);
    CAPTURE(util::visible_block(text));
    const char* fault = fuzz::find_disagreement(text);
    CHECK(std::string(fault == nullptr ? "" : fault) == "");
    accepted += scan(text).has_value() ? 1 : 0;
  }
  CHECK(accepted > 1000);  // or the property would hold of nothing
}
