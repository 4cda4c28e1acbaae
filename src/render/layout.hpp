#pragma once

#include <cstddef>

namespace crmtrack::render {

/// Whether charts are drawn, or only their numbers are printed.
enum class Pictures { none, drawn };

/// The room that text is drawn for. The default is a pipe's: 80 columns, no colour.
struct Layout {
  std::size_t width = 80;  ///< in columns
  bool color = false;
  bool utf8 = true;  ///< otherwise borders and … are drawn in ASCII
  Pictures pictures = Pictures::none;
};

}  // namespace crmtrack::render
