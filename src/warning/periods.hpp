#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "util/zone.hpp"

namespace crmtrack::warning {

/// The length of a period in which events are counted.
enum class Length : std::uint8_t { day, week, month, quarter, year };

/// The words of policy's `period`, in the order of `Length`.
inline constexpr std::string_view kLengths[] = {"day", "week", "month", "quarter", "year"};
std::optional<Length> parse_length(std::string_view word);

/// The complete periods of one length in a row, by their places 0, 1, 2 …: from the one that holds the first event up
/// to the last that has ended. Their edges are the first instants of local dates; weeks begin on Monday.
class Periods {
 public:
  /// Periods before the last `kMost` are left out, so that a mistyped year costs nothing.
  Periods(Length length, const util::Zone& zone, util::Instant first, util::Instant now);

  static constexpr std::size_t kMost = 4000;

  [[nodiscard]] std::size_t size() const { return edges_.size() - 1; }
  [[nodiscard]] util::Instant begin_of(std::size_t place) const { return edges_[place]; }
  [[nodiscard]] util::Instant end_of(std::size_t place) const { return edges_[place + 1]; }
  /// Where all of them end; the time at which the first would begin where there is none.
  [[nodiscard]] util::Instant end() const { return edges_.back(); }
  /// The period that holds a time. nullopt before the first and after the last.
  [[nodiscard]] std::optional<std::size_t> find(util::Instant time) const;
  /// The first period that begins at a time or later; size() where there is none.
  [[nodiscard]] std::size_t first_from(util::Instant time) const;
  /// The name of the period, as filters and `--period` take it: `2026-w45`, `2026-11`, `2026-q4`, `2026`, `2026-11-03`.
  [[nodiscard]] std::string name_of(std::size_t place) const;
  /// The length of the periods as a word: `week`.
  [[nodiscard]] std::string_view unit() const { return kLengths[static_cast<std::size_t>(length_)]; }

 private:
  Length length_;
  util::Zone zone_;
  std::vector<util::Instant> edges_;  ///< one more than there are periods
};

}  // namespace crmtrack::warning
