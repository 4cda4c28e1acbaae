#include "report/terms/association.hpp"

#include <array>
#include <cmath>

namespace crmtrack::report {

double g_squared(std::size_t hits, std::size_t group, std::size_t other_hits, std::size_t others) {
  const auto all = static_cast<double>(group + others);
  if (all == 0) return 0;
  const auto with = static_cast<double>(hits + other_hits);
  const std::array<std::array<double, 2>, 2> seen{
      {{static_cast<double>(hits), static_cast<double>(group - hits)},
       {static_cast<double>(other_hits), static_cast<double>(others - other_hits)}}};
  const std::array<double, 2> rows{static_cast<double>(group), static_cast<double>(others)};
  const std::array<double, 2> columns{with, all - with};
  double sum = 0;
  for (std::size_t row = 0; row < 2; ++row)
    for (std::size_t column = 0; column < 2; ++column)
      if (const double cell = seen[row][column]; cell > 0)
        sum += cell * std::log(cell * all / (rows[row] * columns[column]));
  return 2 * sum;
}

std::optional<double> mutual_information(std::size_t both, std::size_t one, std::size_t other, std::size_t cases) {
  if (both == 0) return std::nullopt;
  return std::log2(static_cast<double>(both) * static_cast<double>(cases) /
                   (static_cast<double>(one) * static_cast<double>(other)));
}

}  // namespace crmtrack::report
