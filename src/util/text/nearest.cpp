#include "util/text/nearest.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "util/text/plain.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::util {

namespace {

std::vector<std::int32_t> code_points_of(std::string_view text) {
  std::vector<std::int32_t> points;
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    points.push_back(next.value);
    text.remove_prefix(next.bytes);
  }
  return points;
}

/// Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours count one each.
std::size_t distance_between(const std::vector<std::int32_t>& a, const std::vector<std::int32_t>& b) {
  std::vector<std::size_t> two_ago(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_ago.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], two_ago[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates, std::size_t most) {
  struct Match {
    std::size_t distance;
    const std::string* candidate;
  };
  const auto wanted = code_points_of(fold_plain(word));
  std::vector<Match> matches;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = distance_between(wanted, code_points_of(fold_plain(candidate)));
    if (distance <= wanted.size() / 3) matches.push_back({distance, &candidate});
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.distance < b.distance; });
  std::vector<std::string> names;
  for (const Match& match : matches)
    if (names.size() < most) names.push_back(*match.candidate);
  return names;
}

}  // namespace crmtrack::util
