#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>

#include "git/object/deflate.hpp"
#include "git/object/pack_index.hpp"
#include "git/object/pack_keep.hpp"
#include "git/program/access.hpp"
#include "git/program/scratch_file.hpp"

namespace crmtrack::git {

/// Writes one pack straight through. Memory holds an index entry an object, not the objects. Objects are not deltified,
/// since records are too small and too different to gain from it. Trees are stored uncompressed, since they hold little
/// but ids.
class PackWriter {
 public:
  /// `folder`: `objects/pack`. Throws Error(repository) where it cannot be written.
  PackWriter(std::filesystem::path folder, const Access& access);
  /// Precondition: no object of that id was added before.
  void add(const ObjectId& id, ObjectKind kind, std::string_view bytes);
  /// A pack that has its name.
  struct Finished {
    std::filesystem::path path;
    PackKeep keep;  ///< until a branch names the pack's objects
  };
  /// Gives the pack and its index their names, both synced. Nothing may be added afterwards.
  Finished finish();

 private:
  void flush();
  ObjectId end_pack();

  std::filesystem::path folder_;
  Access access_;
  Deflater quick_;
  Deflater stored_{Deflater::Level::stored};
  ScratchFile pack_;
  std::string buffer_;
  std::uint64_t flushed_ = 0;
  std::deque<PackedObject> objects_;
};

}  // namespace crmtrack::git
