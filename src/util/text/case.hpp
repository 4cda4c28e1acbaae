#pragma once

#include <string>
#include <string_view>

namespace crmtrack::util {

/// The text with its case folded (NFKC), for comparing; does not depend on the locale.
std::string fold_case(std::string_view text);
std::string to_lower_ascii(std::string_view text);

}  // namespace crmtrack::util
