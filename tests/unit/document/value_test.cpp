#include <doctest/doctest.h>

#include <string>

#include "document/value.hpp"

using crmtrack::document::Value;

TEST_CASE("an object keeps its order, and set replaces") {
  Value value;
  value.set("b", 1);
  value.set("a", "x");
  value.set("b", nullptr);
  const auto& object = std::get<Value::Object>(value.data);
  REQUIRE(object.size() == 2);
  CHECK(object[0].first == "b");
  CHECK(object[0].second.is_null());
  CHECK(object[1].first == "a");
  REQUIRE(value.find("a") != nullptr);
  CHECK(std::get<std::string>(value.find("a")->data) == "x");
  CHECK(value.find("c") == nullptr);
  CHECK(Value{"text"}.find("a") == nullptr);
}
