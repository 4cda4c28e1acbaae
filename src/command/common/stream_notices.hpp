#pragma once

#include <string>
#include <string_view>

#include "session/notices.hpp"
#include "terminal/streams.hpp"

namespace crmtrack::command {

/// Writes a session's notices to standard error, one a line, and its progress where that is a terminal. With `quiet` it
/// writes warnings only; it writes details with `verbose` only.
class StreamNotices : public session::Notices {
 public:
  StreamNotices(const terminal::Streams& streams, bool quiet, bool verbose)
      : streams_(streams), quiet_(quiet), verbose_(verbose) {}

  void say(std::string_view sentence) override;
  void warn(std::string_view sentence) override;
  void hint(std::string_view sentence) override;
  void detail(std::string_view sentence) override;
  void announce(std::string_view task) override;
  session::ProgressReport progress(const std::string& task) override;

 private:
  void write(const std::string& line) noexcept;

  terminal::Streams streams_;
  bool quiet_, verbose_;
};

}  // namespace crmtrack::command
