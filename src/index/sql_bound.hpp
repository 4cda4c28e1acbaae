#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace crmtrack::index {

/// How long a statement of `sql` may take.
struct SqlBound {
  std::chrono::milliseconds time = std::chrono::seconds(30);
  /// Called from another thread where SQLite does not end the statement a second after that time, because it is inside
  /// one step: instr() of long texts may take hours. It may end the process. Empty: the step is waited for.
  std::function<void()> stuck = {};
};

/// The message for a statement that took longer than its bound.
std::string describe_out_of_time(const SqlBound& bound);

}  // namespace crmtrack::index
