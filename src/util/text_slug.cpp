// Slugs, and the nearest of several words.
#include <algorithm>
#include <numeric>

#include "util/digest.hpp"
#include "util/text.hpp"
#include "util/text_unicode.hpp"
#include "util/utf8.hpp"

namespace crmtrack::util {

namespace {

constexpr std::size_t kLongestSlug = 63;

bool is_slug_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::string fold_to_ascii(std::string_view title) {
  if (is_ascii(title) || !is_valid_utf8(title)) return to_lower_ascii(title);
  return map_unicode(title, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                           UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE));
}

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

bool is_slug(std::string_view text) {
  return text.size() >= 2 && text.size() <= kLongestSlug && is_slug_letter(text.front()) &&
         std::all_of(
             text.begin(), text.end(), [](char c) { return is_slug_letter(c) || c == '-'; });
}

std::string to_slug(std::string_view title) {
  std::string slug;
  for (const char c : fold_to_ascii(title)) {
    if (is_slug_letter(c))
      slug += c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
    if (slug.size() == kLongestSlug) break;
  }
  while (slug.ends_with('-')) slug.pop_back();
  return is_slug(slug) ? slug : "x-" + sha256_hex(title).substr(0, 8);
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates, std::size_t most) {
  struct Match {
    std::size_t distance;
    const std::string* candidate;
  };
  const auto wanted = code_points_of(fold_case(word));
  std::vector<Match> matches;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = distance_between(wanted, code_points_of(fold_case(candidate)));
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
