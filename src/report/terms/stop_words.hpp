#pragma once

#include <string_view>

namespace crmtrack::report {

/// Whether a word says nothing by itself in this language: articles, pronouns, auxiliaries, prepositions, and the marks
/// that stand for what somebody blacked out (`xxxx`). Words are as `util::words_of` gives them, without accents. A
/// language without a list of ours has none: what all groups say alike sets no group apart anyway.
bool is_stop_word(std::string_view language, std::string_view word);

}  // namespace crmtrack::report
