#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "query/filter.hpp"

namespace crmtrack::query {

/// Says which values of a key a written one means: itself, another, or several, any of which the filter takes. The
/// unexpected is a message for the writer. It is asked for `key:value`, `.not`, `.min` and `.max`, where the key has no
/// fixed vocabulary.
using Understood = tl::expected<std::vector<std::string>, std::string>;
using Understand = std::function<Understood(const KeySpec& key, const std::string& value)>;

/// Columns count characters. At most 100 terms, 500 values a term, 16 KiB.
tl::expected<Filter, Fault> parse(std::string_view text, std::span<const KeySpec> keys,
                                  const Understand& understand = {});
/// Reads several command-line arguments, each one or more terms, as one filter. Columns count in their text joined by
/// blanks.
tl::expected<Filter, Fault> parse(const std::vector<std::string>& arguments, std::span<const KeySpec> keys,
                                  const Understand& understand = {});

/// Whether some term of the filter has this key.
bool mentions(const Filter& filter, std::string_view key);

}  // namespace crmtrack::query
