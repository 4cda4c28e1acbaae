#include "cli/help.hpp"

#include <doctest/doctest.h>

#include "cli/usage.hpp"
#include "fixture.hpp"
#include "util/text/parts.hpp"
#include "util/text/width.hpp"

using namespace crmtrack::cli;
using crmtrack::util::display_width;
using crmtrack::util::split;

namespace {

const crmtrack::command::CommandSpec& command(const char* name) { return *test::small_catalog().find(name); }

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  for (const std::string& line : split(text, '\n')) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("the synopsis shows what may be left out and what may be repeated") {
  CHECK(synopsis(command("new")) == "crmtrack new [OPTION...]");
  CHECK(synopsis(command("list")) == "crmtrack list [OPTION...] [FILTER...]");
  CHECK(synopsis(command("answer")) == "crmtrack answer [OPTION...] ID RECORD");
}

TEST_CASE("short help has a line for every option") {
  CHECK(render_short_help(command("new"), 80) ==
        R"(usage: crmtrack new [OPTION...]

take a complaint

Options:
  -c, --customer CUSTOMER  the customer
  -m, --message TEXT       the text
  -F, --file FILE          the text from a file
  -s, --severity SEVERITY  how bad it is: low, medium, high, critical
      --ref SYSTEM:ID      a reference; may be repeated
      --good               a good one

'crmtrack new --help' has examples; 'crmtrack -h' the global options
)");
}

TEST_CASE("long help begins with the examples") {
  const std::string text = render_long_help(command("new"), 80);
  CHECK(text.find("Examples:\n  $ crmtrack new -c acme -m 'Charged twice'\n") < text.find("usage:"));
  CHECK(text.find("Options of every command:") != std::string::npos);
  CHECK(text.find("See also crmtrack-new(1)") != std::string::npos);
}

TEST_CASE("the overview groups commands and folds those that share a word") {
  const std::string text = render_overview(test::small_catalog(), 80);
  CHECK(text.find("Capture:\n  new       take a complaint\n  customer  add, list\n") != std::string::npos);
  CHECK(text.find("default") == std::string::npos);
  CHECK(render_group_help(test::small_catalog(), "customer", 80).find("customer add   register a customer") !=
        std::string::npos);
}

TEST_CASE("overviews keep to the width") {
  for (const std::size_t width : {62, 80, 100}) {
    CHECK(widest_line(render_short_overview(width)) <= width);
    CHECK(widest_line(render_first_steps(width)) <= width);
  }
  CHECK(manual_page("customer add") == "crmtrack-customer");
}
