#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::report {

/// Something that is missing (docs/domain.md, Gaps): its kind, as a place among the kinds, and the complaint.
struct FoundGap {
  std::size_t kind = 0;
  std::optional<CaseIndex> complaint;  ///< none: a promise in a customer's own story
};

/// The gaps of now: a measure for each of the kinds, and the gaps themselves. `table` has a row for each gap.
Report make_compliance(const Input& input, std::span<const std::string_view> kinds, const std::vector<FoundGap>& gaps,
                       document::Table table);

}  // namespace crmtrack::report
