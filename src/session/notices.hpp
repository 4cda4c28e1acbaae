#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace crmtrack::session {

/// Shows how far a long task is: `done` of `total`, where a total of 0 means that nobody knows it. It shows nothing
/// more once the function is destroyed.
using ProgressReport = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Where a session sends what it has to tell while it works. A terminal shows it; a test keeps it; a server may log it.
/// No notice changes a result, and none fails: what must stop a task is thrown as util::Error.
class Notices {
 public:
  virtual ~Notices() = default;
  /// A sentence for the user: what was done.
  virtual void say(std::string_view sentence) = 0;
  /// A sentence that the user must see, even one who asked for silence.
  virtual void warn(std::string_view sentence) = 0;
  /// A way out of the trouble that the sentence before names.
  virtual void hint(std::string_view sentence) = 0;
  /// A step behind the scenes, for a user who asked for all of them.
  virtual void detail(std::string_view sentence) = 0;
  /// A task that begins now and takes a while before it can report progress: `fetching from 'origin'`.
  virtual void announce(std::string_view task) = 0;
  /// Begins to show the progress of a task. Returns an empty function where nobody watches.
  virtual ProgressReport progress(const std::string& task) = 0;
};

}  // namespace crmtrack::session
