#include "view/item.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fixture.hpp"
#include "render/json.hpp"
#include "story/customer.hpp"
#include "story/customer_facts.hpp"

using namespace crmtrack;
using namespace crmtrack::view::test;
using document::Value;

namespace {

std::vector<std::string> keys_of(const Value& item) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : std::get<Value::Object>(item.data)) keys.push_back(key);
  return keys;
}

/// The JSON of one of its keys; `none` where it has no such key.
std::string at_key(const Value& item, std::string_view key) {
  const Value* value = item.find(key);
  return value == nullptr ? "none" : render::render_json(*value);
}

std::size_t size_of(const Value& item, std::string_view key) {
  return std::get<Value::List>(item.find(key)->data).size();
}

}  // namespace

TEST_CASE("a complaint's item has its own fields, then what it has become") {
  const Value item = view::complaint_item(setting(), told_invoice().fold());
  CHECK(at_key(item, "id") == "\"20260301-7f3q2mxab4\"");
  CHECK(at_key(item, "short") == "\"7f3q\"");
  CHECK(at_key(item, "customer") == "\"acme\"");
  CHECK(at_key(item, "remedy_sought") == "null");
  CHECK(at_key(item, "refs") == "[]");
  CHECK(at_key(item, "status") == "\"acknowledged\"");
  CHECK(at_key(item, "owner") == "null");
  CHECK(at_key(item, "level") == "1");
  CHECK(at_key(item, "received_at") == "\"2026-03-01T00:01:00Z\"");
  CHECK(at_key(item, "resolved_at") == "null");
  CHECK(at_key(item, "age_days") == "0");
  CHECK(at_key(item, "contested") == "false");
  CHECK(size_of(item, "promises") == 2);
  CHECK(at_key(item, "records") == "none");
}

TEST_CASE("every complaint's item has the same keys, a form's further fields aside") {
  Teller bare;
  bare.complaint({});
  Teller asked;
  asked.complaint({{"serial_number", text("0042")}});
  const auto keys = keys_of(view::complaint_item(setting(), told_invoice().fold()));
  CHECK(keys_of(view::complaint_item(setting(), bare.fold())) == keys);
  const Value item = view::complaint_item(setting(), asked.fold());
  CHECK(keys_of(item).size() == keys.size() + 1);
  CHECK(at_key(item, "serial_number") == "\"0042\"");
}

TEST_CASE("segment and region are the customer's where the complaint states none") {
  const story::CustomerFacts acme{"retail", "north"};
  Teller told = told_invoice();
  told.customers().emplace("acme", acme);
  Teller elsewhere;
  elsewhere.complaint({{"customer", text("acme")}, {"region", text("south")}});
  elsewhere.customers().emplace("acme", acme);
  const Value item = view::complaint_item(setting(), told.fold());
  CHECK(at_key(item, "segment") == "\"retail\"");
  CHECK(at_key(item, "region") == "\"north\"");
  CHECK(at_key(view::complaint_item(setting(), elsewhere.fold()), "region") == "\"south\"");
  CHECK(at_key(view::complaint_item(setting(), told_invoice().fold()), "segment") == "null");
}

TEST_CASE("a story's item adds the route, the conflicts and the records") {
  const Value item = view::story_item(setting(), told_invoice().fold());
  CHECK(size_of(item, "escalations") == 1);
  CHECK(at_key(item, "steps") == "[]");
  CHECK(at_key(item, "conflicts") == "[]");
  REQUIRE(size_of(item, "records") == 3);
  const Value& record = std::get<Value::List>(item.find("records")->data).front();
  CHECK(at_key(record, "kind") == "\"complaint\"");
  CHECK(at_key(record, "author") == "\"asha@example.com\"");
  CHECK(at_key(record, "refused") == "null");
}

TEST_CASE("a promise's item is judged at now") {
  story::Promise promise;
  promise.kind = record::PromiseKind::reply;
  promise.due_at = at("2026-03-01T01:00:00Z");
  CHECK(at_key(view::promise_value(promise, at("2026-03-01T00:30:00Z")), "state") != "\"overdue\"");
  const Value late = view::promise_value(promise, at("2026-03-01T02:00:00Z"));
  CHECK(at_key(late, "state") == "\"overdue\"");
  CHECK(at_key(late, "late_seconds") == "3600");
  CHECK(at_key(late, "who") == "null");
}

TEST_CASE("a customer's item") {
  Teller teller("acme", record::StoryKind::customer);
  teller.tell("customer", {{"name", text("ACME Ltd")}});
  const story::Customer acme = story::fold_customer(commit_all(teller).story(), story::Terms{});
  const Value item = view::customer_item(acme);
  CHECK(keys_of(item) == std::vector<std::string>{"id", "name", "segment", "region", "manager", "merged_into",
                                                  "retired", "contested", "compliments"});
  CHECK(at_key(item, "name") == "\"ACME Ltd\"");
  CHECK(size_of(view::customer_story_item(setting(), acme), "records") == 1);
}
