#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/filter.hpp"
#include "query/filter_parse.hpp"
#include "record/filter_keys.hpp"

using namespace crmtrack;
using query::Filter;
using query::Modifier;
using record::complaint_keys;

namespace {

Filter parsed(const std::string& text) {
  const auto filter = query::parse(text, complaint_keys());
  REQUIRE_MESSAGE(filter.has_value(), text, ": ", (filter ? "" : filter.error().message));
  return *filter;
}

query::Fault fault_of(const std::string& text) {
  const auto filter = query::parse(text, complaint_keys());
  REQUIRE_MESSAGE(!filter.has_value(), text);
  return filter.error();
}

}  // namespace

TEST_CASE("a filter is terms of key, modifier and values") {
  const auto filter = parsed("status:open,closed  severity.min:high\towner.not:me");
  REQUIRE(filter.terms.size() == 3);
  CHECK(filter.terms[0].key == "status");
  CHECK(filter.terms[0].values == std::vector<std::string>{"open", "closed"});
  CHECK(filter.terms[0].modifier == Modifier::is);
  CHECK(filter.terms[0].column == 1);
  CHECK(filter.terms[1].modifier == Modifier::min);
  CHECK(filter.terms[1].column == 21);
  CHECK(filter.terms[2].modifier == Modifier::not_);
}

TEST_CASE("keys and modifiers are read whatever their case") {
  const auto filter = parsed("Status.NOT:closed");
  CHECK(filter.terms[0].key == "status");
  CHECK(filter.terms[0].modifier == Modifier::not_);
}

TEST_CASE("an empty filter has no terms") {
  CHECK(parsed("").terms.empty());
  CHECK(parsed(" \t\n ").terms.empty());
}

TEST_CASE("quotes hold commas, blanks and quotes in a value") {
  CHECK(parsed("reason:\"a,b\"").terms[0].values == std::vector<std::string>{"a,b"});
  CHECK(parsed("reason:\"a b\",c,\"d\"").terms[0].values == std::vector<std::string>{"a b", "c", "d"});
  CHECK(parsed("reason:\" a \"").terms[0].values == std::vector<std::string>{"a"});
  CHECK(parsed(R"(reason:"say \"x\" \\ \n")").terms[0].values == std::vector<std::string>{R"(say "x" \ \n)"});
}

TEST_CASE("values may hold colons") {
  CHECK(parsed("ref:helpdesk:HD-221").terms[0].values == std::vector<std::string>{"helpdesk:HD-221"});
  CHECK(parsed("link:follows:20261121-7f3q2mxab4").terms[0].values.front() == "follows:20261121-7f3q2mxab4");
  CHECK(parsed("received:2026-11-21T09:12:00+01:00").terms[0].values.front() == "2026-11-21T09:12:00+01:00");
}

TEST_CASE("bare text: words, prefixes, phrases") {
  const auto filter = parsed(R"(invoice charg* "charged twice" 12:30 O'Neill)");
  REQUIRE(filter.terms.size() == 5);
  for (const auto& term : filter.terms) CHECK(term.key.empty());
  CHECK(filter.terms[1].values.front() == "charg*");
  CHECK_FALSE(filter.terms[1].phrase);
  CHECK(filter.terms[2].phrase);
  CHECK(filter.terms[2].values.front() == "charged twice");
  CHECK(filter.terms[3].values.front() == "12:30");
}

TEST_CASE("arguments are read one by one, columns as if joined by blanks") {
  const auto filter = query::parse(std::vector<std::string>{"status:open", "größe", "severity:high"}, complaint_keys());
  REQUIRE(filter.has_value());
  REQUIRE(filter->terms.size() == 3);
  CHECK(filter->terms[1].column == 13);
  CHECK(filter->terms[2].column == 19);
  const auto wrong = query::parse(std::vector<std::string>{"status:open", "severity:hgih"}, complaint_keys());
  REQUIRE(!wrong.has_value());
  CHECK(wrong.error().column == 22);
}

TEST_CASE("faults point at the word and name the nearest") {
  struct Case {
    std::string text;
    int column;
    std::string says;
  };
  const std::vector<Case> cases{
      {"stauts:open", 1, "no key 'stauts', nearest: 'status'"},
      {"x status:open http://example.com", 15, "no key 'http'"},
      {"http://example.com", 1, "quote it to look for the text"},
      {"zzzzzz:1", 1, "there are: id, status, owner"},
      {"status:opne", 8, "no status 'opne', nearest: 'open'"},
      {"status:open,clsoed", 13, "nearest: 'closed'"},
      {"größe severity:hgih", 16, "nearest: 'high'"},
      {"severity.mni:high", 10, "no modifier 'mni' of 'severity', nearest: 'min'"},
      {"severity.:high", 10, "no modifier ''"},
      {"status.min:open", 8, "no modifier 'min' of 'status', there are: not, has, none"},
      {"received.has:2026", 10, "there are: not, min, max, after, before, none"},
      {"owner.after:2026", 7, "no modifier 'after' of 'owner'"},
      {"status:", 8, "'status:' needs a value"},
      {"status: open", 8, "needs a value"},
      {"status:open,", 13, "needs a value"},
      {"status:,open", 8, "needs a value"},
      {"status:\"\"", 8, "needs a value"},
      {"reason:\"a b", 8, "the quote that begins here has no end"},
      {"x \"a b", 3, "the quote that begins here has no end"},
      {"reason:\"a\"b", 11, "a blank is missing after the quote"},
      {"\"a\"b", 4, "a blank is missing after the quote"},
      {"reason:a\"b", 9, "quote the whole value"},
      {"5\"", 1, "quote the whole text"},
      {"received:novmber", 10, "'novmber' is no date: write 2026-11-21"},
      {"received:2026-13", 10, "is no date"},
      {"received:2026-02-30", 10, "is no date"},
      {"received:2026-q5", 10, "is no date"},
      {"received:-30", 10, "is no date"},
      {"age:old", 5, "'old' is no age: write 10, 10d or 2w"},
      {"age.min:-3", 9, "is no age"},
      {"age.min:999999999", 9, "is no age"},
      {"level:high", 7, "'high' is no number"},
      {"level:9999999999", 7, "is no number"},
      {"contested:maybe", 11, "'maybe' is neither yes nor no"},
      {"owner.none:maybe", 12, "neither yes nor no"},
      {"--", 1, "no word to look for in '--'"},
      {"*", 1, "no word to look for"},
      {"\"...\"", 1, "no word to look for"},
      {"\"\"", 1, "no word to look for"},
      {"owner:\xc2\xad", 7, "nothing to compare"},
      {"ab \xff", 4, "not valid UTF-8"},
      {std::string("a\0b", 3), 2, "not valid UTF-8"},
  };
  for (const auto& each : cases) {
    const auto& text = each.text;
    const auto& column = each.column;
    const auto& says = each.says;
    CAPTURE(text);
    const auto fault = fault_of(text);
    CHECK(fault.column == column);
    CHECK_MESSAGE(fault.message.find(says) != std::string::npos, fault.message);
  }
}

TEST_CASE("filters are bounded") {
  std::string many;
  for (int i = 0; i < 100; ++i) many += "a ";
  CHECK(parsed(many).terms.size() == 100);
  CHECK(fault_of(many + "a").message.find("more than 100") != std::string::npos);
  std::string values = "level:0";
  for (int i = 1; i < 500; ++i) values += ",1";
  CHECK(parsed(values).terms[0].values.size() == 500);
  CHECK(fault_of(values + ",1").message.find("more than 500") != std::string::npos);
  CHECK(fault_of(std::string(20000, 'a')).message.find("longer than") != std::string::npos);
}

TEST_CASE("only facts may be asked where only facts are offered") {
  CHECK(query::parse("customer:acme severity:high type:call", record::fact_keys()).has_value());
  const auto filter = query::parse("status:open", record::fact_keys());
  REQUIRE(!filter.has_value());
  CHECK(filter.error().message.find("no key 'status'") != std::string::npos);
}

TEST_CASE("mentions finds a key") {
  const auto filter = parsed("status:open invoice");
  CHECK(query::mentions(filter, "status"));
  CHECK_FALSE(query::mentions(filter, "owner"));
}
