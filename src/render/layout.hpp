#pragma once

#include <cstddef>

namespace crmtrack::render {

/// The room that text is drawn for. The default is a pipe's: 80 columns, no colour.
struct Layout {
  std::size_t width = 80;  ///< in columns
  bool color = false;
  bool utf8 = true;  ///< otherwise borders and … are drawn in ASCII
};

}  // namespace crmtrack::render
