#include "statistics/two_windows.hpp"

#include "statistics/binomial.hpp"

namespace crmtrack::statistics {

double windows_rose(const Window& before, const Window& now) {
  return binomial_at_least(now.count, before.count + now.count, now.length / (before.length + now.length));
}

double windows_fell(const Window& before, const Window& now) {
  return binomial_at_most(now.count, before.count + now.count, now.length / (before.length + now.length));
}

}  // namespace crmtrack::statistics
