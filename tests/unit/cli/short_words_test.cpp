#include "cli/short_words.hpp"

#include <doctest/doctest.h>

#include "cli/arguments.hpp"
#include "fixture.hpp"
#include "util/error.hpp"

using namespace crmtrack::cli;
using crmtrack::util::Error;
using crmtrack::util::ErrorKind;
using test::words;

namespace {

using Words = std::vector<std::string>;

/// `mine` is `list owner:me`, and `round` is itself.
std::optional<Words> two_aliases(const std::string& before, const std::string& word, bool first) {
  if (before.empty() && first && word == "mine") return Words{"list", "owner:me"};
  if (before.empty() && first && word == "round") return Words{"round", "trip"};
  return std::nullopt;
}

ErrorKind refusal_of(const std::string& word) {
  try {
    (void)find_unique_beginning(test::small_catalog(), "", word);
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::bug;
}

}  // namespace

TEST_CASE("an alias is put in the place of the command, with the options around it") {
  const Arguments arguments = parse_arguments(test::small_catalog(), words("--json mine severity:high"), two_aliases);
  REQUIRE(arguments.command != nullptr);
  CHECK(arguments.command->name == "list");
  CHECK(arguments.globals.has("json"));
  CHECK(arguments.invocation.positionals == Words{"owner:me", "severity:high"});
}

TEST_CASE("an alias that calls itself is no command") {
  CHECK_THROWS_AS(parse_arguments(test::small_catalog(), words("round"), two_aliases), Error);
}

TEST_CASE("a positional is no command word") {
  const Arguments arguments = parse_arguments(test::small_catalog(), words("list mine"), two_aliases);
  CHECK(arguments.invocation.positionals == Words{"mine"});
}

TEST_CASE("the only beginning is the command; several are named") {
  CHECK(find_unique_beginning(test::small_catalog(), "", "li") == "list");
  CHECK(find_unique_beginning(test::small_catalog(), "", "cu") == "customer");
  CHECK(find_unique_beginning(test::small_catalog(), "customer", "a") == "add");
  CHECK(!find_unique_beginning(test::small_catalog(), "", "x"));
  CHECK(refusal_of("a") == ErrorKind::ambiguous);
}
