#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "query/filter.hpp"

namespace crmtrack::query {

/// Columns count characters. At most 100 terms, 500 values a term, 16 KiB.
tl::expected<Filter, Fault> parse(std::string_view text, std::span<const KeySpec> keys);
/// Reads several command-line arguments, each one or more terms, as one filter. Columns count in their text joined by
/// blanks.
tl::expected<Filter, Fault> parse(const std::vector<std::string>& arguments, std::span<const KeySpec> keys);

/// Whether some term of the filter has this key.
bool mentions(const Filter& filter, std::string_view key);

}  // namespace crmtrack::query
