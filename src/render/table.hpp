#pragma once

#include <string>

#include "document/document.hpp"
#include "render/layout.hpp"

namespace crmtrack::render {

/// A table fitted to the width: columns that may shrink do, and the less wanted ones are shown in brief or go. Where
/// the rest is still too wide, a row takes several lines. Empty where there are no rows.
std::string render_table(const document::Table& table, const Layout& layout);

}  // namespace crmtrack::render
