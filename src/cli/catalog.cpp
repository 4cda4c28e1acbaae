#include "cli/catalog.hpp"

#include <algorithm>

namespace crmtrack::cli {

using command::CommandSpec;

namespace {

/// The part of `name` after `words` and a blank; empty where it does not begin so.
std::string_view rest_after(std::string_view name, std::string_view words) {
  if (words.empty()) return name;
  if (name.size() <= words.size() || name.substr(0, words.size()) != words || name[words.size()] != ' ') return {};
  return name.substr(words.size() + 1);
}

}  // namespace

const CommandSpec* Catalog::find(std::string_view name) const {
  const auto found =
      std::find_if(commands_.begin(), commands_.end(), [&](const CommandSpec* spec) { return spec->name == name; });
  return found == commands_.end() ? nullptr : *found;
}

std::vector<const CommandSpec*> Catalog::below(std::string_view words) const {
  std::vector<const CommandSpec*> result;
  for (const CommandSpec* spec : commands_)
    if (!spec->hidden && !rest_after(spec->name, words).empty()) result.push_back(spec);
  return result;
}

bool Catalog::takes_subject_first(std::string_view words) const {
  const auto is_one = [&](const CommandSpec* spec) {
    return spec->subject_first && !words.empty() && !rest_after(spec->name, words).empty();
  };
  return find(words) != nullptr && std::any_of(commands_.begin(), commands_.end(), is_one);
}

std::vector<std::string> Catalog::next_words(std::string_view words) const {
  std::vector<std::string> result;
  for (const CommandSpec* spec : below(words)) {
    const std::string_view rest = rest_after(spec->name, words);
    std::string word(rest.substr(0, rest.find(' ')));
    if (std::find(result.begin(), result.end(), word) == result.end()) result.push_back(std::move(word));
  }
  return result;
}

}  // namespace crmtrack::cli
