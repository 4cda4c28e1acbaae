#include "cli/arguments.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"
#include "util/error.hpp"

using namespace crmtrack::cli;
using crmtrack::util::Error;
using crmtrack::util::ErrorKind;
using test::words;

namespace {

using Words = std::vector<std::string>;

Arguments parse(const Words& line) { return parse_arguments(test::small_catalog(), line); }
Arguments parse(const std::string& line) { return parse(words(line)); }

/// The message and the hints, a line each, of what parsing and checking this line throws.
std::string complaint_about(const std::string& line) {
  try {
    check_arguments(parse(line));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    std::string text = error.what();
    for (const std::string& hint : error.hints()) text += "\n" + hint;
    return text;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("a command is found with global options before, between and after its words") {
  for (const char* line : {"-C /r --json customer add acme --name A", "customer -C /r add --json acme --name A",
                           "customer add acme --name A -C /r --json", "customer add --name=A acme --repo=/r --json",
                           "-C/r customer --json add --name A -- acme"}) {
    CAPTURE(line);
    const Arguments arguments = parse(line);
    REQUIRE(arguments.command != nullptr);
    CHECK(arguments.command->name == "customer add");
    CHECK(arguments.globals.get("repo") == "/r");
    CHECK(arguments.globals.has("json"));
    CHECK(arguments.invocation.get("name") == "A");
    CHECK(arguments.invocation.positionals == Words{"acme"});
  }
}

TEST_CASE("the last word of a command may stand behind its subject") {
  const auto parse_plan = [](const std::string& line) {
    return parse_arguments(test::subject_first_catalog(), words(line));
  };
  for (const char* line :
       {"plan 7f3q add x --owner me", "-C /r plan 7f3q add --owner me x", "plan -q 7f3q add x --owner me",
        "plan 7f3q -q add --owner=me -- x", "plan add 7f3q x --owner me"}) {
    CAPTURE(line);
    const Arguments arguments = parse_plan(line);
    REQUIRE(arguments.command != nullptr);
    CHECK(arguments.command->name == "plan add");
    CHECK(arguments.words == "plan add");
    CHECK(arguments.invocation.positionals == Words{"7f3q", "x"});
    CHECK(arguments.invocation.get("owner") == "me");
    CHECK_NOTHROW(check_arguments(arguments));
  }
  CHECK(parse_plan("plan 7f3q").command->name == "plan");
  CHECK(parse_plan("plan 7f3q").invocation.positionals == Words{"7f3q"});
  CHECK(parse_plan("plan").command->name == "plan");
  CHECK(parse_plan("plan done add x").invocation.positionals == Words{"done", "x"});
  CHECK(parse_plan("plan done add x").command->name == "plan add");
  CHECK(parse_plan("plan 7f3q done 1 -h").globals.has("h"));
  CHECK_THROWS_WITH(parse_plan("plan 7f3q dne 1"), "cannot run 'plan dne': no such command");
}

TEST_CASE("options may stand on either side of positionals") {
  const Arguments arguments = parse("list status:open --sort id owner:me -0 severity:high --all");
  CHECK(arguments.invocation.positionals == Words{"status:open", "owner:me", "severity:high"});
  CHECK(arguments.invocation.get("sort") == "id");
  CHECK(arguments.invocation.has("null"));
  CHECK(arguments.invocation.has("all"));
}

TEST_CASE("a value may begin with a dash") {
  CHECK(parse(Words{"new", "-m", "-5 units"}).invocation.get("message") == "-5 units");
  CHECK(parse("new -m --good").invocation.get("message") == "--good");
  CHECK(parse("new -m --").invocation.get("message") == "--");
  CHECK(parse("list --sort -received").invocation.get("sort") == "-received");
  CHECK(parse("list --sort=-received").invocation.get("sort") == "-received");
  CHECK(parse("new -F -").invocation.get("file") == "-");
}

TEST_CASE("a value may be empty") {
  const Arguments joined = parse("new --message= --good");
  CHECK(joined.invocation.find("message") == "");
  CHECK(joined.invocation.has("good"));
  CHECK(parse("new -m ''").invocation.find("message") == "");
  CHECK(parse("new -m '' --good").invocation.has("good"));
  CHECK(parse("list ''").invocation.positionals == Words{""});
}

TEST_CASE("values are taken as they are typed") {
  for (const std::string value : {"[a,b]", "{}", "a,b", "a=b", "\"q\"", "é\n\x01", "%%", "true", "[]"}) {
    CAPTURE(value);
    CHECK(parse(Words{"new", "-m", value}).invocation.all("message") == Words{value});
    CHECK(parse(Words{"new", "--message=" + value}).invocation.all("message") == Words{value});
    CHECK(parse(Words{"new", "--ref", value, "--ref", value}).invocation.all("ref") == Words{value, value});
    CHECK(parse(Words{"list", value}).invocation.positionals == Words{value});
  }
}

TEST_CASE("two dashes end the options, once") {
  CHECK(parse("list -- --all -0 -- x").invocation.positionals == Words{"--all", "-0", "--", "x"});
  CHECK_FALSE(parse("list -- --all").invocation.has("all"));
}

TEST_CASE("a word that begins with a dash and a digit is a word") {
  CHECK(parse("list -30d").invocation.positionals == Words{"-30d"});
  CHECK(parse("new -5").invocation.positionals == Words{"-5"});
}

TEST_CASE("flags can be bundled, with a value at the end") {
  const Arguments arguments = parse("new -nqmtext");
  CHECK(arguments.globals.has("dry-run"));
  CHECK(arguments.globals.has("quiet"));
  CHECK(arguments.invocation.get("message") == "text");
  CHECK(parse("list -n0").invocation.has("null"));
  CHECK(parse(Words{"new", "-qm", "text"}).invocation.get("message") == "text");
}

TEST_CASE("of an option given twice the last counts, unless it repeats") {
  const Arguments arguments = parse("new -c a --customer b -c c --ref x:1 --ref y:2");
  CHECK(arguments.invocation.all("customer") == Words{"c"});
  CHECK(arguments.invocation.all("ref") == Words{"x:1", "y:2"});
  CHECK(parse("--color never list --color always").globals.get("color") == "always");
}

TEST_CASE("an option that repeats swallows no positionals") {
  CHECK(parse("new --ref x:1 word").invocation.all("ref") == Words{"x:1"});
  CHECK(parse("new --ref x:1 word").invocation.positionals == Words{"word"});
}

TEST_CASE("no command, a group alone, a hidden command") {
  CHECK(parse("").command == nullptr);
  CHECK(parse("--json").words == "");
  CHECK(parse("customer").command == nullptr);
  CHECK(parse("customer").words == "customer");
  CHECK(parse("default").command->name == "default");
}

TEST_CASE("a mistyped command is named with the nearest") {
  CHECK(complaint_about("lst") ==
        "cannot run 'lst': no such command\ndid you mean 'list'?\n'crmtrack help' lists the commands");
  CHECK(complaint_about("-q zzzzzz") == "cannot run 'zzzzzz': no such command\n'crmtrack help' lists the commands");
  CHECK(complaint_about("customer lits") ==
        "cannot run 'customer lits': no such command\ndid you mean 'list'?\n"
        "after 'customer' comes one of: add, list");
}

TEST_CASE("an unknown option is named with the nearest") {
  CHECK(complaint_about("new --custmer acme") ==
        "cannot use '--custmer': 'new' has no such option\ndid you mean '--customer'?\n"
        "'crmtrack new -h' lists the options; '--' ends them");
  CHECK(complaint_about("new --custmer=acme").find("cannot use '--custmer':") == 0);
  CHECK(complaint_about("list -x").find("cannot use '-x': 'list' has no such option") == 0);
  CHECK(complaint_about("list -qx").find("cannot use '-x': 'list' has no such option") == 0);
  CHECK(complaint_about("list -n5").find("cannot use '-5': 'list' has no such option") == 0);
  CHECK(complaint_about("list ---all").find("cannot use '---all': 'list' has no such option") == 0);
  CHECK(complaint_about("-c acme new") ==
        "cannot use '-c': crmtrack itself has no such option\n"
        "'crmtrack -h' lists the options; those of a command come after its name");
}

TEST_CASE("a missing value and a value too many are told") {
  CHECK(complaint_about("new -m") == "cannot use '-m': TEXT is missing after it");
  CHECK(complaint_about("new --message") == "cannot use '--message': TEXT is missing after it");
  CHECK(complaint_about("list --json=yes") == "cannot use '--json=yes': it takes no value");
  CHECK(complaint_about("list --all=") == "cannot use '--all=': it takes no value");
}

TEST_CASE("fixed vocabularies name the nearest word") {
  CHECK(complaint_about("new -s high") == "accepted");
  CHECK(complaint_about("new -s hihg") ==
        "cannot use 'hihg' for '--severity': not one of low, medium, high, critical\ndid you mean 'high'?");
  CHECK(complaint_about("list --format jsn").find("did you mean 'json'?") != std::string::npos);
  CHECK(complaint_about("list --color sometimes").find("not one of auto, always, never") != std::string::npos);
}

TEST_CASE("positionals are counted") {
  CHECK(complaint_about("answer 7f3q k2x9") == "accepted");
  CHECK(complaint_about("answer") ==
        "cannot run 'answer': ID is missing\nusage: crmtrack answer [OPTION...] ID RECORD");
  CHECK(complaint_about("answer 7f3q").find("cannot run 'answer': RECORD is missing") == 0);
  CHECK(complaint_about("answer 7f3q k2x9 more").find("cannot use 'more': one word more than 'answer' takes") == 0);
  CHECK(complaint_about("new word").find("cannot use 'word': one word more than 'new' takes") == 0);
  CHECK(complaint_about("list a b c") == "accepted");
}

TEST_CASE("help is asked for whatever is missing") {
  CHECK(parse("answer -h").globals.has("h"));
  CHECK(parse("answer --help").globals.has("help"));
  CHECK(parse("--version").globals.has("version"));
}

TEST_CASE("any words are parsed or refused as usage, never otherwise") {
  const Words parts = {"-",      "--", "---", "-=",        "--=", "--=x", "=",        "-0",   "-00",
                       "-n0q",   "++", "-m",  "--message", "",    " ",    "-\n",      "\xff", "-\xff",
                       "--\xff", "[",  "[]",  "{}",        "new", "list", "customer", "add"};
  for (const std::string& first : parts)
    for (const std::string& second : parts)
      for (const std::string& third : parts) {
        try {
          check_arguments(parse(Words{"new", first, second, third}));
          check_arguments(parse(Words{first, second, third}));
        } catch (const Error& error) {
          CHECK(error.kind() == ErrorKind::usage);
        }
      }
}
