#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command/spec.hpp"

namespace crmtrack::cli {

/// The commands by name. A name may have several words (`customer add`); the words before the last are a group name
/// that cannot be run by itself,
/// or (`plan`) a command whose first positional stands before the last word of the others (`plan ID add`).
class Catalog {
 public:
  explicit Catalog(std::vector<const command::CommandSpec*> commands) : commands_(std::move(commands)) {}

  [[nodiscard]] const std::vector<const command::CommandSpec*>& commands() const { return commands_; }
  /// The command of that name, hidden or not; nullptr where there is none.
  [[nodiscard]] const command::CommandSpec* find(std::string_view name) const;
  /// The commands whose names go on after these words, without the hidden ones.
  [[nodiscard]] std::vector<const command::CommandSpec*> below(std::string_view words) const;
  [[nodiscard]] bool is_group(std::string_view words) const { return !below(words).empty(); }
  /// Whether the words name a command behind whose first positional the last word of another one may stand.
  [[nodiscard]] bool takes_subject_first(std::string_view words) const;
  /// The words that may follow these words (none: that may come first), each once, in the order of the commands.
  [[nodiscard]] std::vector<std::string> next_words(std::string_view words) const;

 private:
  std::vector<const command::CommandSpec*> commands_;
};

}  // namespace crmtrack::cli
