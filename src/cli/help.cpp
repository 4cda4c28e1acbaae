#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "cli/usage.hpp"
#include "util/text/parts.hpp"
#include "util/text/width.hpp"

namespace crmtrack::cli {

using command::CommandSpec;
using command::Example;
using command::OptionSpec;
using command::PositionalSpec;

namespace {

using Row = std::pair<std::string, std::string>;  ///< a term and what it means

/// Two columns; a term that is too long for its column has its meaning on the next line.
std::string render_rows(const std::vector<Row>& rows, std::size_t width) {
  std::size_t column = 0;
  for (const auto& [term, meaning] : rows)
    if (util::display_width(term) <= 24) column = std::max(column, util::display_width(term));
  const std::size_t indent = column + 4;
  std::string result;
  for (const auto& [term, meaning] : rows) {
    const bool fits = util::display_width(term) <= column;
    result += "  " + (fits ? util::pad_right(term, column + 2) : term + "\n" + std::string(indent, ' '));
    const std::vector<std::string> lines = util::wrap(meaning, width > indent + 20 ? width - indent : 20);
    result += util::join(lines, "\n" + std::string(indent, ' ')) + "\n";
  }
  return result;
}

std::string render_section(std::string_view title, const std::vector<Row>& rows, std::size_t width) {
  if (rows.empty()) return {};
  return fmt::format("\n{}:\n{}", title, render_rows(rows, width));
}

/// Options with and without a short name line up: `-c, --customer CUSTOMER` over `    --at TIME`.
std::string option_term(const OptionSpec& option) {
  const std::vector<std::string_view> names = names_of(option);
  std::string term = names.size() == 1 && names[0].size() > 2 ? "    " : "";
  term += fmt::format("{}", fmt::join(names, ", "));
  if (!option.metavar.empty()) term += fmt::format(" {}", option.metavar);
  return term;
}

std::string option_meaning(const OptionSpec& option) {
  std::string meaning(option.help);
  const bool listed = std::all_of(option.choices.begin(), option.choices.end(), [&](std::string_view choice) {
    return option.help.find(choice) != std::string_view::npos;
  });
  if (!listed) meaning += fmt::format(": {}", fmt::join(option.choices, ", "));
  if (option.repeats) meaning += "; may be repeated";
  return meaning;
}

template <typename Options>
std::vector<Row> option_rows(const Options& options) {
  std::vector<Row> rows;
  for (const OptionSpec& option : options) rows.emplace_back(option_term(option), option_meaning(option));
  return rows;
}

std::vector<Row> positional_rows(const CommandSpec& command) {
  std::vector<Row> rows;
  for (const PositionalSpec& positional : command.positionals)
    if (!positional.help.empty()) rows.emplace_back(placeholder(positional), positional.help);
  return rows;
}

std::string render_examples(const std::vector<Example>& examples, std::size_t width) {
  if (examples.empty()) return {};
  std::string result = "\nExamples:\n";
  for (const Example& example : examples) {
    const std::vector<std::string> lines = util::wrap(example.says, width - 6);
    result += fmt::format("  $ {}\n      {}\n", example.line, util::join(lines, "\n      "));
  }
  return result;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kGroups = {{
    {"set up", "Set up"},
    {"capture", "Capture"},
    {"handle", "Handle"},
    {"look", "Look"},
    {"report", "Report"},
    {"policy", "Policy"},
    {"automate", "Automate"},
    {"share", "Share and prove"},
    {"exchange", "Exchange"},
}};

/// A command of one word is a row; those that share their first word are one row together, behind the command of that
/// word where there is one.
std::vector<Row> group_rows(const Catalog& catalog, std::string_view group) {
  std::vector<Row> rows;
  for (const CommandSpec* spec : catalog.commands()) {
    if (spec->hidden || spec->group != group) continue;
    const std::string_view first = spec->name.substr(0, spec->name.find(' '));
    if (first == spec->name) {
      rows.emplace_back(first, spec->summary);
      continue;
    }
    const std::string rest(spec->name.substr(first.size() + 1));
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.first == first; });
    if (row == rows.end())
      rows.emplace_back(first, rest);
    else if (const CommandSpec* own = catalog.find(first); own != nullptr && row->second == own->summary)
      row->second += "; " + rest;
    else
      row->second += ", " + rest;
  }
  return rows;
}

std::vector<Row> first_steps() {
  return {{"crmtrack init DIR", "make a data repository"},
          {"crmtrack new", "take a complaint: on a terminal it asks"},
          {"crmtrack call ID -m TEXT", "note a call about it"},
          {"crmtrack list", "what is open"},
          {"crmtrack show ID", "the whole story of one complaint"},
          {"crmtrack agenda", "who owes what to whom, by when"}};
}

constexpr std::string_view kUsage = "usage: crmtrack [OPTION...] COMMAND [OPTION...] [ARGUMENT...]\n";

std::string render_closing(std::string_view sentence, std::size_t width) {
  return "\n" + util::join(util::wrap(sentence, width), "\n") + "\n";
}

}  // namespace

std::string manual_page(std::string_view command_name) {
  return fmt::format("crmtrack-{}", command_name.substr(0, command_name.find(' ')));
}

std::string render_short_help(const CommandSpec& command, std::size_t width) {
  std::string result =
      fmt::format("usage: {}\n\n{}\n", synopsis(command), util::join(util::wrap(command.summary, width), "\n"));
  result += render_section("Arguments", positional_rows(command), width);
  result += render_section("Options", option_rows(command.options), width);
  const std::string more =
      fmt::format("'crmtrack {} --help' has examples; 'crmtrack -h' the global options", command.name);
  return result + render_closing(more, width);
}

std::string render_long_help(const CommandSpec& command, std::size_t width) {
  std::string result = fmt::format("crmtrack {}: {}\n", command.name, command.summary);
  result += render_examples(command.examples, width);
  result += fmt::format("\nusage: {}\n", synopsis(command));
  result += render_section("Arguments", positional_rows(command), width);
  result += render_section("Options", option_rows(command.options), width);
  result += render_section("Options of every command", option_rows(command::global_options()), width);
  const std::string more =
      fmt::format("Exit codes are those of crmtrack(1). See also {}(1).", manual_page(command.name));
  return result + render_closing(more, width);
}

std::string render_group_help(const Catalog& catalog, const std::string& words, std::size_t width) {
  std::vector<Row> rows;
  for (const CommandSpec* spec : catalog.below(words)) rows.emplace_back(spec->name, spec->summary);
  std::string result = fmt::format("usage: crmtrack {} COMMAND [OPTION...]\n", words);
  result += render_section("Commands", rows, width);
  const std::string more =
      fmt::format("'crmtrack help {} COMMAND' tells more; see also {}(1)", words, manual_page(words));
  return result + render_closing(more, width);
}

std::string render_short_overview(std::size_t width) {
  std::string result(kUsage);
  result += render_section("Options of every command", option_rows(command::global_options()), width);
  return result + render_closing("'crmtrack help' lists the commands; 'crmtrack COMMAND -h' their options", width);
}

std::string render_overview(const Catalog& catalog, std::size_t width) {
  std::string result(kUsage);
  for (const auto& [group, title] : kGroups) result += render_section(title, group_rows(catalog, group), width);
  std::vector<Row> others;
  for (const CommandSpec* spec : catalog.commands()) {
    const bool known =
        std::any_of(kGroups.begin(), kGroups.end(), [&](const auto& g) { return g.first == spec->group; });
    if (!spec->hidden && !known) others.emplace_back(spec->name, spec->summary);
  }
  result += render_section("Help", others, width);
  return result +
         render_closing(
             "'crmtrack help COMMAND' tells more; so do 'help filter' and 'help formats'; see also crmtrack(1)", width);
}

std::string render_first_steps(std::size_t width) {
  constexpr std::string_view kWhat =
      "crmtrack keeps complaints, what was done about them, and who owes whom an answer, as plain text in a Git "
      "repository. There is none here yet. The first steps:";
  return util::join(util::wrap(kWhat, width), "\n") + "\n\n" + render_rows(first_steps(), width) +
         render_closing("'crmtrack help' lists all commands", width);
}

}  // namespace crmtrack::cli
