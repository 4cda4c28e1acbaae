#include "terminal/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "render/style.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::terminal {
namespace {

using Clock = std::chrono::steady_clock;
/// A task shorter than kPatience shows no line. A line changes at most once in kInterval.
constexpr auto kPatience = std::chrono::milliseconds{300};
constexpr auto kInterval = std::chrono::milliseconds{100};

std::string text_of(const std::string& label, std::uint64_t done, std::uint64_t total) {
  if (total == 0) return fmt::format("{}: {}", label, done);
  const auto share = static_cast<double>(std::min(done, total)) / static_cast<double>(total);
  return fmt::format("{}: {} of {} ({} %)", label, done, total, static_cast<int>(share * 100));
}

/// The present width of the terminal that shows the line. Asks stderr, since standard output may be elsewhere.
std::size_t width_of(const Streams& streams) {
  winsize size{};
  const bool known = ::ioctl(streams.err, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return std::max<std::size_t>(known ? size.ws_col : streams.width, 2);
}

}  // namespace

struct ProgressLine::State {
  Streams streams;
  std::string label;
  Clock::time_point next = Clock::now() + kPatience;
  std::size_t shown = 0;  ///< columns on the line now

  /// Overwrites the line with `text`. Clears the rest with blanks and no escape sequence, so that the simplest terminal
  /// can show it. Ignores a failed write: a lost progress line is no reason to fail.
  void put(const std::string& text) {
    const auto line = '\r' + util::pad_right(text, shown) + (text.empty() ? "\r" : "");
    shown = util::display_width(text);
    for (std::string_view left = line; !left.empty();) {
      const auto written = ::write(streams.err, left.data(), left.size());
      if (written <= 0) return;
      left.remove_prefix(static_cast<std::size_t>(written));
    }
  }
};

ProgressLine::ProgressLine(const Streams& streams, std::string label) {
  if (!streams.err_is_terminal) return;
  state_ = std::make_unique<State>();
  state_->streams = streams;
  state_->label = util::visible_line(label);
}

ProgressLine::~ProgressLine() {
  if (state_ && state_->shown > 0) state_->put("");
}

void ProgressLine::update(std::uint64_t done, std::uint64_t total) {
  if (!state_) return;
  const auto now = Clock::now();
  if (now < state_->next) return;
  state_->next = now + kInterval;
  state_->put(render::cut(text_of(state_->label, done, total), width_of(state_->streams) - 1, state_->streams.utf8));
}

}  // namespace crmtrack::terminal
