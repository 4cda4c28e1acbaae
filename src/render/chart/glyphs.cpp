#include "render/chart/glyphs.hpp"

namespace crmtrack::render {

namespace {

constexpr Glyphs kUnicode{.points = {"●", "■", "◆", "▲", "▼", "★"},
                          .few_points = {"○", "□", "◇", "△", "▽", "☆"},
                          .stairs = {"─", "═", "╌", "┈", "━", "╍"},
                          .signal = "✖",
                          .path = "·",
                          .band = "░",
                          .centre = "─",
                          .limit = "╌",
                          .axis = "│",
                          .tick = "┤",
                          .corner = "└",
                          .floor = "─",
                          .rise = "│",
                          .bar = "█",
                          .few_bar = "▒",
                          .surely = "▓",
                          .perhaps = "░",
                          .shades = {" ", "░", "▒", "▓", "█"}};

constexpr Glyphs kAscii{.points = {"*", "#", "@", "+", "%", "&"},
                        .few_points = {"o", "=", "c", "t", "/", "e"},
                        .stairs = {"-", "=", "~", ".", "_", "^"},
                        .signal = "X",
                        .path = ".",
                        .band = ":",
                        .centre = "-",
                        .limit = "_",
                        .axis = "|",
                        .tick = "+",
                        .corner = "+",
                        .floor = "-",
                        .rise = "|",
                        .bar = "#",
                        .few_bar = ":",
                        .surely = "=",
                        .perhaps = "-",
                        .shades = {" ", ".", ":", "+", "#"}};

}  // namespace

const Glyphs& glyphs(bool utf8) { return utf8 ? kUnicode : kAscii; }

}  // namespace crmtrack::render
