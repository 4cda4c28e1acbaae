#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::mail {

/// The text that a header may say: valid UTF-8 on one line, single blanks, no control character, and at most `limit`
/// code points. So nothing in it can begin another header.
std::string clean_header_text(std::string_view text, std::size_t limit);

/// A text as the words of a header such as Subject: as they are where all is plain ASCII, else encoded words (RFC 2047)
/// in UTF-8, each of at most 75 characters. Precondition: clean_header_text has made it.
std::vector<std::string> words_of_text(const std::string& text);

/// A person's name as the words of a header such as To: atoms, one quoted string, or encoded words. Precondition:
/// clean_header_text has made it.
std::vector<std::string> words_of_name(const std::string& name);

/// A header with its words, folded before a word that would pass column 76. Ends in a line feed.
std::string fold_header(std::string_view name, const std::vector<std::string>& words);

/// Date as RFC 5322 has it: `Mon, 23 Nov 2026 09:00:00 +0100`. `offset` is the minutes east of UTC.
std::string header_date(std::int64_t utc_seconds, int offset);

}  // namespace crmtrack::mail
