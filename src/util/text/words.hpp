#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::util {

/// The words of a text for search, without case and accents (fold_plain): runs of letters, marks and numbers; each
/// Han, Hiragana or Katakana character is a word of its own. The index and the filter's predicate both use this
/// function, so they cannot disagree.
std::vector<std::string> words_of(std::string_view text);

}  // namespace crmtrack::util
