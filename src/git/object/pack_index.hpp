#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string_view>

#include "git/object/object_id.hpp"

namespace crmtrack::git {

/// The place of an object in a pack.
struct PackedObject {
  ObjectId id;
  std::uint32_t crc = 0;
  std::uint64_t offset = 0;
};

/// Gives `write` the index of a pack, piece by piece: version 2 of gitformat-pack(5). Sorts `objects`.
void write_pack_index(std::deque<PackedObject>& objects, const ObjectId& pack_checksum,
                      const std::function<void(std::string_view)>& write);

/// `value` as that many bytes, the highest first.
void append_big_endian(std::string& out, std::uint64_t value, int bytes);

}  // namespace crmtrack::git
