#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "query/filter.hpp"
#include "query/values.hpp"

namespace crmtrack::query {

/// The numbers from `from` up to but not including `until`.
struct Range {
  std::int64_t from = std::numeric_limits<std::int64_t>::min();
  std::int64_t until = std::numeric_limits<std::int64_t>::max();
};

/// The row has no value, or only an empty text.
struct Absent {};
/// Some value of the row is one of these.
struct OneOf {
  std::vector<std::string> words;
  bool folded = false;  ///< the words are folded, so the values must be
};
/// Some value of the row, folded, contains one of these folded parts.
struct Contains {
  std::vector<std::string> parts;
};
/// Some value of the row (a number, Unix seconds, 0 or 1) lies in one of these.
struct Within {
  std::vector<Range> ranges;
};
/// Some text of the row has these words side by side.
struct HasWords {
  WordRun run;
};

/// A term of a filter with everything worked out that depends on the moment. The predicate and the SQL writer both read
/// conditions, so that they ask one question.
struct Condition {
  std::string key;  ///< empty for bare text
  KeyType type = KeyType::word;
  bool many = false;
  bool negated = false;
  std::variant<Absent, OneOf, Contains, Within, HasWords> test;
};

/// Works out the terms of a filter; the conditions are joined by and. Throws Error(bug) for a filter that `parse` would
/// not have made.
std::vector<Condition> compile(const Filter& filter, std::span<const KeySpec> keys, const Moment& moment);

}  // namespace crmtrack::query
