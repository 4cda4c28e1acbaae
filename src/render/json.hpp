#pragma once

#include <string>

#include "document/value.hpp"
#include "render/items.hpp"

namespace crmtrack::render {

/// Compact JSON on one line (`indent` 0), or indented. UTF-8 is kept; control characters are escaped; invalid bytes
/// become U+FFFD.
std::string render_json(const document::Value& value, int indent = 0);

/// An envelope with an item a line.
extern const ItemForm kJsonItems;
/// The items alone, one a line.
extern const ItemForm kJsonLines;

}  // namespace crmtrack::render
