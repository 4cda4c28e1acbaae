#pragma once

#include <string>
#include <string_view>

namespace crmtrack::mail {

/// The value of a header as a person reads it, on one line. Encoded words (RFC 2047) are decoded wherever they stand,
/// also within quotes. Neighbours are joined before their characters are decoded, because programs cut words within a
/// character, and within our token. Other bytes are read as decode_text does.
std::string decode_words(std::string_view value);

/// The bytes of base64, whatever else stands between its characters.
std::string decode_base64(std::string_view text);

}  // namespace crmtrack::mail
