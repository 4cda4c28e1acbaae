#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/filter.hpp"

namespace crmtrack::query {

/// A row that a filter is matched against. Its values are text: RFC 3339 UTC for times, `yes` and `no` for booleans.
class Row {
 public:
  virtual ~Row() = default;
  /// All values under a key; empty where there is none (an empty text counts as none). Nobody asks for `age`, which
  /// follows from `received`.
  [[nodiscard]] virtual std::vector<std::string> values(std::string_view key) const = 0;
  /// The words of each text of the row (of each record), folded as util::words_of does.
  [[nodiscard]] virtual const std::vector<std::vector<std::string>>& texts() const = 0;
};

bool matches(const Filter& filter, const Row& row, std::span<const KeySpec> keys, const Moment& moment);

struct Condition;
/// A filter made ready once for many rows: its constructor works out dates, ages and words.
class Matcher {
 public:
  Matcher(const Filter& filter, std::span<const KeySpec> keys, const Moment& moment);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  [[nodiscard]] bool matches(const Row& row) const;

 private:
  std::vector<Condition> conditions_;
};

}  // namespace crmtrack::query
