#include "util/digest.hpp"

#include <sha1.h>
#include <sha2.h>

#include "util/hex.hpp"

namespace crmtrack::util {

namespace {

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, bytes_of(bytes), bytes.size());
  SHA256Final(digest.data(), &context);
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  const auto digest = sha256(bytes);
  return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
  std::array<std::uint8_t, 20> digest{};
  SHA1_CTX context;
  SHA1Init(&context);
  SHA1Update(&context, bytes_of(bytes), bytes.size());
  SHA1Final(digest.data(), &context);
  return digest;
}

}  // namespace crmtrack::util
