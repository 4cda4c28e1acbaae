#pragma once

#include <string>
#include <string_view>

namespace crmtrack::util {

/// Whether the text is a slug: `[a-z0-9][a-z0-9-]{1,62}`.
bool is_slug(std::string_view text);
/// The slug nearest to a title: `Credit card or prepaid card` gives `credit-card-or-prepaid-card`. Non-ASCII letters
/// lose their marks (NFKD) or become `-`; the result is cut at 63. Where nothing is left, it is `x-` and 8 hexadecimal
/// digits of the text's SHA-256.
std::string to_slug(std::string_view title);

}  // namespace crmtrack::util
