#include "git/object/delta.hpp"

namespace crmtrack::git {
namespace {

constexpr unsigned kMore = 0x80;
constexpr unsigned kSevenBits = 0x7F;

std::uint8_t take_byte(std::string_view& bytes) {
  const auto byte = static_cast<std::uint8_t>(bytes.front());
  bytes.remove_prefix(1);
  return byte;
}

/// The piece of the base that an instruction copies; nullopt where it is cut or lies outside of the base.
std::optional<std::string_view> take_copied(std::string_view base, unsigned instruction, std::string_view& delta) {
  constexpr unsigned kOffsetBytes = 4, kSizeBytes = 3;
  constexpr std::size_t kUnsaidSize = 0x10000;
  std::size_t offset = 0, size = 0;
  for (unsigned i = 0; i < kOffsetBytes + kSizeBytes; ++i) {
    if ((instruction >> i & 1U) == 0) continue;
    if (delta.empty()) return std::nullopt;
    const std::size_t byte = take_byte(delta);
    if (i < kOffsetBytes)
      offset |= byte << 8U * i;
    else
      size |= byte << 8U * (i - kOffsetBytes);
  }
  if (size == 0) size = kUnsaidSize;
  if (offset > base.size() || size > base.size() - offset) return std::nullopt;
  return base.substr(offset, size);
}

/// The piece that the next instruction adds; nullopt where the instruction is damaged.
std::optional<std::string_view> take_piece(std::string_view base, std::string_view& delta) {
  const unsigned instruction = take_byte(delta);
  if ((instruction & kMore) != 0) return take_copied(base, instruction, delta);
  if (instruction == 0 || instruction > delta.size()) return std::nullopt;
  const std::string_view piece = delta.substr(0, instruction);
  delta.remove_prefix(instruction);
  return piece;
}

}  // namespace

std::optional<std::uint64_t> take_number(std::string_view& bytes) {
  constexpr unsigned kMostShift = 49;
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift <= kMostShift; shift += 7) {
    if (bytes.empty()) return std::nullopt;
    const unsigned byte = take_byte(bytes);
    number |= static_cast<std::uint64_t>(byte & kSevenBits) << shift;
    if ((byte & kMore) == 0) return number;
  }
  return std::nullopt;
}

std::optional<std::string> apply_delta(std::string_view base, std::string_view delta, std::size_t most) {
  const auto base_size = take_number(delta), size = take_number(delta);
  if (!base_size || !size || *base_size != base.size() || *size > most) return std::nullopt;
  std::string text;
  text.reserve(*size);
  while (!delta.empty()) {
    const auto piece = take_piece(base, delta);
    if (!piece || piece->size() > *size - text.size()) return std::nullopt;
    text += *piece;
  }
  return text.size() == *size ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace crmtrack::git
