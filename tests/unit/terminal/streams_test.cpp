#include <doctest/doctest.h>

#include <map>
#include <string>

#include "terminal/streams.hpp"
#include "util/error.hpp"

using namespace crmtrack;

namespace {

/// Streams as they are in this process's place, with only these variables set.
terminal::Streams streams_with(const char* color, const std::map<std::string, std::string>& variables) {
  return terminal::make_streams(
      color,
      [&](const char* name) -> const char* {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
      });
}

}  // namespace

TEST_CASE("colour follows option, NO_COLOR and CLICOLOR_FORCE") {
  CHECK(streams_with("always", {}).color);
  CHECK(streams_with("always", {{"NO_COLOR", "1"}}).color);
  CHECK_FALSE(streams_with("never", {{"CLICOLOR_FORCE", "1"}}).color);
  CHECK(streams_with("auto", {{"CLICOLOR_FORCE", "1"}}).color);
  CHECK(streams_with("auto", {{"CLICOLOR_FORCE", "1"}}).color_err);
  CHECK_FALSE(streams_with("auto", {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}).color);
  CHECK(streams_with("auto", {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", ""}}).color);
  CHECK_FALSE(streams_with("never", {}).color);
  CHECK_THROWS_AS(streams_with("sometimes", {}), util::Error);
}

TEST_CASE("the width is what COLUMNS says, within reason") {
  CHECK(streams_with("auto", {{"COLUMNS", "132"}}).width == 132);
  CHECK(streams_with("auto", {{"COLUMNS", "1"}}).width == 20);
  CHECK(streams_with("auto", {{"COLUMNS", "99999999"}}).width == 1000);
  for (const char* odd : {"", "wide", "-5", "80x", "99999999999999999999999"}) {
    const auto streams = streams_with("auto", {{"COLUMNS", odd}});
    CHECK((streams.out_is_terminal || streams.width == 80));
  }
}

TEST_CASE("a stream that is no terminal is given UTF-8") {
  const auto streams = streams_with("auto", {{"LC_ALL", "C"}});
  CHECK((streams.out_is_terminal || streams.utf8));
}
