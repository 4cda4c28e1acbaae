#include "terminal/picture.hpp"

#include <fmt/format.h>

#include <chrono>
#include <string_view>

#include "render/chart/gnuplot.hpp"
#include "render/chart/heading.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/process.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::terminal {

namespace {

using render::PictureKind;
using util::ErrorKind;

constexpr std::chrono::seconds kLongestDrawing{60};
constexpr unsigned kReadableByAll = 0644;

PictureKind kind_of(const std::filesystem::path& file) {
  const std::string ending = util::to_lower_ascii(file.extension().string());
  if (ending == ".svg") return PictureKind::svg;
  if (ending == ".png") return PictureKind::png;
  throw util::Error{ErrorKind::usage,
                    fmt::format("cannot draw into '{}': neither .svg nor .png", util::visible_line(file.string())),
                    {"the ending of the name says what the picture is"}};
}

/// Runs a script. gnuplot keeps its default settings (`-d`), so that no file of the user's changes the picture.
util::ProcessResult run_gnuplot(const std::string& script) {
  util::ProcessOptions options;
  options.input = script;
  options.timeout = kLongestDrawing;
  try {
    return util::run_process({"gnuplot", "-d"}, options);
  } catch (const util::Error& error) {
    throw util::Error{ErrorKind::program_failed,
                      fmt::format("cannot draw the chart: {}", error.what()),
                      {"install gnuplot: apt-get install gnuplot-nox"}};
  }
}

/// Whether the bytes are one whole picture: gnuplot also ends well after half of one.
bool is_whole(const std::string& bytes, PictureKind kind) {
  if (kind == PictureKind::png) return bytes.starts_with("\x89PNG") && bytes.find("IEND") != std::string::npos;
  const std::size_t begin = bytes.find("<svg");
  return begin != std::string::npos && bytes.find("<svg", begin + 1) == std::string::npos &&
         util::trim(bytes).ends_with("</svg>");
}

}  // namespace

void draw_picture(const document::Chart& chart, const std::filesystem::path& file) {
  const PictureKind kind = kind_of(file);
  const std::string title = util::visible_line(chart.title);
  if (render::is_empty(chart))
    throw util::Error{ErrorKind::not_found, fmt::format("cannot draw '{}': the chart has no values", title)};
  const util::ProcessResult drawn = run_gnuplot(render::gnuplot_script(chart, kind));
  if (drawn.timed_out || drawn.status != 0 || !is_whole(drawn.out, kind)) {
    const std::string says = util::visible_line(util::trim(drawn.err));
    throw util::Error{ErrorKind::program_failed,
                      drawn.timed_out ? fmt::format("cannot draw '{}': gnuplot takes longer than a minute", title)
                                      : fmt::format("cannot draw '{}': gnuplot ended with {}", title, drawn.status),
                      says.empty() ? std::vector<std::string>{} : std::vector{"gnuplot says: " + says}};
  }
  util::replace_file(file, kind == PictureKind::svg ? render::with_own_title(drawn.out, chart) : drawn.out,
                     kReadableByAll);
}

}  // namespace crmtrack::terminal
