#pragma once

#include <string>
#include <string_view>

#include "record/record.hpp"

namespace crmtrack::index {

/// The text of a record in which `search` and bare filter words look: every scalar of its body, unknown fields
/// included, except kind, times, record ids and digests; one a line.
std::string searchable_text(const record::Record& record);

/// The words of a text (util::words_of) joined by blanks, so that FTS5's plainest tokenizer sees exactly the words that
/// the filter's predicate sees.
std::string joined_words(std::string_view text);

}  // namespace crmtrack::index
