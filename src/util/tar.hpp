#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// Makes a tar archive (POSIX pax) of regular files. All have no owner, mode 0600 and one time, so that equal files
/// give equal bytes.
class TarText {
 public:
  explicit TarText(std::int64_t unix_time) : time_(unix_time) {}
  /// Throws Error(bug) for a path that leaves the archive's folder.
  void add(std::string_view path, std::string_view bytes);
  /// Returns the finished archive.
  [[nodiscard]] std::string finish() const;

 private:
  std::int64_t time_;
  std::string text_;
};

}  // namespace crmtrack::util
