#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

namespace crmtrack::policy {

/// The rights that rights.yaml can give to some roles alone. A right that it does not list belongs to everybody, except
/// `relay`.
enum class Right {
  close,
  waive,
  withdraw,
  void_,
  correct,
  policy,   ///< change policy
  relay,    ///< push commits of others; nobody's where the file does not list it, else no author could be relied on
  machine,  ///< write the machine's records: imports, automatic escalations, notifications
  person_reports,  ///< see reports by person
};

inline constexpr std::array kRights{Right::close,  Right::waive, Right::withdraw, Right::void_,         Right::correct,
                                    Right::policy, Right::relay, Right::machine,  Right::person_reports};

/// A set of rights, by their place in kRights. All of them are needed.
using RightSet = std::bitset<kRights.size()>;
inline const RightSet kEveryRight = RightSet().set();
inline void add(RightSet& rights, Right right) { rights.set(static_cast<std::size_t>(right)); }
inline bool contains(const RightSet& rights, Right right) { return rights.test(static_cast<std::size_t>(right)); }

std::string_view name_of(Right right);
std::optional<Right> parse_right(std::string_view name);
/// The words for a right in a sentence: `may not close`, `may not see reports by person`.
std::string_view words_of(Right right);

}  // namespace crmtrack::policy
