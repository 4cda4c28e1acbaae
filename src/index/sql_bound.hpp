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

}  // namespace crmtrack::index
