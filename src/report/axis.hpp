#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/calendar_unit.hpp"
#include "report/case.hpp"

/// How complaints are sorted into the groups of a key, or the periods of a series.
namespace crmtrack::report {

/// A key by which a report is split, and for Key::period the periods of the series.
struct Axis {
  Key key = Key::project;
  std::vector<query::UnitSpan> periods = {};
};

/// No axis has more groups: the smallest are one, `(others)`.
inline constexpr std::size_t kMostGroups = 200;
/// The second of two keys is the head of a table, which has fewer.
inline constexpr std::size_t kMostColumns = 50;

/// An axis with its groups in the order in which they are shown.
struct Plan {
  const Axis* axis = nullptr;
  std::vector<std::string> names;
  std::vector<std::uint32_t> slot_of;  ///< by place in KeyColumn::names
};

/// The groups of an axis that some complaint is in, those with most complaints of the period first, at most so many.
Plan plan_of(const Input& input, const Axis& axis, std::size_t most);

using Buckets = std::vector<std::vector<CaseIndex>>;
/// By group the complaints that are in it, in rising order. In a series a complaint is in each period in which
/// something of it happened.
Buckets buckets_of(const Input& input, const Plan& plan);

}  // namespace crmtrack::report
