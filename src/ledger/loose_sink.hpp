#pragma once

#include <filesystem>
#include <unordered_set>
#include <vector>

#include "ledger/access.hpp"
#include "ledger/deflate.hpp"
#include "ledger/object_sink.hpp"
#include "ledger/scratch_file.hpp"

namespace crmtrack::ledger {

/// One file an object, for the handful that a commit adds.
///
/// Durable with one fsync (DESIGN §5): every object's data is sent to the disk as soon as it is written
/// (sync_file_range), waited for before the object gets its name, and one fsync of the last object then commits the
/// names of all and empties the device's cache. Only ext4's ordered journal is known to keep that order: on any other
/// file system each object gets its own fsync.
class LooseSink : public ObjectSink {
 public:
  LooseSink(std::filesystem::path objects, const Access& access);
  ObjectId write(ObjectKind kind, std::string_view bytes) override;
  void finish() override;

 private:
  struct Pending {
    std::filesystem::path path;
    ScratchFile file;
  };
  bool freshen(const std::filesystem::path& path) const;
  ScratchFile create_file(const std::filesystem::path& folder) const;
  void make_folder(const std::filesystem::path& folder) const;

  std::filesystem::path objects_;
  Access access_;
  bool ordered_;
  Deflater deflater_;
  std::vector<Pending> pending_;
  std::unordered_set<ObjectId> written_;
};

}  // namespace crmtrack::ledger
