#include "util/digest.hpp"

#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include "util/hex.hpp"

namespace crmtrack::util {

namespace {

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  sha256_ctx context;
  nettle_sha256_init(&context);
  nettle_sha256_update(&context, bytes.size(), bytes_of(bytes));
  nettle_sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  const auto digest = sha256(bytes);
  return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
  std::array<std::uint8_t, 20> digest{};
  sha1_ctx context;
  nettle_sha1_init(&context);
  nettle_sha1_update(&context, bytes.size(), bytes_of(bytes));
  nettle_sha1_digest(&context, digest.size(), digest.data());
  return digest;
}

}  // namespace crmtrack::util
