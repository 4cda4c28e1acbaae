#include "cli/registry.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/help.hpp"
#include "cli/usage.hpp"
#include "util/text/parts.hpp"
#include "util/text/width.hpp"

using namespace crmtrack;
using namespace crmtrack::cli;

namespace {

/// The words of an example's crmtrack command, as a shell would hand them on: up to a pipe, quotes taken off.
std::vector<std::string> shell_words(std::string_view line) {
  std::vector<std::string> result;
  std::string word;
  bool in_word = false;
  char quote = '\0';
  for (const char c : line) {
    if (quote != '\0') {
      if (c == quote)
        quote = '\0';
      else
        word += c;
    } else if (c == '\'' || c == '"') {
      quote = c;
      in_word = true;
    } else if (c == ' ' || c == '|' || c == '&' || c == '>' || c == ';') {
      if (in_word) result.push_back(word);
      word.clear();
      in_word = false;
      if (c != ' ') return result;
    } else {
      word += c;
      in_word = true;
    }
  }
  if (in_word) result.push_back(word);
  return result;
}

}  // namespace

TEST_CASE("every command has a name of its own, a group, a summary and something to run") {
  std::set<std::string_view> names;
  for (const command::CommandSpec* spec : registry().commands()) {
    CAPTURE(spec->name);
    CHECK(names.insert(spec->name).second);
    const bool runs = spec->run != nullptr;
    CHECK(runs);
    CHECK_FALSE(spec->group.empty());
    CHECK_FALSE(spec->summary.empty());
    CHECK(spec->summary.find('\n') == std::string_view::npos);
  }
}

TEST_CASE("no option of a command has the name of another, or of a global one") {
  for (const command::CommandSpec* spec : registry().commands()) {
    std::set<std::string_view> names;
    for (const command::OptionSpec& option : command::global_options())
      for (const std::string_view name : names_of(option)) names.insert(name);
    for (const command::OptionSpec& option : spec->options) {
      CAPTURE(spec->name);
      CAPTURE(option.names);
      CHECK_FALSE(option.help.empty());
      for (const std::string_view name : names_of(option)) CHECK(names.insert(name).second);
    }
  }
}

TEST_CASE("every command's examples are accepted, and name it") {
  for (const command::CommandSpec* spec : registry().commands()) {
    if (spec->hidden) continue;
    CAPTURE(spec->name);
    CHECK_FALSE(spec->examples.empty());
    for (const command::Example& example : spec->examples) {
      CAPTURE(example.line);
      REQUIRE(example.line.find("crmtrack ") != std::string_view::npos);
      std::vector<std::string> words = shell_words(example.line.substr(example.line.find("crmtrack ")));
      REQUIRE(words.size() > 1);
      words.erase(words.begin());
      CHECK_NOTHROW(check_arguments(parse_arguments(registry(), words)));
    }
  }
}

TEST_CASE("help fits 80 columns") {
  std::vector<std::string> texts = {render_overview(registry(), 80), render_short_overview(80)};
  for (const command::CommandSpec* spec : registry().commands()) texts.push_back(render_short_help(*spec, 80));
  for (const std::string& text : texts)
    for (const std::string& line : util::split(text, '\n')) {
      CAPTURE(line);
      CHECK(util::display_width(line) <= 80);
    }
}
