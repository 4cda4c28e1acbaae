#include "util/text/slug.hpp"

#include <algorithm>

#include "util/digest.hpp"
#include "util/text/case.hpp"
#include "util/text/unicode.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::util {

namespace {

constexpr std::size_t kLongestSlug = 63;

bool is_slug_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::string fold_to_ascii(std::string_view title) {
  if (is_ascii(title) || !is_valid_utf8(title)) return to_lower_ascii(title);
  return map_unicode(title, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                           UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE));
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

}  // namespace crmtrack::util
