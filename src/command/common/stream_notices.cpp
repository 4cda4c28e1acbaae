#include "command/common/stream_notices.hpp"

#include <fmt/format.h>

#include <memory>

#include "terminal/progress.hpp"
#include "terminal/writer.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {

void StreamNotices::write(const std::string& line) noexcept {
  try {
    terminal::Writer writer(streams_.err);
    writer.write(line + "\n");
    writer.flush();
  } catch (...) {
    // A notice that cannot be shown does not change what the command does.
  }
}

void StreamNotices::say(std::string_view sentence) {
  if (!quiet_) write(util::visible_line(sentence));
}

void StreamNotices::warn(std::string_view sentence) { write("crmtrack: " + util::visible_line(sentence)); }

void StreamNotices::hint(std::string_view sentence) { say(fmt::format("hint: {}", sentence)); }

void StreamNotices::detail(std::string_view sentence) {
  if (verbose_) say(sentence);
}

void StreamNotices::announce(std::string_view task) {
  if (streams_.err_is_terminal) say(fmt::format("{} …", task));
}

session::ProgressReport StreamNotices::progress(const std::string& task) {
  if (quiet_ || !streams_.err_is_terminal) return {};
  const auto line = std::make_shared<terminal::ProgressLine>(streams_, task);
  return [line](std::uint64_t done, std::uint64_t total) { line->update(done, total); };
}

}  // namespace crmtrack::command
