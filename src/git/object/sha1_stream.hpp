#pragma once

#include <nettle/sha1.h>

#include <string_view>

#include "git/object/object_id.hpp"

namespace crmtrack::git {

/// Computes SHA-1 piece by piece, since a pack is larger than the memory that we use.
class Sha1Stream {
 public:
  Sha1Stream() { nettle_sha1_init(&state_); }
  void add(std::string_view bytes) {
    nettle_sha1_update(&state_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  }
  ObjectId finish() {
    ObjectId id;
    nettle_sha1_digest(&state_, id.bytes.size(), id.bytes.data());
    return id;
  }

 private:
  sha1_ctx state_{};
};

}  // namespace crmtrack::git
