#pragma once

#include <filesystem>
#include <string_view>

namespace crmtrack::git {

/// A temporary folder for the files of a program that we run. Only the user can look into it, and it is removed with
/// this object.
class PrivateFolder {
 public:
  /// Makes the folder, in the system's place for them. Throws Error(program_failed) where that fails.
  explicit PrivateFolder(std::string_view name);
  /// Makes the folder in another one, for a program that moves its files there from a place on the same disk.
  PrivateFolder(const std::filesystem::path& place, std::string_view name);
  /// As PrivateFolder, once those of the same name are removed that a killed process of this user has left there.
  static PrivateFolder cleared(std::string_view name);
  static PrivateFolder cleared(const std::filesystem::path& place, std::string_view name);
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace crmtrack::git
