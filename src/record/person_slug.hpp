#pragma once

#include <string_view>

namespace crmtrack::record {

/// Whether a customer's slug is one of a natural person: `p-` and ten Crockford characters, which name nobody.
bool is_person_slug(std::string_view slug);

}  // namespace crmtrack::record
