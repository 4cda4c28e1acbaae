#include <doctest/doctest.h>

#include <limits>

#include "yaml/node.hpp"

using namespace crmtrack::yaml;

namespace {

Node plain(std::string text) {
  Node node;
  node.text = std::move(text);
  return node;
}

}  // namespace

TEST_CASE("a plain scalar is an integer only in its canonical form") {
  CHECK(plain("0").as_integer() == 0);
  CHECK(plain("-12").as_integer() == -12);
  CHECK(plain("9223372036854775807").as_integer() == std::numeric_limits<std::int64_t>::max());
  CHECK(plain("-9223372036854775808").as_integer() == std::numeric_limits<std::int64_t>::min());
  for (const char* text : {"", "-", "+1", "01", "0123", "1.0", "1e3", "0x1f", " 1", "1 ", "9223372036854775808"}) {
    CAPTURE(text);
    CHECK_FALSE(plain(text).as_integer());
  }
  CHECK_FALSE(Node::scalar("12").as_integer());
  CHECK_FALSE(Node::list().as_integer());
}

TEST_CASE("booleans and nulls are plain words") {
  CHECK(plain("true").as_boolean() == true);
  CHECK(plain("false").as_boolean() == false);
  CHECK_FALSE(plain("True").as_boolean());
  CHECK_FALSE(plain("yes").as_boolean());
  CHECK_FALSE(Node::scalar("true").as_boolean());
  CHECK(plain("").is_null());
  CHECK(plain("~").is_null());
  CHECK(plain("null").is_null());
  CHECK_FALSE(plain("Null").is_null());
  CHECK_FALSE(Node::scalar("").is_null());
  CHECK_FALSE(Node::map().is_null());
}

TEST_CASE("equality is of meaning: integer, boolean, null or text") {
  CHECK(plain("12") == Node::integer(12));
  CHECK_FALSE(plain("12") == Node::scalar("12"));
  CHECK(plain("-0") == Node::integer(0));
  CHECK(plain("abc") == Node::scalar("abc"));
  CHECK(plain("0123") == Node::scalar("0123"));
  CHECK(plain("1.50") == Node::scalar("1.50"));
  CHECK(plain("~") == Node::null());
  CHECK_FALSE(Node::null() == Node::scalar("null"));
  CHECK_FALSE(Node::boolean(true) == Node::scalar("true"));
  CHECK_FALSE(Node::list() == Node::map());
  CHECK(Node::list_of({"a", "b"}) == Node::list({plain("a"), plain("b")}));
  CHECK_FALSE(Node::list_of({"a", "b"}) == Node::list_of({"b", "a"}));
  CHECK_FALSE(Node::map({{"a", plain("1")}, {"b", plain("2")}}) == Node::map({{"b", plain("2")}, {"a", plain("1")}}));
}

TEST_CASE("the place of a node is not part of its meaning") {
  Node here = Node::scalar("a");
  here.mark = {3, 7};
  CHECK(here == Node::scalar("a"));
}

TEST_CASE("a map is asked, set and erased by key") {
  Node map = Node::map({{"a", Node::scalar("x")}, {"n", Node::null()}, {"l", Node::list_of({"p", "q"})}});
  CHECK(map.find("a")->text == "x");
  CHECK(map.find("b") == nullptr);
  CHECK(Node::scalar("a").find("a") == nullptr);
  CHECK(map.text_of("a") == "x");
  CHECK(map.text_of("n").empty());
  CHECK(map.text_of("l").empty());
  CHECK(map.text_of("absent").empty());
  CHECK(map.texts_of("l") == std::vector<std::string>{"p", "q"});
  CHECK(map.texts_of("a") == std::vector<std::string>{"x"});
  CHECK(map.texts_of("n").empty());
  CHECK(map.texts_of("absent").empty());

  map.set("a", Node::integer(1));
  map.set("z", Node::boolean(true));
  CHECK(map.entries.front().second.as_integer() == 1);
  CHECK(map.entries.back().first == "z");
  map.erase("n");
  map.erase("absent");
  CHECK(map.entries.size() == 3);
  CHECK(map.find("n") == nullptr);
}
