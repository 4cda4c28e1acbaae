#include "statistics/cusum_run_length.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "statistics/poisson.hpp"

namespace crmtrack::statistics {

namespace {

/// The steps of 0.25 in a value, and the width of the lattice on which S moves, in such steps.
int quarters(double value) { return static_cast<int>(std::lround(value * 4)); }
int lattice_of(double k) { return std::gcd(quarters(k), 4); }

/// The chain of S on its lattice: position i is S = i · width. A position below `size` is reached from another by one
/// count at most, except 0, where all small counts end.
class Chain {
 public:
  Chain(double mean, double k) : k_(quarters(k)), width_(lattice_of(k)) {
    const double reach = 8 * std::sqrt(mean) + 20;  // less than 1e−14 of all counts lie farther from the mean
    first_ = static_cast<std::size_t>(std::max(0.0, mean - reach));
    for (std::size_t x = first_; static_cast<double>(x) <= mean + reach; ++x)
      probability_.push_back(poisson_probability(x, mean));
  }

  /// The positions below the value `s`.
  [[nodiscard]] std::size_t below(double s) const {
    return static_cast<std::size_t>(std::max(0, (quarters(s) + width_ - 1) / width_));
  }

  /// Calls see(to, probability) for each position that a count leads to from `from`.
  template <typename See>
  void each_move(std::size_t from, const See& see) const {
    const int at = static_cast<int>(from) * width_ - k_;
    for (std::size_t i = 0; i < probability_.size(); ++i) {
      const int to = std::max(0, at + static_cast<int>(first_ + i) * 4);
      see(static_cast<std::size_t>(to / width_), probability_[i]);
    }
  }

 private:
  int k_, width_;
  std::size_t first_ = 0;            ///< the smallest count that is not all but impossible
  std::vector<double> probability_;  ///< of that count and the ones after it
};

/// The average number of moves of a chain from position 0 until it ends. Row i of `moves` has the probability of each
/// move to a position, then that of the end. Positions are taken out one after the other, by what leads out of them
/// instead of one minus what does not, so nothing is subtracted: chains that hardly ever end keep their digits.
/// Grassmann, Taksar and Heyman, *Regenerative analysis and steady state distributions for Markov chains*, 1985.
double moves_to_end(std::vector<std::vector<double>> moves) {
  const std::size_t size = moves.size();
  std::vector<double> spent(size, 1);
  for (std::size_t last = size - 1; last > 0; --last) {
    const std::vector<double>& gone = moves[last];
    const double leaving = std::accumulate(gone.begin(), gone.begin() + static_cast<std::ptrdiff_t>(last), gone[size]);
    for (std::size_t row = 0; row < last; ++row) {
      if (moves[row][last] == 0) continue;
      const double factor = moves[row][last] / leaving;
      for (std::size_t to = 0; to < last; ++to) moves[row][to] += factor * gone[to];
      moves[row][size] += factor * gone[size];
      spent[row] += factor * spent[last];
    }
  }
  return spent[0] / moves[0][size];
}

}  // namespace

double cusum_run_length(double mean, const Cusum& cusum) {
  const Chain chain(mean, cusum.k);
  const std::size_t size = chain.below(cusum.h);
  std::vector<std::vector<double>> moves(size, std::vector<double>(size + 1));
  for (std::size_t from = 0; from < size; ++from)
    chain.each_move(from, [&](std::size_t to, double probability) { moves[from][std::min(to, size)] += probability; });
  return moves_to_end(std::move(moves));
}

double cusum_at_least(double s, std::size_t periods, double mean, double k) {
  if (s <= 0) return 1;
  const Chain chain(mean, k);
  const std::size_t under = chain.below(s);
  // A sum so far above s is next to impossible, and counts as one at the bound.
  const std::size_t size = under + chain.below(8 * std::sqrt(mean) + 16);
  std::vector<double> share(size), next(size);
  share[0] = 1;
  double reached = 0;
  for (std::size_t period = 0; period < periods; ++period) {
    std::fill(next.begin(), next.end(), 0);
    for (std::size_t from = 0; from < size; ++from)
      if (share[from] > 0)
        chain.each_move(from, [&](std::size_t to, double p) { next[std::min(to, size - 1)] += share[from] * p; });
    share.swap(next);
    const double now = std::accumulate(share.begin() + static_cast<std::ptrdiff_t>(under), share.end(), 0.0);
    if (period > 20 && std::abs(now - reached) < now * 1e-6) return now;
    reached = now;
  }
  return reached;
}

}  // namespace crmtrack::statistics
