// Computes with src/statistics for tests/peers/r_statistics.py: a case a line of standard input, its numbers a line of
// standard output. A case is the name of a figure, and its numbers with blanks between them.
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "statistics/association.hpp"
#include "statistics/binomial.hpp"
#include "statistics/chi_squared.hpp"
#include "statistics/cusum.hpp"
#include "statistics/cusum_run_length.hpp"
#include "statistics/dispersion.hpp"
#include "statistics/ewma.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/nps.hpp"
#include "statistics/poisson.hpp"
#include "statistics/poisson_limit.hpp"
#include "statistics/quantile.hpp"
#include "statistics/survival.hpp"
#include "statistics/two_windows.hpp"
#include "statistics/wilson.hpp"

namespace {

using namespace crmtrack::statistics;
using Numbers = std::vector<double>;

std::size_t whole(double value) { return static_cast<std::size_t>(value + 0.5); }
Numbers rest(const Numbers& in, std::size_t from) { return {in.begin() + static_cast<std::ptrdiff_t>(from), in.end()}; }

std::vector<Exposed> equally_exposed(const Numbers& counts) {
  std::vector<Exposed> periods;
  for (const double count : counts) periods.push_back({count, 1});
  return periods;
}

/// Times with their ends: time, 1 or 0, time, 1 or 0 …
std::vector<Duration> durations(const Numbers& in) {
  std::vector<Duration> all;
  for (std::size_t i = 0; i + 1 < in.size(); i += 2) all.push_back({in[i], in[i + 1] != 0});
  return all;
}

Numbers survival_curve(const Numbers& in) {
  Numbers out;
  for (const Survival& step : kaplan_meier(durations(in))) {
    out.push_back(step.time);
    out.push_back(step.share);
  }
  return out;
}

Numbers ewma_path(const Numbers& in) {
  Numbers out;
  for (const EwmaPoint& point : ewma(rest(in, 1), in[0])) out.push_back(point.z);
  return out;
}

Numbers found(const Numbers& p) {
  Numbers out;
  for (const bool each : discoveries(p)) out.push_back(each ? 1 : 0);
  return out;
}

const std::map<std::string, std::function<Numbers(const Numbers&)>> kFigures{
    {"poisson_tail", [](const Numbers& in) { return Numbers{poisson_at_least(whole(in[0]), in[1])}; }},
    {"poisson_limit", [](const Numbers& in) { return Numbers{static_cast<double>(poisson_limit(in[0]))}; }},
    {"binomial_tail", [](const Numbers& in) { return Numbers{binomial_at_least(whole(in[0]), whole(in[1]), in[2])}; }},
    {"chi_squared_tail", [](const Numbers& in) { return Numbers{chi_squared_at_least(in[0], whole(in[1]))}; }},
    {"dispersion", [](const Numbers& in) { return Numbers{dispersion_p(equally_exposed(in))}; }},
    {"wilson",
     [](const Numbers& in) {
       const Interval interval = wilson(whole(in[0]), whole(in[1]));
       return Numbers{interval.low, interval.high};
     }},
    {"two_windows",
     [](const Numbers& in) {
       return Numbers{windows_rose({whole(in[0]), in[1]}, {whole(in[2]), in[3]})};
     }},
    {"discoveries", found},
    {"survival", survival_curve},
    {"survival_median",
     [](const Numbers& in) { return Numbers{survival_quantile(kaplan_meier(durations(in)), 0.5).value_or(-1)}; }},
    {"quantile", [](const Numbers& in) { return Numbers{nearest_rank(rest(in, 1), in[0]).value_or(-1)}; }},
    {"cusum_path", [](const Numbers& in) { return cusum_path(rest(in, 1), in[0]); }},
    {"cusum_run_length",
     [](const Numbers& in) {
       return Numbers{cusum_run_length(in[0], {in[1], in[2]})};
     }},
    {"ewma", ewma_path},
    {"log_likelihood",
     [](const Numbers& in) {
       return Numbers{log_likelihood({whole(in[0]), whole(in[1]), whole(in[2]), whole(in[3])})};
     }},
    {"nps", [](const Numbers& in) {
       const auto nps = net_promoter({whole(in[0]), whole(in[1]), whole(in[2])});
       return Numbers{nps->score, nps->error};
     }}};

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    Numbers in;
    for (double value = 0; words >> value;) in.push_back(value);
    const auto figure = kFigures.find(name);
    if (figure == kFigures.end()) return 2;
    for (const double value : figure->second(in)) std::printf("%.17g ", value);
    std::puts("");
  }
  return 0;
}
