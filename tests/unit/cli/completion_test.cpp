#include "cli/completion.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace crmtrack::cli;
using crmtrack::command::Completes;
using test::words;

namespace {

using Words = std::vector<std::string>;

/// Completes the last word of the line; a line that ends in a blank completes a new word.
Words complete(const std::string& line, const Catalog& catalog = test::small_catalog()) {
  Words typed = words(line);
  if (line.empty() || line.back() == ' ') typed.emplace_back();
  const DataSource data = [](const DataQuestion& question) -> std::vector<Candidate> {
    return {
        {"data-" + std::to_string(static_cast<int>(question.completes)) + "-" + question.prefix + "@" + question.repo,
         ""}};
  };
  Words result;
  for (const Candidate& candidate : complete_words(catalog, typed, data)) result.push_back(candidate.first);
  return result;
}

std::string asked(Completes completes, const std::string& rest) {
  return "data-" + std::to_string(static_cast<int>(completes)) + "-" + rest;
}

}  // namespace

TEST_CASE("commands are completed word by word") {
  CHECK(complete("") == Words{"new", "list", "answer", "assign", "help", "customer"});
  CHECK(complete("cu") == Words{"customer"});
  CHECK(complete("customer ") == Words{"add", "list"});
  CHECK(complete("-C /r customer a") == Words{"add"});
  CHECK(complete("bogus ") == Words{});
}

TEST_CASE("behind the subject of a command comes its last word") {
  const auto complete_plan = [](const std::string& line) { return complete(line, test::subject_first_catalog()); };
  CHECK(complete_plan("plan ") == Words{asked(Completes::story, "@")});
  CHECK(complete_plan("plan 7f3q ") == Words{"add", "done"});
  CHECK(complete_plan("plan 7f3q d") == Words{"done"});
  CHECK(complete_plan("plan 7f3q done ") == Words{asked(Completes::step, "@")});
  CHECK(complete_plan("plan 7f3q add --ow") == Words{"--owner"});
}

TEST_CASE("options come from the command and from all commands") {
  CHECK(complete("new --cu") == Words{"--customer"});
  CHECK(complete("new --c") == Words{"--customer", "--color"});
  CHECK(complete("--form") == Words{"--format"});
  CHECK(complete("list -0") == Words{"-0"});
  CHECK(complete("list -- --al") == Words{asked(Completes::filter, "--al@")});
}

TEST_CASE("values come from the vocabulary, the data or the files") {
  CHECK(complete("new -s h") == Words{"high"});
  CHECK(complete("new --severity=h") == Words{"--severity=high"});
  CHECK(complete("new -c ac") == Words{asked(Completes::customer, "ac@")});
  CHECK(complete("new -C /r -c ac") == Words{asked(Completes::customer, "ac@/r")});
  CHECK(complete("new -F ") == Words{":file"});
  CHECK(complete("-C ") == Words{":directory"});
  CHECK(complete("new -m ") == Words{});
}

TEST_CASE("positionals are completed by their place") {
  CHECK(complete("answer ") == Words{asked(Completes::complaint, "@")});
  CHECK(complete("answer 7f3q k") == Words{asked(Completes::record, "k@")});
  CHECK(complete("answer 7f3q k2x9 ") == Words{});
  CHECK(complete("assign x ") == Words{asked(Completes::complaint, "@"), asked(Completes::person, "@")});
  CHECK(complete("help customer ") == Words{"add", "list"});
  CHECK(complete("help l") == Words{"list"});
  CHECK(complete("list a b c") == Words{asked(Completes::filter, "c@")});
}
