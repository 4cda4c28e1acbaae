#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "report/case.hpp"

namespace crmtrack::report {

/// Takes parts of a report's rows: some complaints, with all rows that belong to them. Rows of customers' own
/// stories, beside any complaint, belong to no part.
class Parts {
 public:
  /// `whole` must outlive it, and the parts, which have their texts from it.
  explicit Parts(const Input& whole);

  /// The part with these complaints, in rising order. Its first complaint is the first of them, and so on.
  [[nodiscard]] Input part(std::span<const CaseIndex> cases) const;

 private:
  /// The rows of each complaint, one complaint after the other.
  struct Places {
    std::vector<std::uint32_t> first;  ///< by complaint, where its rows begin in `rows`; one more at the end
    std::vector<std::uint32_t> rows;
  };
  template <class Row>
  Places places_of(const std::vector<Row>& rows) const;
  template <class Row>
  std::vector<Row> take(const std::vector<Row>& rows, const Places& places, std::span<const CaseIndex> cases) const;

  const Input& whole_;
  Places rungs_, promises_, redresses_, waits_, steps_, feelings_, loops_, works_;
};

}  // namespace crmtrack::report
