#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// Makes a tar archive (POSIX pax) of regular files: nobody's, mode 0600, all of one time, so that the same files
/// give the same bytes.
class TarText {
 public:
  explicit TarText(std::int64_t unix_time) : time_(unix_time) {}
  /// Throws Error(bug) for a path that leaves the archive's folder.
  void add(std::string_view path, std::string_view bytes);
  /// The archive with its end.
  [[nodiscard]] std::string finish() const;

 private:
  std::int64_t time_;
  std::string text_;
};

}  // namespace crmtrack::util
