#include "policy/filter_words.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "query/check.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

std::optional<Vocabulary> vocabulary_of(std::string_view key) {
  if (key == "reason") return Vocabulary::reasons;
  if (key == "project") return Vocabulary::projects;
  if (key == "owner") return Vocabulary::people;
  if (key == "level") return Vocabulary::levels;
  return std::nullopt;
}

std::string unknown_word(const Policy& policy, Vocabulary vocabulary, const query::KeySpec& key,
                         const std::string& value) {
  const auto near = nearest_words(policy, vocabulary, value);
  const std::string_view list = name_of(vocabulary);
  const std::string way = near.empty() ? fmt::format("see: crmtrack {} list", list)
                                       : fmt::format("nearest: '{}'", util::join(near, "', '"));
  return fmt::format("no {} '{}', {}", key.name, query::shown(value), way);
}

/// A level is a number, and any number may be asked for.
bool is_open_word(const query::KeySpec& key, const std::string& value) {
  const bool is_number = value.find_first_not_of("0123456789") == std::string::npos;
  return (key.type == query::KeyType::integer && is_number) || (key.person && util::to_lower_ascii(value) == "me");
}

}  // namespace

bool needs_policy(const query::KeySpec& key, const std::string& value) {
  return vocabulary_of(key.name).has_value() && !is_open_word(key, value);
}

query::Understand filter_words(const Policy& policy, std::string_view date, IsTaken is_taken) {
  return [&policy, date = std::string(date), is_taken = std::move(is_taken)](
             const query::KeySpec& key, const std::string& value) -> query::Understood {
    if (!needs_policy(key, value)) return std::vector{value};
    const auto vocabulary = vocabulary_of(key.name);
    std::vector<std::string> meant = understand(policy, *vocabulary, value, date);
    if (meant.size() > 1 && (!is_taken || !is_taken(std::string(key.name), value)))
      return tl::unexpected(fmt::format("'{}' may be {}", query::shown(value), util::join(meant, " or ")));
    if (meant.size() == 1)
      return *vocabulary == Vocabulary::reasons ? codes_under(policy, standing_reason(policy, meant.front(), value))
                                                : meant;
    if (!is_closed(policy, *vocabulary) || (is_taken && is_taken(std::string(key.name), value)))
      return std::vector{value};
    return tl::unexpected(unknown_word(policy, *vocabulary, key, value));
  };
}

}  // namespace crmtrack::policy
