#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace crmtrack::render {

/// A styled line broken at blanks into lines of at most `width` columns, roles kept; a longer word is cut between
/// grapheme clusters. Control characters are made visible, except that with `keep_breaks` a line feed ends a line and a
/// tab is blanks.
std::vector<document::Line> wrap_line(const document::Line& line, std::size_t width, bool keep_breaks);

}  // namespace crmtrack::render
