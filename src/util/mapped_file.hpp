#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>

namespace crmtrack::util {

/// The bytes of a file, mapped into memory: the system reads them from the disk when they are looked at.
class MappedFile {
 public:
  /// Maps the file. Throws Error(not_found) where it is absent, Error(refused) where it is no regular file,
  /// Error(repository) where it cannot be read.
  static MappedFile open(const std::filesystem::path& path, std::size_t limit);
  /// Maps a file that is read here and there. nullopt where it is absent, empty, no regular file, or cannot be read.
  static std::optional<MappedFile> find(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }
  /// Tells the system that the bytes before `end` need not stay in memory. They may still be looked at.
  void forget(std::size_t end);

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t forgotten_ = 0;
};

}  // namespace crmtrack::util
