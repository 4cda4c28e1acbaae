#pragma once

#include <sha1.h>

#include <string_view>

#include "ledger/object_id.hpp"

namespace crmtrack::ledger {

/// SHA-1 of what comes piece by piece: a pack is larger than what we hold in memory.
class Sha1Stream {
 public:
  Sha1Stream() { SHA1Init(&state_); }
  void add(std::string_view bytes) {
    SHA1Update(&state_, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  ObjectId finish() {
    ObjectId id;
    SHA1Final(id.bytes.data(), &state_);
    return id;
  }

 private:
  SHA1_CTX state_{};
};

}  // namespace crmtrack::ledger
