#include "util/mapped_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "util/descriptor.hpp"
#include "util/error.hpp"

namespace crmtrack::util {

namespace {

[[noreturn]] void fail(ErrorKind kind, const std::filesystem::path& path, const std::string& why) {
  throw Error(kind, fmt::format("cannot read '{}': {}", path.string(), why));
}

}  // namespace

MappedFile MappedFile::open(const std::filesystem::path& path, std::size_t limit) {
  // Without O_NONBLOCK the opening of a pipe would wait for its writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info {};
  if (!file || ::fstat(file.get(), &info) != 0) {
    const bool absent = errno == ENOENT || errno == ENOTDIR;
    fail(absent ? ErrorKind::not_found : ErrorKind::repository, path, std::generic_category().message(errno));
  }
  if (!S_ISREG(info.st_mode)) fail(ErrorKind::refused, path, "it is no regular file");
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size > limit) fail(ErrorKind::refused, path, fmt::format("it is larger than {} bytes", limit));
  if (size == 0) return {nullptr, 0};
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (data == MAP_FAILED) fail(ErrorKind::repository, path, std::generic_category().message(errno));
  ::madvise(data, size, MADV_SEQUENTIAL);
  return {static_cast<const char*>(data), size};
}

std::optional<MappedFile> MappedFile::find(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info {};
  if (!file || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size <= 0) return std::nullopt;
  const auto size = static_cast<std::size_t>(info.st_size);
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (data == MAP_FAILED) return std::nullopt;
  return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(other.size_), forgotten_(other.forgotten_) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(forgotten_, other.forgotten_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

void MappedFile::forget(std::size_t end) {
  constexpr std::size_t kStep = 4U << 20U;
  // A reader that starts over reads the whole file.
  if (end < forgotten_) forgotten_ = 0;
  if (end < forgotten_ + kStep || end > size_) return;
  const std::size_t whole = end / kStep * kStep;  // the kernel drops whole pages
  ::madvise(const_cast<char*>(data_) + forgotten_, whole - forgotten_, MADV_DONTNEED);
  forgotten_ = whole;
}

}  // namespace crmtrack::util
