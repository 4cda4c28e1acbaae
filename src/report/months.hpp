#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/chart.hpp"
#include "report/case.hpp"

namespace crmtrack::report {

/// The local months of a report in a row, by their places 0, 1, 2 …: from the first receipt of its period up to the
/// period's end or now, and no more than the last `most`. There is none without a receipt.
class Months {
 public:
  Months(const Input& input, std::size_t most);

  [[nodiscard]] std::size_t size() const { return size_; }
  /// The place of the month that holds a time.
  [[nodiscard]] std::optional<std::size_t> find(util::Instant time) const;
  /// `2026-11`
  [[nodiscard]] std::string name_of(std::size_t place) const;
  /// The end of a chart's title: `, 2026-11 so far` where the last month is not over yet; else empty.
  [[nodiscard]] std::string so_far() const;
  [[nodiscard]] std::vector<document::Place> places() const;

 private:
  /// A month as a number: those in a row differ by 1.
  [[nodiscard]] int number_of(util::Instant time) const;

  util::Zone zone_;
  int first_ = 0, now_ = 0;
  std::size_t size_ = 0;
};

}  // namespace crmtrack::report
