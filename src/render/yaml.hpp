#pragma once

#include <string>

#include "document/value.hpp"
#include "render/items.hpp"

namespace crmtrack::render {

/// A value as YAML in block style. Text that some reader of YAML could take for anything else is quoted.
std::string render_yaml(const document::Value& value);

/// An envelope whose items stand below each other, not indented.
extern const ItemForm kYamlItems;

}  // namespace crmtrack::render
