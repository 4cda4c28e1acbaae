#pragma once

#include <ctime>
#include <string_view>

namespace crmtrack::util {

/// Whether a temporary file was left by a process that was killed: its name has the number of a process (`process`, in
/// decimal) that this machine does not run, and nobody has written to it for a minute, as a process of another machine
/// that shares the disk would. `changed` is when it was last written to.
bool is_left_by_process(std::string_view process, std::time_t changed);

}  // namespace crmtrack::util
