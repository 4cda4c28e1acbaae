#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::exchange {

/// RFC 4648, with padding.
std::string to_base64(std::string_view bytes);
/// Strict: no blanks, padding as written by `to_base64`; nullopt for anything else.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace crmtrack::exchange
