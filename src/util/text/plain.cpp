#include "util/text/plain.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "util/text/case.hpp"
#include "util/text/unicode.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::util {

namespace {

/// Letters with a stroke and ligatures, which Unicode does not take apart.
struct Letter {
  std::int32_t value;
  std::string_view plain;
};
constexpr std::array kLetters{Letter{0xe6, "ae"}, Letter{0xf0, "d"},  Letter{0xf8, "o"},  Letter{0x111, "d"},
                              Letter{0x127, "h"}, Letter{0x131, "i"}, Letter{0x142, "l"}, Letter{0x153, "oe"},
                              Letter{0x167, "t"}, Letter{0x180, "b"}, Letter{0x247, "e"}};

/// The blocks of combining diacritical marks.
bool is_accent(std::int32_t value) {
  return (value >= 0x300 && value <= 0x36f) || (value >= 0x1ab0 && value <= 0x1aff) ||
         (value >= 0x1dc0 && value <= 0x1dff) || (value >= 0x20d0 && value <= 0x20ff);
}

void append_plain(std::string& plain, const CodePoint& point, std::string_view bytes) {
  if (is_accent(point.value)) return;
  const auto* const letter =
      std::find_if(kLetters.begin(), kLetters.end(), [&](const Letter& each) { return each.value == point.value; });
  plain += letter == kLetters.end() ? bytes : letter->plain;
}

}  // namespace

std::string fold_plain(std::string_view text) {
  if (is_ascii(text) || !is_valid_utf8(text)) return to_lower_ascii(text);
  const std::string apart =
      map_unicode(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                       UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
  std::string plain;
  plain.reserve(apart.size());
  for (std::string_view rest = apart; !rest.empty();) {
    const CodePoint point = first_code_point(rest);
    append_plain(plain, point, rest.substr(0, point.bytes));
    rest.remove_prefix(point.bytes);
  }
  return is_ascii(plain) ? plain
                         : map_unicode(plain, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

}  // namespace crmtrack::util
