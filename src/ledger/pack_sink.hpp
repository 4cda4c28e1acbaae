#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "ledger/access.hpp"
#include "ledger/deflate.hpp"
#include "ledger/object_sink.hpp"
#include "ledger/scratch_file.hpp"

namespace crmtrack::ledger {

/// An object's place in a pack.
struct PackedObject {
  ObjectId id;
  std::uint32_t crc = 0;
  std::uint64_t offset = 0;
};

/// The index of a pack, version 2 of gitformat-pack(5). Sorts `objects`.
std::string render_pack_index(std::vector<PackedObject>& objects, const ObjectId& pack_checksum);

/// One pack for very many objects (an import), written straight through: memory holds an index entry an object, not
/// the objects. Undeltified, as records are too small and too different to gain from it.
class PackSink : public ObjectSink {
 public:
  PackSink(const std::filesystem::path& objects, const Access& access);
  ObjectId write(ObjectKind kind, std::string_view bytes) override;
  /// Ends the pack and gives it and its index their names, both synced. What is written afterwards begins another one.
  void finish() override;

 private:
  void begin();
  void flush();
  ObjectId end_pack();

  std::filesystem::path folder_;
  Access access_;
  Deflater deflater_;
  std::optional<ScratchFile> pack_;
  std::string buffer_;
  std::uint64_t flushed_ = 0;
  std::vector<PackedObject> objects_;
  std::unordered_set<ObjectId> written_;
};

}  // namespace crmtrack::ledger
