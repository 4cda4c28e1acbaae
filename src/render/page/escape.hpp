#pragma once

#include <string>
#include <string_view>

namespace crmtrack::render {

/// A text that HTML, SVG and XML take for nothing but text, between tags and in a quoted attribute. Control characters
/// are made visible; line feeds and tabs stay.
std::string escape_markup(std::string_view raw);

}  // namespace crmtrack::render
