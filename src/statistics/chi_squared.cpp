#include "statistics/chi_squared.hpp"

#include "statistics/gamma.hpp"

namespace crmtrack::statistics {

double chi_squared_at_least(double x, std::size_t freedom) {
  return gamma_upper(static_cast<double>(freedom) / 2, x / 2);
}

}  // namespace crmtrack::statistics
