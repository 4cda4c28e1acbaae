#pragma once

#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "util/hex.hpp"

namespace crmtrack::util {

/// SHA-256 of bytes that come one after the other, and need not all be kept.
class Sha256Stream {
 public:
  Sha256Stream() { nettle_sha256_init(&state_); }
  void add(std::string_view bytes) {
    nettle_sha256_update(&state_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  }
  /// 64 lower-case hexadecimal digits.
  std::string finish_hex() {
    std::array<std::uint8_t, 32> digest{};
    nettle_sha256_digest(&state_, digest.size(), digest.data());
    return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
  }

 private:
  sha256_ctx state_{};
};

}  // namespace crmtrack::util
