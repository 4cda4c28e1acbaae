#include "fixture.hpp"

#include <array>
#include <sstream>

namespace crmtrack::cli::test {

using command::CommandSpec;
using command::Completes;
using command::OptionSpec;

namespace {

using namespace std::string_view_literals;

constexpr std::array kSeverities = {"low"sv, "medium"sv, "high"sv, "critical"sv};

const CommandSpec kNew{
    .name = "new",
    .group = "capture",
    .summary = "take a complaint",
    .options = {{"-c,--customer", "CUSTOMER", "the customer", Completes::customer},
                {"-m,--message", "TEXT", "the text"},
                {"-F,--file", "FILE", "the text from a file", Completes::file},
                {"-s,--severity", "SEVERITY", "how bad it is", Completes::nothing, kSeverities},
                {"--ref", "SYSTEM:ID", "a reference", Completes::nothing, {}, true},
                {"--good", "", "a good one"}},
    .examples = {{"crmtrack new -c acme -m 'Charged twice'", "one line is enough"}},
};
const CommandSpec kList{
    .name = "list",
    .group = "look",
    .summary = "list complaints",
    .positionals = {{"FILTER", "what to list", Completes::filter, 0, -1}},
    .options = {{"--sort", "KEY", "the order"}, {"-0,--null", "", "separate by NUL"}, {"--all", "", "all"}},
};
const CommandSpec kAnswer{
    .name = "answer",
    .group = "handle",
    .summary = "answer a record",
    .positionals = {{"ID", "", Completes::complaint}, {"RECORD", "", Completes::record}},
};
const CommandSpec kAssign{
    .name = "assign",
    .group = "handle",
    .summary = "give to somebody",
    .positionals = {{"ID", "", Completes::complaint, 0, -1}, {"PERSON", "", Completes::person}},
};
const CommandSpec kHelp{
    .name = "help",
    .group = "help",
    .summary = "tell more",
    .positionals = {{"COMMAND", "", Completes::command, 0, -1}},
};
const CommandSpec kCustomerAdd{
    .name = "customer add",
    .group = "capture",
    .summary = "register a customer",
    .positionals = {{"SLUG", "", Completes::customer}},
    .options = {{"--name", "NAME", "the name"}},
};
const CommandSpec kCustomerList{.name = "customer list", .group = "capture", .summary = "list customers"};
const CommandSpec kHidden{.name = "default", .group = "look", .summary = "mine", .hidden = true};

const CommandSpec kPlan{
    .name = "plan", .group = "handle", .summary = "show it", .positionals = {{"ID", "", Completes::story}}};
const CommandSpec kPlanAdd{.name = "plan add",
                           .group = "handle",
                           .summary = "one more",
                           .positionals = {{"ID", "", Completes::story}, {"TEXT", ""}},
                           .options = {{"--owner", "PERSON", "who does it", Completes::person}},
                           .subject_first = true};
const CommandSpec kPlanDone{.name = "plan done",
                            .group = "handle",
                            .summary = "it is done",
                            .positionals = {{"ID", "", Completes::story}, {"STEP", "", Completes::step}},
                            .subject_first = true};

}  // namespace

const Catalog& subject_first_catalog() {
  static const Catalog kCatalog({&kNew, &kPlan, &kPlanAdd, &kPlanDone});
  return kCatalog;
}

const Catalog& small_catalog() {
  static const Catalog kCatalog({&kNew, &kList, &kAnswer, &kAssign, &kHelp, &kCustomerAdd, &kCustomerList, &kHidden});
  return kCatalog;
}

std::vector<std::string> words(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> result;
  for (std::string word; stream >> word;) result.push_back(word == "''" ? "" : word);
  return result;
}

}  // namespace crmtrack::cli::test
