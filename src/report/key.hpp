#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::report {

/// A key by which a report groups complaints (`--by`). `period` is that of a series (`--period month`).
enum class Key : std::uint8_t {
  customer,
  segment,
  region,
  project,
  reason,
  channel,
  severity,
  outcome,
  cause,
  level,
  team,
  month,
  period
};
inline constexpr std::size_t kKeys = 13;

std::string_view name_of(Key key);
/// The keys that `--by` takes.
std::span<const Key> group_keys();
/// The key of `--by` with that name; nullopt where there is none.
std::optional<Key> parse_key(std::string_view word);

/// The values of one key: each complaint has one of them.
struct KeyColumn {
  /// In the order in which groups are shown. Shared by the parts of a report.
  std::shared_ptr<const std::vector<std::string>> names;
  std::vector<std::uint32_t> of;  ///< by complaint, its place in `names`

  [[nodiscard]] bool is_loaded() const { return names != nullptr; }
  [[nodiscard]] const std::string& name(std::uint32_t complaint) const { return (*names)[of[complaint]]; }
};

/// The column of a key whose values are known: one a complaint, empty for none. The groups stand in the order of
/// `order`, those that it lacks behind them by name.
KeyColumn make_key_column(const std::vector<std::string_view>& values, std::span<const std::string_view> order = {});

/// The name of the group of complaints that have no value.
inline constexpr std::string_view kNoValue = "(none)";
/// The name of the group that has the small groups of which none is shown by itself.
inline constexpr std::string_view kOthers = "(others)";

/// No group of fewer persons is shown by itself, nor so that a total less the other groups tells of it.
inline constexpr std::size_t kFewestPersons = 5;

/// The groups that are shown as one, so that nobody is told of fewer than kFewestPersons: all smaller ones and, where
/// these have too few together, the next larger ones too. `persons` has the size of each group; a group of no persons
/// is nobody's, and stays. Empty where no group is too small.
std::vector<std::size_t> groups_to_join(const std::vector<std::size_t>& persons);

}  // namespace crmtrack::report
