#pragma once

#include <ctime>
#include <filesystem>
#include <unordered_set>
#include <vector>

#include "git/object/deflate.hpp"
#include "git/object/object_sink.hpp"
#include "git/program/access.hpp"
#include "git/program/scratch_file.hpp"

namespace crmtrack::git {

/// Writes each object into a file of its own, for the handful that a commit adds.
///
/// Durable with one fsync (docs/architecture.md, Durability): every object's data is sent to the disk as soon as it is
/// written (sync_file_range), and waited for before the object gets its name. One fsync of the last object then commits
/// the names of all and empties the device's cache. Only ext4's ordered journal is known to keep that order; on any
/// other file system each object gets an fsync of its own.
///
/// No `git repack -ad` takes a loose object away. But `git repack --geometric` (our own packing) and the cruft packs of
/// newer Gits put unnamed objects into a pack too, and such a pack can be dropped: see is_intact.
class LooseSink : public RepositorySink {
 public:
  LooseSink(std::filesystem::path objects, const Access& access);
  ObjectId write(ObjectKind kind, std::string_view bytes) override;
  void finish() override;
  /// False where an object is no longer loose, or where a pack that may hold one has come since the first was written.
  [[nodiscard]] bool is_intact() const override;

 private:
  struct Pending {
    std::filesystem::path path;
    ScratchFile file;
  };
  bool freshen(const std::filesystem::path& path) const;
  [[nodiscard]] bool has_pack_since(const timespec& time) const;
  ScratchFile create_file(const std::filesystem::path& folder) const;
  void make_folder(const std::filesystem::path& folder) const;

  std::filesystem::path objects_;
  Access access_;
  bool ordered_;
  Deflater deflater_;
  std::vector<Pending> pending_;
  std::unordered_set<ObjectId> written_;
  std::vector<std::filesystem::path> paths_;  ///< of every object written
};

}  // namespace crmtrack::git
