#include "command/common/missing.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "command/complete/completion.hpp"
#include "terminal/dialog.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

namespace {

constexpr std::size_t kMostOffered = 12;

/// The options without which a command refuses to run.
struct Need {
  std::string_view command;
  std::array<std::string_view, 4> options;
  std::string_view when = {};  ///< only where this option is given
};
constexpr std::array kNeeds{Need{"new", {"outcome"}, "resolved"},
                            Need{"escalate", {"to", "why"}},
                            Need{"decline", {"why"}},
                            Need{"return", {"why"}},
                            Need{"wait", {"on"}},
                            Need{"reschedule", {"why"}},
                            Need{"resolve", {"outcome", "code"}},
                            Need{"reject", {"why"}},
                            Need{"reopen", {"why"}},
                            Need{"void", {"why"}},
                            Need{"plan add", {"owner", "due"}},
                            Need{"plan slip", {"why"}},
                            Need{"plan drop", {"why"}},
                            Need{"plan review", {"measure", "before", "after", "effective"}},
                            Need{"waive", {"why"}},
                            Need{"correct", {"set", "why"}},
                            Need{"customer merge", {"why"}},
                            Need{"customer retire", {"why"}},
                            Need{"person retire", {"why"}},
                            Need{"project retire", {"why"}},
                            Need{"reason add", {"label", "question", "why"}},
                            Need{"reason retire", {"why"}}};

std::span<const std::string_view> needed_by(std::string_view command, const Invocation& invocation) {
  const auto found = std::find_if(kNeeds.begin(), kNeeds.end(), [&](const Need& need) {
    return need.command == command && (need.when.empty() || invocation.has(need.when));
  });
  return found == kNeeds.end() ? std::span<const std::string_view>() : std::span(found->options);
}

/// The words that may be offered at a place, each with its description; none where nothing or too much is known.
std::vector<std::string> offered(Context& context, Completes completes, const Invocation& invocation) {
  if (completes == Completes::nothing || completes == Completes::file || completes == Completes::directory) return {};
  std::vector<std::string> words;
  try {
    for (const auto& [word, says] :
         complete(context, {completes, "", invocation.positionals, invocation.get("customer")}))
      words.push_back(says.empty() ? word : word + "  " + says);
  } catch (const util::Error&) {
    return {};  // the command says what is wrong with the words so far
  }
  return words.size() > kMostOffered ? std::vector<std::string>() : words;
}

std::string ask(Context& context, const std::string& question, const std::vector<std::string>& choices, bool closed) {
  std::string answer;
  while (answer.empty()) answer = terminal::Dialog(context.streams()).ask(question, "", choices, closed);
  return std::string(terminal::word_of(answer));
}

void ask_positionals(Context& context, const CommandSpec& command, Invocation& invocation) {
  std::size_t least = 0;
  for (const PositionalSpec& positional : command.positionals) {
    for (least += static_cast<std::size_t>(positional.min); invocation.positionals.size() < least;) {
      const std::string question = std::string(positional.name) + ", " + std::string(positional.help);
      invocation.positionals.push_back(
          ask(context, question, offered(context, positional.completes, invocation), false));
    }
  }
}

void ask_option(Context& context, const OptionSpec& option, Invocation& invocation) {
  const std::string key(option.key());
  if (!invocation.get(key).empty()) return;
  const bool closed = !option.choices.empty();
  const std::vector<std::string> choices = closed
                                               ? std::vector<std::string>(option.choices.begin(), option.choices.end())
                                               : offered(context, option.completes, invocation);
  invocation.options[key] = {ask(context, "--" + key + ", " + std::string(option.help), choices, closed)};
}

}  // namespace

Invocation ask_for_missing(Context& context, const CommandSpec& command, Invocation invocation) {
  if (!context.interactive()) return invocation;
  ask_positionals(context, command, invocation);
  for (const std::string_view key : needed_by(command.name, invocation))
    for (const OptionSpec& option : command.options)
      if (!key.empty() && option.key() == key) ask_option(context, option, invocation);
  return invocation;
}

}  // namespace crmtrack::command
