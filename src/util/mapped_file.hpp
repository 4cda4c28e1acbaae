#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace crmtrack::util {

/// A file's bytes without holding them: they come from the disk as they are looked at.
class MappedFile {
 public:
  /// Throws as read_file does.
  static MappedFile open(const std::filesystem::path& path, std::size_t limit);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }
  /// What stands before `end` need not stay in memory. It may still be looked at.
  void forget(std::size_t end);

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t forgotten_ = 0;
};

}  // namespace crmtrack::util
