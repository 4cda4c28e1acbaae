#pragma once

#include <filesystem>
#include <string_view>

namespace crmtrack::git {

/// A folder of our own for what a program reads and writes, gone afterwards; only the user can look into it.
class PrivateFolder {
 public:
  /// Throws Error(program_failed) where there can be none.
  explicit PrivateFolder(std::string_view name);
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace crmtrack::git
