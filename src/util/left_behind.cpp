#include "util/left_behind.hpp"

#include <signal.h>
#include <sys/types.h>

#include <cerrno>
#include <charconv>

namespace crmtrack::util {

bool is_left_by_process(std::string_view process, std::time_t changed) {
  constexpr std::time_t kQuiet = 60;
  pid_t number = 0;
  const auto [end, error] = std::from_chars(process.data(), process.data() + process.size(), number);
  if (error != std::errc() || end != process.data() + process.size() || number <= 0) return false;
  if (::kill(number, 0) == 0 || errno != ESRCH) return false;
  return std::time(nullptr) - changed > kQuiet;
}

}  // namespace crmtrack::util
