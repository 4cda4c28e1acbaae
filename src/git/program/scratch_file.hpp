#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "util/descriptor.hpp"

namespace crmtrack::git {

/// A file of the object store while it is being written. It has a temporary name that `git prune` clears away should
/// our process die, and is removed unless it is kept. Failures throw Error(repository) with the system's reason.
class ScratchFile {
 public:
  /// Creates a file with a temporary name. `prefix` is `tmp_obj_` or `tmp_pack_`, as in Git. nullopt where there is no
  /// such folder.
  static std::optional<ScratchFile> try_create(const std::filesystem::path& folder, const std::string& prefix);
  /// Creates a file with a temporary name in a folder that must exist.
  static ScratchFile create(const std::filesystem::path& folder, const std::string& prefix);
  /// Creates a file with this name and with `mode`, whatever the umask. nullopt where there is such a file.
  static std::optional<ScratchFile> try_create_at(const std::filesystem::path& path, mode_t mode);
  ScratchFile(ScratchFile&& other) noexcept;
  ScratchFile& operator=(ScratchFile&&) = delete;
  ~ScratchFile();

  void write(std::string_view bytes);
  void write_at(std::string_view bytes, std::size_t offset);
  /// Reads up to `size` bytes at an offset; fewer at the end.
  std::string read_at(std::size_t offset, std::size_t size);
  void set_mode(mode_t mode);
  /// Starts writing to the disk without waiting.
  void start_writeback();
  /// Waits until the data has left for the device's cache. That alone does not make it durable (see LooseSink).
  void wait_writeback();
  void sync();
  /// Gives the file its name; it stays open.
  void keep_as(const std::filesystem::path& path);

 private:
  ScratchFile(const std::filesystem::path& folder, const std::string& prefix);
  ScratchFile(std::string path, int file);
  [[noreturn]] void fail(int code) const;

  std::string path_;
  util::Descriptor file_;
  bool kept_ = false;
};

/// Whether one fsync commits everything that was renamed and written back before it, as ext4's journal does.
bool orders_by_journal(const std::filesystem::path& folder);

}  // namespace crmtrack::git
