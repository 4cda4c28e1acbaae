#include "cli/completion.hpp"

#include <iterator>

#include "cli/short_words.hpp"
#include "cli/usage.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::cli {

using command::CommandSpec;
using command::Completes;
using command::OptionSpec;
using command::PositionalSpec;

namespace {

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

/// The position of the word being completed, by the words before it. A half-typed line is no error here, so this is not
/// the parser of the command line.
class Position {
 public:
  explicit Position(const Catalog& catalog) : catalog_(catalog) {
    for (const OptionSpec& option : command::global_options()) options_.push_back(&option);
  }

  void pass(const std::string& word) {
    if (pending_ != nullptr) {
      if (pending_->key() == "repo") repo_ = word;
      if (pending_->key() == "customer") customer_ = word;
      pending_ = nullptr;
    } else if (!options_ended_ && word == "--") {
      options_ended_ = true;
    } else if (!options_ended_ && word.size() > 1 && word[0] == '-') {
      pass_option(word);
    } else {
      pass_word(word);
    }
  }

  [[nodiscard]] const OptionSpec* pending() const { return pending_; }
  [[nodiscard]] bool options_ended() const { return options_ended_; }
  [[nodiscard]] const CommandSpec* command() const { return command_; }
  [[nodiscard]] const std::string& words() const { return words_; }
  /// The positionals so far, for a command whose positionals name a command (`help customer`).
  [[nodiscard]] std::string command_words() const { return util::join(positionals_, " "); }
  [[nodiscard]] const std::vector<std::string>& typed_positionals() const { return positionals_; }
  [[nodiscard]] const std::string& customer() const { return customer_; }
  [[nodiscard]] const std::string& repo() const { return repo_; }
  [[nodiscard]] const std::vector<const OptionSpec*>& options() const { return options_; }

  /// The positionals that may come next: after one that takes any number, the ones behind it too.
  [[nodiscard]] std::vector<const PositionalSpec*> positionals() const {
    std::vector<const PositionalSpec*> result;
    const int count = static_cast<int>(positionals_.size());
    int before = 0;
    for (const PositionalSpec& candidate : command_->positionals) {
      const bool any_number = candidate.max < 0;
      if (any_number || count < before + candidate.max || !result.empty()) result.push_back(&candidate);
      if (!result.empty() && !any_number) break;
      before += candidate.max;
    }
    return result;
  }

  /// Whether the first positional has been typed of a command whose last word stands behind it (`plan ID add`).
  [[nodiscard]] bool is_behind_subject() const {
    return positionals_.size() == 1 && catalog_.takes_subject_first(words_);
  }

 private:
  [[nodiscard]] bool may_name_command() const { return positionals_.empty() || is_behind_subject(); }

  void pass_option(const std::string& word) {
    const OptionSpec* option = find_option(options_, word);
    if (option != nullptr && !option->metavar.empty()) pending_ = option;
  }

  void pass_word(const std::string& typed) {
    const std::string_view short_for = words_.empty() ? find_short_name(typed) : std::string_view();
    const std::string word(short_for.empty() ? typed : short_for);
    const std::string name = words_.empty() ? word : words_ + " " + word;
    const CommandSpec* found = may_name_command() ? catalog_.find(name) : nullptr;
    if (found != nullptr) {
      command_ = found;
      std::vector<const OptionSpec*> own;
      for (const OptionSpec& option : found->options) own.push_back(&option);
      options_.insert(options_.begin(), own.begin(), own.end());
    } else if (command_ != nullptr) {
      positionals_.push_back(word);
      return;
    }
    words_ = name;
  }

  const Catalog& catalog_;
  std::vector<const OptionSpec*> options_;
  const OptionSpec* pending_ = nullptr;
  const CommandSpec* command_ = nullptr;
  std::string words_;
  std::vector<std::string> positionals_;
  std::string repo_;
  std::string customer_;
  bool options_ended_ = false;
};

void add_if_fits(std::vector<Candidate>& result, std::string_view prefix, std::string_view word,
                 std::string_view says) {
  if (starts_with(word, prefix)) result.emplace_back(word, says);
}

std::vector<Candidate> complete_command(const Catalog& catalog, const std::string& words, const std::string& prefix) {
  std::vector<Candidate> result;
  for (const std::string& word : catalog.next_words(words)) {
    const CommandSpec* spec = catalog.find(words.empty() ? word : words + " " + word);
    add_if_fits(result, prefix, word, spec == nullptr ? "" : spec->summary);
  }
  return result;
}

std::vector<Candidate> complete_option(const Position& position, const std::string& prefix) {
  std::vector<Candidate> result;
  for (const OptionSpec* option : position.options())
    for (const std::string_view name : names_of(*option)) {
      // A lone `-` offers the long names; the short ones are quicker typed than chosen.
      if (name.size() > 2 || prefix == name) add_if_fits(result, prefix, name, option->help);
    }
  return result;
}

std::vector<Candidate> complete_data(const Position& position, Completes completes, const std::string& prefix,
                                     const DataSource& data) {
  if (completes == Completes::nothing) return {};
  if (completes == Completes::file) return {{":file", ""}};
  if (completes == Completes::directory) return {{":directory", ""}};
  return data(
      {completes, prefix, position.repo(), position.words(), position.typed_positionals(), position.customer()});
}

std::vector<Candidate> complete_value(const Position& position, const OptionSpec& option, const std::string& prefix,
                                      const DataSource& data) {
  if (option.choices.empty()) return complete_data(position, option.completes, prefix, data);
  std::vector<Candidate> result;
  for (const std::string_view choice : option.choices) add_if_fits(result, prefix, choice, "");
  return result;
}

/// `--severity=hi`: the candidates repeat what stands before the value.
std::vector<Candidate> complete_joined_value(const Position& position, const std::string& word,
                                             const DataSource& data) {
  const std::size_t equals = word.find('=');
  const OptionSpec* option = find_option(position.options(), word.substr(0, equals));
  if (option == nullptr || option->metavar.empty()) return {};
  std::vector<Candidate> result = complete_value(position, *option, word.substr(equals + 1), data);
  for (Candidate& candidate : result)
    if (!starts_with(candidate.first, ":")) candidate.first = word.substr(0, equals + 1) + candidate.first;
  return result;
}

std::vector<Candidate> complete_positional(const Catalog& catalog, const Position& position, const std::string& prefix,
                                           const DataSource& data) {
  std::vector<Candidate> result;
  for (const PositionalSpec* positional : position.positionals()) {
    const bool names_command = positional->completes == Completes::command;
    std::vector<Candidate> some = names_command ? complete_command(catalog, position.command_words(), prefix)
                                                : complete_data(position, positional->completes, prefix, data);
    result.insert(result.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  return result;
}

}  // namespace

std::vector<Candidate> complete_words(const Catalog& catalog, const std::vector<std::string>& words,
                                      const DataSource& data) {
  if (words.empty()) return complete_command(catalog, "", "");
  Position position(catalog);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) position.pass(words[i]);
  const std::string& last = words.back();
  if (position.pending() != nullptr) return complete_value(position, *position.pending(), last, data);
  if (!position.options_ended() && starts_with(last, "-"))
    return last.find('=') == std::string::npos ? complete_option(position, last)
                                               : complete_joined_value(position, last, data);
  if (position.command() == nullptr || position.is_behind_subject())
    return complete_command(catalog, position.words(), last);
  return complete_positional(catalog, position, last, data);
}

}  // namespace crmtrack::cli
