#include "cli/short_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "git/program/settings.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::cli {

using util::Error;
using util::ErrorKind;

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kShortNames{
    {{"ack", "acknowledge"}, {"esc", "escalate"}, {"ls", "list"}}};

/// Commands that take back or erase: a slip of the finger must not be one of them.
constexpr std::array<std::string_view, 4> kWholeOnly{"erase", "void", "withdraw", "undo"};

/// Whether Git takes the word for the name of a variable.
bool is_variable_name(std::string_view word) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !word.empty() && is_letter(word.front()) && std::all_of(word.begin(), word.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
  });
}

/// Splits a line into words as a shell does, with both kinds of quotes and the backslash, and nothing else of a shell.
class WordSplitter {
 public:
  void add(char c) {
    if (escaped_) {
      put(c);
      escaped_ = false;
    } else if (c == '\\' && quote_ != '\'') {
      escaped_ = begun_ = true;
    } else if (quote_ != '\0') {
      if (c == quote_)
        quote_ = '\0';
      else
        put(c);
    } else if (c == '\'' || c == '"') {
      quote_ = c;
      begun_ = true;
    } else if (c == ' ' || c == '\t' || c == '\n') {
      end_word();
    } else {
      put(c);
    }
  }

  void end_word() {
    if (begun_) words_.push_back(std::exchange(word_, {}));
    begun_ = false;
  }

  [[nodiscard]] bool is_open() const { return quote_ != '\0' || escaped_; }
  [[nodiscard]] Words words() && { return std::move(words_); }

 private:
  void put(char c) {
    word_ += c;
    begun_ = true;
  }

  Words words_;
  std::string word_;
  char quote_ = '\0';
  bool begun_ = false;
  bool escaped_ = false;
};

Error bad_alias(const std::string& name, std::string_view why) {
  return {ErrorKind::usage,
          fmt::format("cannot use the alias '{}': {}", name, why),
          {fmt::format("see it with: git config --show-origin --get crmtrack.alias.{}", name)}};
}

Words words_of(const std::string& name, const std::string& line) {
  if (util::trim(line).starts_with('!')) throw bad_alias(name, "it begins with '!', and an alias runs no shell");
  WordSplitter splitter;
  for (const char c : line) splitter.add(c);
  if (splitter.is_open()) throw bad_alias(name, "a quote in it is not closed");
  splitter.end_word();
  Words words = std::move(splitter).words();
  if (words.empty()) throw bad_alias(name, "it is empty");
  return words;
}

}  // namespace

std::string_view find_short_name(std::string_view word) {
  for (const auto& [name, command] : kShortNames)
    if (name == word) return command;
  return {};
}

std::optional<Words> find_alias(const git::Environment& environment, const std::string& name) {
  if (!is_variable_name(name)) return std::nullopt;
  const git::Settings users(environment, git::Location{}, nullptr);
  const auto line = users.find_program("crmtrack.alias." + name);
  return line ? std::optional(words_of(name, *line)) : std::nullopt;
}

std::optional<std::string> find_unique_beginning(const Catalog& catalog, const std::string& before,
                                                 const std::string& word) {
  Words fitting = catalog.next_words(before);
  std::erase_if(fitting, [&](const std::string& candidate) { return !candidate.starts_with(word); });
  if (fitting.empty() || word.empty()) return std::nullopt;
  if (fitting.size() > 1)
    throw Error(ErrorKind::ambiguous,
                fmt::format("cannot tell which command '{}' is: {} start with it", word, fitting.size()),
                {util::join(fitting, ", ")});
  if (std::find(kWholeOnly.begin(), kWholeOnly.end(), fitting.front()) != kWholeOnly.end())
    throw Error(ErrorKind::usage, fmt::format("cannot run '{}': '{}' wants its whole name", word, fitting.front()));
  return fitting.front();
}

ShortWords short_words(const Catalog& catalog, git::Environment environment, bool on_terminal) {
  return [&catalog, environment = std::move(environment), on_terminal](
             const std::string& before, const std::string& word, bool first) -> std::optional<Words> {
    if (before.empty()) {
      if (const std::string_view command = find_short_name(word); !command.empty()) return Words{std::string(command)};
      if (first)
        if (auto alias = find_alias(environment, word)) return alias;
    }
    if (!on_terminal) return std::nullopt;
    if (auto whole = find_unique_beginning(catalog, before, word)) return Words{std::move(*whole)};
    return std::nullopt;
  };
}

}  // namespace crmtrack::cli
