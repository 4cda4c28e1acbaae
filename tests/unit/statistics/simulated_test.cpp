// Average run lengths and false discoveries, as docs/measures.md states them, by simulation. The generator is fixed, so
// each run counts the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <vector>

#include "statistics/c_chart.hpp"
#include "statistics/cusum.hpp"
#include "statistics/cusum_run_length.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/poisson.hpp"
#include "statistics/poisson_limit.hpp"

namespace crmtrack::statistics::test {

namespace {

/// SplitMix64: small, and the numbers are the same with every library.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  double next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

/// Poisson counts by a table of P(X ≤ x), searched from the mean's neighbourhood.
class Counts {
 public:
  explicit Counts(double mean) : start_(static_cast<std::size_t>(mean)) {
    for (std::size_t x = 0; at_most_.empty() || at_most_.back() < 1 - 1e-15; ++x)
      at_most_.push_back(poisson_at_most(x, mean));
    start_ = std::min(start_, at_most_.size() - 1);
  }
  std::size_t draw(Chance& chance) const {
    const double u = chance.next();
    std::size_t x = start_;
    while (x > 0 && at_most_[x - 1] > u) --x;
    while (x + 1 < at_most_.size() && at_most_[x] <= u) ++x;
    return x;
  }

 private:
  std::vector<double> at_most_;
  std::size_t start_;
};

/// Ten times the work where the tests run at length.
int many(int usual) { return std::getenv("CRMTRACK_LONG") != nullptr ? usual * 10 : usual; }

/// Checks a mean of run lengths, whose scatter is nearly its size: within four standard errors.
template <typename Run>
void check_run_length(double expected, int runs, const Run& run) {
  double sum = 0;
  for (int i = 0; i < runs; ++i) sum += run();
  const double mean = sum / runs;
  CAPTURE(mean);
  CHECK(std::abs(mean - expected) < 4 * expected / std::sqrt(runs));
}

}  // namespace

TEST_CASE("simulated: the CUSUM's run length in control is the exact one") {
  Chance chance(1);
  for (const double mean : {0.6, 1.0, 4.0, 10.0, 23.0}) {
    CAPTURE(mean);
    const Cusum cusum = design_cusum(mean);
    const Counts counts(mean);
    check_run_length(cusum_run_length(mean, cusum), many(1500), [&] {
      int periods = 0;
      for (double s = 0; s < cusum.h; ++periods)
        s = std::max(0.0, s + static_cast<double>(counts.draw(chance)) - cusum.k);
      return periods;
    });
  }
}

TEST_CASE("simulated: a doubling is seen as soon as the chain says") {
  Chance chance(2);
  for (const double mean : {1.0, 4.0, 10.0}) {
    const Cusum cusum = design_cusum(mean);
    const Counts counts(2 * mean);
    check_run_length(cusum_run_length(2 * mean, cusum), many(5000), [&] {
      int periods = 0;
      for (double s = 0; s < cusum.h; ++periods)
        s = std::max(0.0, s + static_cast<double>(counts.draw(chance)) - cusum.k);
      return periods;
    });
  }
}

TEST_CASE("simulated: run lengths of the exact limit and of the c-chart") {
  Chance chance(3);
  for (const double mean : {0.5, 2.0, 8.0, 20.0, 60.0, 100.0}) {
    CAPTURE(mean);
    const std::size_t first =
        mean < kExactUpTo ? poisson_limit(mean) : static_cast<std::size_t>(std::floor(c_chart(mean).upper)) + 1;
    const Counts counts(mean);
    check_run_length(1 / poisson_at_least(first, mean), many(600), [&] {
      int periods = 1;
      while (counts.draw(chance) < first) ++periods;
      return periods;
    });
  }
}

namespace {

/// A CUSUM that goes on from week to week, as `warn` follows a series.
struct Followed {
  double mean = 0;
  Cusum cusum;
  double sum = 0;
  std::size_t periods = 0;

  explicit Followed(double of) : mean(of), cusum(design_cusum(of)) {}
  void add(std::size_t count) {
    sum = std::max(0.0, sum + static_cast<double>(count) - cusum.k);
    ++periods;
  }
  [[nodiscard]] double p() const { return cusum_at_least(sum, periods, mean, cusum.k); }
};

/// Alarms of 50 series in one week, by whether the series rose.
struct Alarms {
  double found = 0, chance = 0;
};

/// Follows 50 series for `weeks`, of which the first `risen` double after week 20, and counts the alarms of the last
/// week: those whose chart signals and whose p stands up among all 50.
Alarms follow_fifty(Chance& chance, std::size_t risen, std::size_t weeks) {
  static const double kMeans[] = {0.8, 2, 5, 9, 16};
  std::vector<double> p;
  std::vector<bool> signals;
  for (std::size_t i = 0; i < 50; ++i) {
    static const std::vector<Followed> kFresh(std::begin(kMeans), std::end(kMeans));
    static const std::vector<Counts> kUsual(std::begin(kMeans), std::end(kMeans));
    static const std::vector<Counts> kDoubled{Counts(1.6), Counts(4), Counts(10), Counts(18), Counts(32)};
    Followed series = kFresh[i % 5];
    for (std::size_t week = 0; week < weeks; ++week)
      series.add((i < risen && week >= 20 ? kDoubled : kUsual)[i % 5].draw(chance));
    p.push_back(series.p());
    signals.push_back(series.sum >= series.cusum.h);
  }
  const auto found = discoveries(p);
  Alarms alarms;
  for (std::size_t i = 0; i < 50; ++i)
    if (found[i] && signals[i]) (i < risen ? alarms.found : alarms.chance) += 1;
  return alarms;
}

}  // namespace

TEST_CASE("simulated: of 50 quiet series together, a week alarms no more often than q allows") {
  Chance chance(4);
  const int trials = many(150);
  int alarmed = 0;
  for (int i = 0; i < trials; ++i) alarmed += follow_fifty(chance, 0, 30).chance > 0 ? 1 : 0;
  CAPTURE(alarmed);
  CHECK(alarmed <= kDiscoveryRate * trials + 3 * std::sqrt(kDiscoveryRate * trials));
}

TEST_CASE("simulated: of 50 series of which ten doubled, the false alarms stay a tenth, and most rises are found") {
  Chance chance(5);
  const int trials = many(60);
  double false_share = 0, found = 0;
  for (int i = 0; i < trials; ++i) {
    const Alarms alarms = follow_fifty(chance, 10, 26);
    if (alarms.found + alarms.chance > 0) false_share += alarms.chance / (alarms.found + alarms.chance);
    found += alarms.found / 10;
  }
  CAPTURE(false_share / trials);
  CAPTURE(found / trials);
  CHECK(false_share / trials <= kDiscoveryRate);
  CHECK(found / trials > 0.6);
}

}  // namespace crmtrack::statistics::test
