#pragma once

#include <functional>
#include <string_view>

#include "render/layout.hpp"

namespace crmtrack::terminal {

/// The streams of a process, and how its terminal shows text. Tests and the pager replace them.
struct Streams {
  int in = 0, out = 1, err = 2;
  bool in_is_terminal = false, out_is_terminal = false, err_is_terminal = false;
  std::size_t width = 80;  ///< columns of the terminal (COLUMNS, TIOCGWINSZ, else 80)
  bool color = false;      ///< on standard output: --color, NO_COLOR, CLICOLOR_FORCE, TERM=dumb and the terminal decide
  bool color_err = false;
  bool moves_cursor = false;  ///< the terminal of input and errors does (TERM)
  bool utf8 = true;           ///< the locale's encoding; otherwise borders and … are drawn in ASCII

  /// Of standard output. Charts are drawn on a terminal, and are their numbers elsewhere.
  [[nodiscard]] render::Layout layout() const {
    return {width, color, utf8, out_is_terminal ? render::Pictures::drawn : render::Pictures::none};
  }
};

/// The streams of this process: `color` is auto, always or never (else Error(usage)); `environment` looks variables up.
Streams make_streams(std::string_view color, const std::function<const char*(const char*)>& environment);

}  // namespace crmtrack::terminal
