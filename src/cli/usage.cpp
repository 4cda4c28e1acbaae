#include "cli/usage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/foreign_words.hpp"
#include "query/check.hpp"
#include "record/filter_keys.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::cli {

using command::CommandSpec;
using command::Invocation;
using command::OptionSpec;
using command::PositionalSpec;
using util::Error;
using util::ErrorKind;

namespace {

std::vector<std::string> did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::vector<std::string> near = util::nearest(word, candidates);
  if (near.empty()) return {};
  return {fmt::format("did you mean '{}'?", util::join(near, "' or '"))};
}

void check_choices(const OptionSpec& option, const Invocation& invocation) {
  if (option.choices.empty()) return;
  for (const std::string& value : invocation.all(option.key())) {
    if (std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end()) continue;
    const std::vector<std::string> choices(option.choices.begin(), option.choices.end());
    throw Error(
        ErrorKind::usage,
        fmt::format("cannot use '{}' for '--{}': not one of {}", value, option.key(), util::join(choices, ", ")),
        did_you_mean(value, choices));
  }
}

bool takes_text(const CommandSpec& command) {
  return std::ranges::any_of(
      command.options, [](const OptionSpec& option) { return option.key() == "message"; });
}

}  // namespace

std::vector<std::string_view> names_of(const OptionSpec& option) {
  const std::size_t comma = option.names.find(',');
  if (comma == std::string_view::npos) return {option.names};
  return {option.names.substr(0, comma), option.names.substr(comma + 1)};
}

const OptionSpec* find_option(const std::vector<const OptionSpec*>& options, std::string_view name) {
  for (const OptionSpec* option : options)
    for (const std::string_view candidate : names_of(*option))
      if (candidate == name) return option;
  return nullptr;
}

std::string placeholder(const PositionalSpec& positional) {
  const std::string name = std::string(positional.name) + (positional.max == 1 ? "" : "...");
  return positional.min == 0 ? "[" + name + "]" : name;
}

std::string synopsis(const CommandSpec& command) {
  const std::size_t last = command.subject_first ? command.name.rfind(' ') : std::string_view::npos;
  std::string result = fmt::format("crmtrack {}", command.name.substr(0, last));
  std::span<const PositionalSpec> positionals = command.positionals;
  if (last != std::string_view::npos) {
    result += fmt::format(" {}{}", placeholder(positionals.front()), command.name.substr(last));
    positionals = positionals.subspan(1);
  }
  result += " [OPTION...]";
  for (const PositionalSpec& positional : positionals) result += " " + placeholder(positional);
  return result;
}

Error unknown_command(const Catalog& catalog, const std::string& before, const std::string& word) {
  std::vector<std::string> candidates = catalog.next_words(before);
  std::vector<std::string> hints = before.empty() ? hints_for_command(word) : std::vector<std::string>();
  if (hints.empty()) hints = did_you_mean(word, candidates);
  if (hints.empty() && !before.empty() && std::ranges::find(candidates, "show") != candidates.end())
    hints.push_back(fmt::format("to see it: crmtrack {} show '{}'", before, word));
  hints.push_back(before.empty() ? "'crmtrack help' lists the commands"
                                 : fmt::format("after '{}' comes one of: {}", before, util::join(candidates, ", ")));
  const std::string whole = before.empty() ? word : before + " " + word;
  return {ErrorKind::usage, fmt::format("cannot run '{}': no such command", whole), hints};
}

Error unknown_option(const std::string& word, const std::vector<const OptionSpec*>& options,
                     const std::string& command) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string> candidates;
  for (const OptionSpec* option : options)
    for (const std::string_view candidate : names_of(*option)) candidates.emplace_back(candidate);
  std::vector<std::string> hints = hints_for_option(name, command);
  if (hints.empty() && name.size() > 3) hints = did_you_mean(name, candidates);
  hints.push_back(command.empty() ? "'crmtrack -h' lists the options; those of a command come after its name"
                                  : fmt::format("'crmtrack {} -h' lists the options; '--' ends them", command));
  return {ErrorKind::usage,
          fmt::format("cannot use '{}': {} has no such option", name,
                      command.empty() ? std::string("crmtrack itself") : "'" + command + "'"),
          hints};
}

Error unknown_filter_option(const std::string& word, const std::vector<const OptionSpec*>& options,
                            const std::string& command) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kShort{
      {{"-c", "customer"}, {"-p", "project"}, {"-r", "reason"}, {"-s", "severity"}}};
  const Error error = unknown_option(word, options, command);
  const std::size_t equals = word.find('=');
  std::string key = word.starts_with("--") ? word.substr(2, equals == std::string::npos ? equals : equals - 2) : "";
  for (const auto& [option, name] : kShort)
    if (word == option) key = name;
  if (is_time_option(word.substr(0, equals)))
    return {ErrorKind::usage,
            error.what(),
            {find_option(options, "--period") != nullptr
                 ? "a stretch of time: --period last-week, --period 2026-q3, --period 2026-11-02..2026-11-08"
                 : fmt::format("'{}' takes filters, which are words, for times too: received:last-week, "
                               "received.min:mon; see: crmtrack help filter",
                               command)}};
  if (query::find_key(record::complaint_keys(), key) == nullptr) return error;
  const std::string value = equals == std::string::npos ? "VALUE" : word.substr(equals + 1);
  return {ErrorKind::usage,
          error.what(),
          {fmt::format("'{}' takes filters, which are words: {}:{}; see: crmtrack help filter", command, key, value)}};
}

Error bad_value(const std::string& word, const std::vector<const OptionSpec*>& options) {
  const std::string name = word.compare(0, 2, "--") == 0 ? word.substr(0, word.find('=')) : word.substr(0, 2);
  const OptionSpec* option = find_option(options, name);
  if (option == nullptr || option->metavar.empty())
    return {ErrorKind::usage, fmt::format("cannot use '{}': it takes no value", word)};
  return {ErrorKind::usage, fmt::format("cannot use '{}': {} is missing after it", name, option->metavar)};
}

void check_positionals(const CommandSpec& command, const std::vector<std::string>& words) {
  std::size_t least = 0;
  std::size_t most = 0;
  std::vector<std::string> hints = {"usage: " + synopsis(command)};
  for (const PositionalSpec& positional : command.positionals) {
    least += static_cast<std::size_t>(positional.min);
    if (words.size() < least) {
      if (positional.help.find(" or ") != positional.help.npos)  // its help lists the words
        hints.push_back(fmt::format("{}: {}", positional.name, positional.help));
      throw Error(ErrorKind::usage, fmt::format("cannot run '{}': {} is missing", command.name, positional.name),
                  hints);
    }
    most = positional.max < 0 ? words.size() : most + static_cast<std::size_t>(positional.max);
  }
  if (words.size() > most && takes_text(command) && words[most].find_first_not_of("0123456789") != std::string::npos)
    hints.push_back(fmt::format("a text stands behind -m: -m '{}'", words[most]));
  if (words.size() > most)
    throw Error(ErrorKind::usage,
                fmt::format("cannot use '{}': one word more than '{}' takes", words[most], command.name), hints);
}

void check_given(const Arguments& arguments) {
  for (const OptionSpec& option : command::global_options()) check_choices(option, arguments.globals);
  if (arguments.command == nullptr) return;
  for (const OptionSpec& option : arguments.command->options) check_choices(option, arguments.invocation);
}

void check_arguments(const Arguments& arguments) {
  check_given(arguments);
  if (arguments.command != nullptr) check_positionals(*arguments.command, arguments.invocation.positionals);
}

}  // namespace crmtrack::cli
