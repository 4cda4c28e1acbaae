#pragma once

#include <string>
#include <string_view>

#include "record/record.hpp"

namespace crmtrack::index {

/// What `search` and bare filter words find in a record: every scalar of its body, unknown fields included, except
/// kind, times, record ids and digests; one a line.
std::string searchable_text(const record::Record& record);

/// The words of a text (util::words_of) parted by blanks, so that FTS5's plainest tokenizer sees the very words that
/// the filter's predicate sees.
std::string joined_words(std::string_view text);

}  // namespace crmtrack::index
