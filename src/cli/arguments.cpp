#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <utility>

#include "cli/usage.hpp"

namespace crmtrack::cli {

using command::CommandSpec;
using command::Invocation;
using command::OptionSpec;

namespace {

/// CLI11 splits words into options, values and the rest; which command they are for, and what is wrong with them, is
/// decided here, because CLI11 decides it differently: it reports a mistyped command as a missing one, splits `[a,b]`
/// in vectors, lets a vector swallow positionals, and takes the word after `--name=` for its value.
class Splitter : private CLI::App {
 public:
  Splitter() {
    set_help_flag();
    allow_extras();
  }

  void add(const OptionSpec& spec) {
    if (spec.metavar.empty()) {
      add_flag(std::string(spec.names))->disable_flag_override();
    } else {
      // The values are read from results(), where CLI11 leaves them as they were typed.
      add_option(std::string(spec.names))
          ->type_size(1)
          ->expected(1)
          ->allow_extra_args(false)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    specs_.push_back(&spec);
  }

  /// The command takes filters as its words.
  void expect_filter() { takes_filter_ = true; }

  /// Whether the next word is neither an option nor `--`.
  [[nodiscard]] bool at_word(const std::vector<std::string>& reversed) const {
    return positional_only_ || _recognize(reversed.back()) == CLI::detail::Classifier::NONE;
  }

  /// Takes the next option with its value, or the next positional, off the end of `reversed`.
  void take(std::vector<std::string>& reversed, const std::string& command) {
    const std::string word = reversed.back();
    const bool free_word = at_word(reversed);
    if (free_word && !positional_only_ && looks_unknown(word)) throw refusal_of(word, command);
    if (!free_word) separate_empty_value(reversed);
    try {
      _parse_single(reversed, positional_only_);
    } catch (const CLI::ArgumentMismatch&) {
      throw bad_value(word, specs_);
    }
    refuse_unknown(command);
    in_bundle_ = !free_word && !reversed.empty() && word.size() > 2 && reversed.back() == "-" + word.substr(2);
  }

  [[nodiscard]] std::vector<std::string> positionals() const {
    std::vector<std::string> result;
    for (const auto& [kind, word] : missing_)
      if (kind == CLI::detail::Classifier::NONE) result.push_back(word);
    return result;
  }

  void collect(const OptionSpec& spec, Invocation& into) const {
    const std::string_view first = spec.names.substr(0, spec.names.find(','));
    const CLI::Option* option = get_option(std::string(first));
    if (option->count() == 0) return;
    std::vector<std::string> values = spec.metavar.empty() ? std::vector<std::string>() : option->results();
    if (!spec.repeats && values.size() > 1) values.erase(values.begin(), values.end() - 1);
    into.options[std::string(spec.key())] = std::move(values);
  }

 private:
  [[nodiscard]] util::Error refusal_of(const std::string& word, const std::string& command) const {
    return takes_filter_ ? unknown_filter_option(word, specs_, command) : unknown_option(word, specs_, command);
  }

  /// CLI11 takes `---x` for a positional, and the `5` left over from the bundle `-n5`.
  [[nodiscard]] bool looks_unknown(const std::string& word) const {
    return in_bundle_ || (word.size() > 2 && word.compare(0, 2, "--") == 0);
  }

  void separate_empty_value(std::vector<std::string>& reversed) const {
    std::string& word = reversed.back();
    if (word.size() < 4 || word.compare(0, 2, "--") != 0 || word.find('=') != word.size() - 1) return;
    word.pop_back();
    const OptionSpec* spec = find_option(specs_, word);
    if (spec == nullptr) return;
    if (spec->metavar.empty()) throw bad_value(word + "=", specs_);
    reversed.insert(reversed.end() - 1, std::string());
  }

  void refuse_unknown(const std::string& command) const {
    for (const auto& [kind, word] : missing_)
      if (kind == CLI::detail::Classifier::LONG || kind == CLI::detail::Classifier::SHORT)
        throw refusal_of(word, command);
  }

  std::vector<const OptionSpec*> specs_;
  bool positional_only_ = false;
  bool in_bundle_ = false;
  bool takes_filter_ = false;
};

std::string joined(const std::string& words, const std::string& next) {
  return words.empty() ? next : words + " " + next;
}

/// Puts the words in the place of the last of `reversed` that it stands for. Throws Error(usage) where it stands for
/// none.
void replace_short_word(const Catalog& catalog, const ShortWords& short_words, const std::string& before, bool first,
                        std::vector<std::string>& reversed) {
  const auto words = short_words ? short_words(before, reversed.back(), first) : std::nullopt;
  if (!words) throw unknown_command(catalog, before, reversed.back());
  reversed.pop_back();
  reversed.insert(reversed.end(), words->rbegin(), words->rend());
}

/// Whether the word at a place (from the end of `reversed`) goes on the name of a command.
bool names_command(const Catalog& catalog, const std::string& words, const std::vector<std::string>& reversed,
                   std::size_t place) {
  return reversed.size() > place && catalog.find(joined(words, reversed[reversed.size() - 1 - place])) != nullptr;
}

/// Takes the last word of the command from behind its first positional (`plan ID add`), with the global options before
/// it. `plan add ID` is taken as well; a subject that is called as a command is one where a command stands behind it.
void take_behind_subject(const Catalog& catalog, const ShortWords& short_words, Splitter& splitter,
                         std::vector<std::string>& reversed, Arguments& result) {
  const std::string words = result.words;
  std::optional<std::string> subject;
  while (!reversed.empty()) {
    if (!splitter.at_word(reversed)) {
      splitter.take(reversed, words);
    } else if (names_command(catalog, words, reversed, 0) && (subject || !names_command(catalog, words, reversed, 1))) {
      result.words = joined(words, reversed.back());
      result.command = catalog.find(result.words);
      reversed.pop_back();
      break;
    } else if (!subject) {
      subject = std::move(reversed.back());
      reversed.pop_back();
    } else {
      replace_short_word(catalog, short_words, words, false, reversed);
    }
  }
  if (subject) reversed.push_back(std::move(*subject));
}

/// Takes the words that name the command, with the global options before and between them.
void take_command(const Catalog& catalog, const ShortWords& short_words, Splitter& splitter,
                  std::vector<std::string>& reversed, Arguments& result) {
  bool first = true;
  while (!reversed.empty()) {
    if (!splitter.at_word(reversed)) {
      if (result.command != nullptr) return;
      splitter.take(reversed, result.words);
      continue;
    }
    const std::string name = joined(result.words, reversed.back());
    const CommandSpec* command = catalog.find(name);
    if (command == nullptr && !catalog.is_group(name)) {
      if (result.command != nullptr) return;
      replace_short_word(catalog, short_words, result.words, std::exchange(first, false), reversed);
      continue;
    }
    result.words = name;
    result.command = command;
    reversed.pop_back();
    if (catalog.takes_subject_first(name)) return take_behind_subject(catalog, short_words, splitter, reversed, result);
  }
}

}  // namespace

Arguments parse_arguments(const Catalog& catalog, const std::vector<std::string>& words,
                          const ShortWords& short_words) {
  Arguments result;
  Splitter splitter;
  for (const OptionSpec& option : command::global_options()) splitter.add(option);
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  take_command(catalog, short_words, splitter, reversed, result);
  if (result.command != nullptr) {
    for (const OptionSpec& option : result.command->options) splitter.add(option);
    for (const command::PositionalSpec& positional : result.command->positionals)
      if (positional.completes == command::Completes::filter) splitter.expect_filter();
    while (!reversed.empty()) splitter.take(reversed, result.words);
    for (const OptionSpec& option : result.command->options) splitter.collect(option, result.invocation);
  }
  for (const OptionSpec& option : command::global_options()) splitter.collect(option, result.globals);
  result.invocation.positionals = splitter.positionals();
  return result;
}

}  // namespace crmtrack::cli
