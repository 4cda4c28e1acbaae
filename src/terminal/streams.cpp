#include "terminal/streams.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "util/error.hpp"
#include "util/text/case.hpp"

namespace crmtrack::terminal {
namespace {

constexpr std::size_t kNarrowestTerminal = 20;
constexpr std::size_t kWidest = 1000;

using Environment = std::function<const char*(const char*)>;

std::string_view variable(const Environment& environment, const char* name) {
  const char* value = environment ? environment(name) : nullptr;
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

bool wants_color(std::string_view option, bool is_terminal, const Environment& environment) {
  if (option == "always") return true;
  if (option == "never" || !variable(environment, "NO_COLOR").empty()) return false;
  const auto force = variable(environment, "CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  const auto term = variable(environment, "TERM");
  return is_terminal && !term.empty() && term != "dumb";
}

std::size_t width_of(int fd, bool is_terminal, const Environment& environment) {
  const auto columns = variable(environment, "COLUMNS");
  std::size_t width = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  if (error != std::errc{} || end != columns.data() + columns.size()) width = 0;
  winsize size{};
  if (width == 0 && is_terminal && ::ioctl(fd, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? 80 : std::clamp(width, kNarrowestTerminal, kWidest);
}

/// The first of these that is set names the encoding (locale(7)).
bool has_utf8_locale(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto value = util::to_lower_ascii(variable(environment, name));
    if (value.empty()) continue;
    return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
  }
  return false;
}

}  // namespace

Streams make_streams(std::string_view color, const Environment& environment) {
  if (color != "auto" && color != "always" && color != "never") {
    throw util::Error{util::ErrorKind::usage,
                      fmt::format("cannot use colour '{}': no such choice", color),
                      {"choices: auto, always, never"}};
  }
  Streams streams;
  streams.in_is_terminal = ::isatty(streams.in) == 1;
  streams.out_is_terminal = ::isatty(streams.out) == 1;
  streams.err_is_terminal = ::isatty(streams.err) == 1;
  streams.color = wants_color(color, streams.out_is_terminal, environment);
  streams.color_err = wants_color(color, streams.err_is_terminal, environment);
  const std::string_view term = variable(environment, "TERM");
  streams.moves_cursor = streams.in_is_terminal && streams.err_is_terminal && !term.empty() && term != "dumb";
  streams.width = width_of(streams.out, streams.out_is_terminal, environment);
  streams.utf8 = !streams.out_is_terminal || has_utf8_locale(environment);
  return streams;
}

}  // namespace crmtrack::terminal
