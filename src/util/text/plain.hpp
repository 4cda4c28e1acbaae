#pragma once

#include <string>
#include <string_view>

namespace crmtrack::util {

/// The text as search and names compare it: its case folded (fold_case) and its accents left out, so that `Müller` is
/// `muller`, `Łódź` is `lodz` and `Ørsted` is `orsted`. Marks that are letters of their own in other scripts (the
/// vowels of Devanagari, the voicing of kana) stay.
std::string fold_plain(std::string_view text);

}  // namespace crmtrack::util
