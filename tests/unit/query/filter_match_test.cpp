#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/filter_match.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"
#include "rows.hpp"
#include "util/error.hpp"

using namespace crmtrack;

namespace {

struct Case {
  std::string filter;
  bool holds;
};

void check(const std::vector<Case>& cases, const MapRow& row, const query::Moment& moment) {
  for (const auto& each : cases) {
    const auto& text = each.filter;
    const auto& holds = each.holds;
    CAPTURE(text);
    const auto filter = query::parse(text, record::complaint_keys());
    REQUIRE_MESSAGE(filter.has_value(), (filter ? "" : filter.error().message));
    CHECK(query::matches(*filter, row, record::complaint_keys(), moment) == holds);
  }
}

const MapRow& complaint() {
  static const MapRow row{{{"status", {"waiting"}},
                           {"owner", {"Asha@Example.com"}},
                           {"customer", {"acme"}},
                           {"reason", {"billing-wrong-amount"}},
                           {"severity", {"high"}},
                           {"level", {"2"}},
                           {"region", {"Größe-Nord"}},
                           {"project", {""}},
                           {"type", {"call", "email"}},
                           {"ref", {"helpdesk:HD-221", "defect:APO-9"}},
                           {"contested", {"no"}},
                           {"overdue", {"yes"}},
                           {"received", {"2026-11-21T08:12:00Z"}},
                           {"acknowledged", {"2026-11-22T00:00:00Z"}}},
                          {"Invoice 4711 charged twice", "Über-Größe STRASSE 日本語", "over charged"}};
  return row;
}

}  // namespace

TEST_CASE("words compare exactly, texts with their case folded") {
  check({{"", true},
         {"status:waiting", true},
         {"status:WAITING", true},
         {"status:open", true},
         {"status:closed,open", true},
         {"status:closed,resolved", false},
         {"status.not:open", false},
         {"status.not:closed", true},
         {"customer:acme", true},
         {"customer:Acme", false},
         {"customer:acm", false},
         {"owner:asha@example.com", true},
         {"owner:me", true},
         {"owner.not:me", false},
         {"owner:ME", true},
         {"region:GRÖSSE-nord", true},
         {"reason.has:WRONG", true},
         {"reason.has:right", false},
         {"reason.has:right,wrong", true},
         {"owner.has:@example", true},
         {"region.has:össe", true},
         {"status:waiting severity:low", false},
         {"status:waiting severity:high", true}},
        complaint(), moment_at("2026-11-30T12:00:00Z", "UTC"));
}

TEST_CASE("an absent value, or an empty one, equals nothing") {
  check({{"project:apollo", false},
         {"project.not:apollo", true},
         {"project.has:a", false},
         {"project.none:yes", true},
         {"project.none:no", false},
         {"project.none:yes,no", true},
         {"segment.none:true", true},
         {"segment.not:x", true},
         {"customer.none:yes", false},
         {"customer.none:no", true},
         {"closed:2026", false},
         {"closed.not:2026", true},
         {"closed.none:yes", true},
         {"closed.before:2027", false},
         {"closed.after:2020", false}},
        complaint(), moment_at("2026-11-30T12:00:00Z", "UTC"));
  const MapRow empty{{}};
  check({{"owner:me", false},
         {"owner.not:me", true},
         {"level:0", false},
         {"level.not:0", true},
         {"age.min:0", false},
         {"age.none:yes", true},
         {"overdue:no", false},
         {"overdue.not:yes", true},
         {"type.none:yes", true}},
        empty, moment_at("2026-11-30T12:00:00Z", "UTC"));
}

TEST_CASE("nobody is me where Git knows no one") {
  check({{"owner:me", false}, {"owner.not:me", true}, {"owner:me,asha@example.com", true}}, complaint(),
        moment_at("2026-11-30T12:00:00Z", "UTC", ""));
}

TEST_CASE("severity and level are ordered") {
  check({{"severity.min:high", true},
         {"severity.min:critical", false},
         {"severity.min:low", true},
         {"severity.max:high", true},
         {"severity.max:medium", false},
         {"severity.not:high", false},
         {"level:2", true},
         {"level:1,3", false},
         {"level.min:2", true},
         {"level.min:3", false},
         {"level.max:2", true},
         {"level.max:1", false},
         {"level.not:2", false},
         {"level.not:1,3", true},
         {"level.min:-1", true}},
        complaint(), moment_at("2026-11-30T12:00:00Z", "UTC"));
}

TEST_CASE("many values: some value; not means none of them") {
  check({{"type:call", true},
         {"type:meeting,email", true},
         {"type:meeting", false},
         {"type.not:call", false},
         {"type.not:meeting", true},
         {"type.none:no", true},
         {"ref:HELPDESK:hd-221", true},
         {"ref.has:apo", true},
         {"ref.not:defect:APO-9", false},
         {"link.none:yes", true},
         {"link.not:follows:x", true},
         {"promise:confirm", false},
         {"sentiment.not:negative", true}},
        complaint(), moment_at("2026-11-30T12:00:00Z", "UTC"));
}

TEST_CASE("booleans") {
  check({{"overdue:yes", true},
         {"overdue:TRUE", true},
         {"overdue:no", false},
         {"overdue:yes,no", true},
         {"overdue.not:yes", false},
         {"contested:false", true},
         {"contested.not:yes", true},
         {"contested.none:no", true}},
        complaint(), moment_at("2026-11-30T12:00:00Z", "UTC"));
}

TEST_CASE("dates are spans: after their end, before their start, min and max with them") {
  check({{"received:2026-11-21", true},
         {"received:2026", true},
         {"received:2026-q4", true},
         {"received:2026-11-20,2026-11-22", false},
         {"received.not:2026-11-21", false},
         {"received.not:2026-11-22", true},
         {"received.after:2026-11-20", true},
         {"received.after:2026-11-21", false},
         {"received.before:2026-11-22", true},
         {"received.before:2026-11-21", false},
         {"received.min:2026-11-21", true},
         {"received.min:2026-11-22", false},
         {"received.max:2026-11-21", true},
         {"received.max:2026-11-20", false},
         {"received.min:2026-11-21T08:12", true},
         {"received.after:2026-11-21T08:11", true},
         {"received.after:2026-11-21T08:12", false},
         {"received:2026-11-21T09:12:00+01:00", true},
         {"acknowledged:2026-11-21", false},  // the first instant of the next day
         {"acknowledged.after:2026-11-21", true},
         {"acknowledged.max:2026-11-21", false},
         {"acknowledged.min:2026-11-22", true},
         {"acknowledged.before:2026-11-22", false},
         {"received:-10d", true},
         {"received:-9d", false},
         {"received.min:-8d", false},
         {"received:today", false}},
        complaint(), moment_at("2026-11-30T12:00:00Z", "UTC"));
}

TEST_CASE("age counts local dates") {
  // 9 days by the calendars of UTC; in Auckland it is already the first of December, and was the 21st at receipt.
  check({{"age:9", true},
         {"age:9d", true},
         {"age:8,10", false},
         {"age.min:9", true},
         {"age.min:10", false},
         {"age.max:9d", true},
         {"age.max:1w", false},
         {"age.min:1w", true},
         {"age.not:9", false},
         {"age.not:2w", true},
         {"age.none:no", true}},
        complaint(), moment_at("2026-11-30T23:59:59Z", "UTC"));
  check({{"age:10", true}, {"age.min:10", true}, {"age.max:9", false}}, complaint(),
        moment_at("2026-11-30T23:59:59Z", "Pacific/Auckland"));
  check({{"age.max:0", true}, {"age:0", false}, {"age.min:0", false}}, complaint(),
        moment_at("2026-11-19T00:00:00Z", "UTC"));  // received in the future
}

TEST_CASE("bare words are whole words of some text, case folded; several may stand in several texts") {
  check({{"invoice", true},
         {"INVOICE", true},
         {"invoi", false},
         {"invoi*", true},
         {"4711", true},
         {"invoice over", true},
         {"invoice missing", false},
         {"\"charged twice\"", true},
         {"\"twice charged\"", false},
         {"\"twice over\"", false},
         {"\"charged twi*\"", false},
         {"charged-twi*", true},
         {"strasse", true},
         {"straße", true},
         {"\"ÜBER GRÖSSE\"", true},
         {"über-größe", true},
         {"本語", true},
         {"本日", false},
         {"日*", true},
         {"\"\xe6\x97\xa5\xe6\x9c\xac\"", true}},
        complaint(), moment_at("2026-11-30T12:00:00Z", "UTC"));
}

TEST_CASE("a matcher is made once and asked often") {
  const auto filter = query::parse("status:open received:2026-11 charg*", record::complaint_keys());
  REQUIRE(filter.has_value());
  query::Matcher matcher{*filter, record::complaint_keys(), moment_at("2026-11-30T12:00:00Z", "UTC")};
  const auto moved = std::move(matcher);
  CHECK(moved.matches(complaint()));
  CHECK_FALSE(moved.matches(MapRow{{}}));
}

TEST_CASE("a filter that parse did not make is a bug, not a crash") {
  const auto moment = moment_at("2026-11-30T12:00:00Z", "UTC");
  for (const query::Term& term :
       {query::Term{"nothing", query::Modifier::is, {"x"}}, query::Term{"received", query::Modifier::is, {"x"}},
        query::Term{"level", query::Modifier::is, {"x"}}, query::Term{"", query::Modifier::is, {}}})
    CHECK_THROWS_AS(query::matches({{term}}, complaint(), record::complaint_keys(), moment), util::Error);
}
