#include "util/text/case.hpp"

#include <algorithm>

#include "util/text/unicode.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::util {

std::string fold_case(std::string_view text) {
  if (is_ascii(text) || !is_valid_utf8(text)) return to_lower_ascii(text);
  return map_unicode(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                          UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
}

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

}  // namespace crmtrack::util
