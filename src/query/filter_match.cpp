#include "query/filter_match.hpp"

#include <algorithm>

#include "query/condition.hpp"
#include "util/text/plain.hpp"

namespace crmtrack::query {
namespace {

std::optional<std::int64_t> number_of(const std::string& value, KeyType type) {
  if (type == KeyType::integer) return parse_integer(value);
  if (type == KeyType::boolean) {
    const auto yes = parse_boolean(value);
    return yes ? std::optional<std::int64_t>{*yes ? 1 : 0} : std::nullopt;
  }
  const auto time = util::parse_rfc3339(value);
  return time ? std::optional<std::int64_t>{time->utc.time_since_epoch().count()} : std::nullopt;
}

bool is_one_of(const std::vector<std::string>& words, const std::string& value) {
  return std::find(words.begin(), words.end(), value) != words.end();
}

/// Whether the words stand side by side in a text; of the last one perhaps only the beginning.
bool has_run(const std::vector<std::string>& text, const WordRun& run) {
  const auto same = [&](const std::string& word, const std::string& wanted) {
    return run.prefix && &wanted == &run.words.back() ? word.starts_with(wanted) : word == wanted;
  };
  return std::search(text.begin(), text.end(), run.words.begin(), run.words.end(), same) != text.end();
}

/// Asks one test of one value, which is not empty.
struct ValueTest {
  const std::string& value;
  KeyType type;

  bool operator()(const Absent&) const { return false; }
  bool operator()(const OneOf& test) const {
    return is_one_of(test.words, test.folded ? util::fold_plain(value) : value);
  }
  bool operator()(const Contains& test) const {
    const auto folded = util::fold_plain(value);
    return std::any_of(test.parts.begin(), test.parts.end(),
                       [&](const std::string& part) { return folded.find(part) != std::string::npos; });
  }
  bool operator()(const Within& test) const {
    const auto number = number_of(value, type);
    return number && std::any_of(test.ranges.begin(), test.ranges.end(),
                                 [&](const Range& range) { return *number >= range.from && *number < range.until; });
  }
  bool operator()(const HasWords&) const { return false; }
};

bool holds(const Condition& condition, const Row& row) {
  if (const auto* text = std::get_if<HasWords>(&condition.test)) {
    return std::any_of(
        row.texts().begin(), row.texts().end(),
        [&](const std::vector<std::string>& words) { return has_run(words, text->run); });
  }
  auto values = row.values(condition.key);
  std::erase(values, std::string{});
  if (std::holds_alternative<Absent>(condition.test)) return values.empty() != condition.negated;
  const bool any = std::any_of(values.begin(), values.end(), [&](const std::string& value) {
    return std::visit(ValueTest{value, condition.type}, condition.test);
  });
  return any != condition.negated;
}

}  // namespace

Matcher::Matcher(const Filter& filter, std::span<const KeySpec> keys, const Moment& moment)
    : conditions_(compile(filter, keys, moment)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

bool Matcher::matches(const Row& row) const {
  return std::all_of(
      conditions_.begin(), conditions_.end(), [&](const Condition& condition) { return holds(condition, row); });
}

bool matches(const Filter& filter, const Row& row, std::span<const KeySpec> keys, const Moment& moment) {
  return Matcher{filter, keys, moment}.matches(row);
}

}  // namespace crmtrack::query
