#include "statistics/association.hpp"

#include <cmath>

#include "statistics/gamma.hpp"

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

/// A cell's share of half G². O ln(O/E) + E − O: the sum of E − O is 0 over the cells, and no term is negative, so that
/// none cancels another where the group is like the others.
double half_g2(double observed, double row, double column, double all) {
  const double expected = row * column / all;
  return observed == 0 ? expected : deviance(observed, expected);
}

}  // namespace

double log_likelihood(const Cells& cells) {
  const Table t(cells);
  if (t.with * t.all <= t.group * t.term) return 0;
  return 2 * (half_g2(t.with, t.group, t.term, t.all) + half_g2(t.without, t.group, t.rest, t.all) +
              half_g2(t.others_with, t.others, t.term, t.all) + half_g2(t.others_without, t.others, t.rest, t.all));
}

std::optional<double> mutual_information(const Cells& cells) {
  if (cells.with < kFewestCases) return std::nullopt;
  const Table t(cells);
  return std::log2(t.with * t.all / (t.group * t.term));
}

}  // namespace crmtrack::statistics
