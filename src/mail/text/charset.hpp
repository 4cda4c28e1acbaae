#pragma once

#include <string>
#include <string_view>

namespace crmtrack::mail {

/// Turns the bytes of a mail's text into UTF-8. Nothing is dropped, and nothing fails: whoever wrote the mail cannot be
/// asked again.
///
/// 1. A label of 7 bits with escapes, or of 16 or 32 bits (ISO-2022, HZ, UTF-7, UTF-16), decides.
/// 2. Bytes that are valid UTF-8 are UTF-8, whatever the label says.
/// 3. Otherwise the label decides, where all bytes, or nearly all of several bytes a character, fit it.
/// 4. Otherwise each byte that belongs to no UTF-8 sequence is Windows-1252.
///
/// Line ends become LF. Control characters other than tab become U+FFFD.
std::string decode_text(std::string_view bytes, std::string_view label);

}  // namespace crmtrack::mail
