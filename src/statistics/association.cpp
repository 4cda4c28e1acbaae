#include "statistics/association.hpp"

#include <algorithm>
#include <cmath>

namespace crmtrack::statistics {

namespace {

/// The four cells with their sums.
struct Table {
  explicit Table(const Cells& cells)
      : with(static_cast<double>(cells.with)),
        without(static_cast<double>(cells.without)),
        others_with(static_cast<double>(cells.others_with)),
        others_without(static_cast<double>(cells.others_without)),
        group(with + without),
        others(others_with + others_without),
        term(with + others_with),
        rest(without + others_without),
        all(group + others) {}
  double with, without, others_with, others_without, group, others, term, rest, all;
};

double share_of_g2(double observed, double row, double column, double all) {
  return observed == 0 ? 0 : observed * std::log(observed * all / (row * column));
}

}  // namespace

double log_likelihood(const Cells& cells) {
  const Table t(cells);
  if (t.with * t.all <= t.group * t.term) return 0;
  const double sum = share_of_g2(t.with, t.group, t.term, t.all) + share_of_g2(t.without, t.group, t.rest, t.all) +
                     share_of_g2(t.others_with, t.others, t.term, t.all) +
                     share_of_g2(t.others_without, t.others, t.rest, t.all);
  return std::max(0.0, 2 * sum);
}

std::optional<double> mutual_information(const Cells& cells) {
  if (cells.with < kFewestCases) return std::nullopt;
  const Table t(cells);
  return std::log2(t.with * t.all / (t.group * t.term));
}

}  // namespace crmtrack::statistics
