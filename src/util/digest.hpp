#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace crmtrack::util {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);
/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
/// SHA-1, for Git's object format. Do not use it where something must resist an attacker.
std::array<std::uint8_t, 20> sha1(std::string_view bytes);

}  // namespace crmtrack::util
