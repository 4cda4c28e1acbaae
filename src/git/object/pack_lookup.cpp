#include "git/object/pack_lookup.hpp"

#include <cstring>

namespace crmtrack::git {
namespace {

constexpr std::size_t kIdSize = 20, kNumberSize = 4;
constexpr std::size_t kCounts = 8;                           // after the signature and the version
constexpr std::size_t kIds = kCounts + 256 * kNumberSize;    // a count for each first byte
constexpr std::size_t kRowSize = kIdSize + 2 * kNumberSize;  // an id, a checksum, a place

}  // namespace

std::optional<PackLookup> PackLookup::of(std::string_view index) {
  constexpr std::string_view kStart("\xFFtOc\0\0\0\2", 8);
  constexpr std::size_t kChecksums = 2 * kIdSize;
  if (index.size() < kIds + kChecksums || !index.starts_with(kStart)) return std::nullopt;
  const PackLookup lookup(index, 0);
  const std::uint32_t count = lookup.objects_up_to(255);
  if ((index.size() - kIds - kChecksums) / kRowSize < count) return std::nullopt;
  return PackLookup(index, count);
}

std::uint32_t PackLookup::number_at(std::size_t place) const {
  std::uint32_t number = 0;
  for (const char byte : index_.substr(place, kNumberSize)) number = number << 8U | static_cast<std::uint8_t>(byte);
  return number;
}

std::uint32_t PackLookup::objects_up_to(std::size_t first_byte) const {
  return number_at(kCounts + first_byte * kNumberSize);
}

std::optional<std::uint64_t> PackLookup::find(const ObjectId& id) const {
  const std::size_t first = id.bytes[0];
  std::uint32_t low = first == 0 ? 0 : objects_up_to(first - 1);
  std::uint32_t high = objects_up_to(first);
  if (high > count_) return std::nullopt;  // a damaged count
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const int order = std::memcmp(index_.substr(kIds + middle * kIdSize, kIdSize).data(), id.bytes.data(), kIdSize);
    if (order == 0) return place_of(middle);
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return std::nullopt;
}

/// Places beyond 31 bits stand in a table of their own.
std::optional<std::uint64_t> PackLookup::place_of(std::uint32_t row) const {
  constexpr std::uint32_t kIsFar = 1U << 31U;
  const std::size_t places = kIds + std::size_t{count_} * (kIdSize + kNumberSize);
  const std::uint32_t near = number_at(places + std::size_t{row} * kNumberSize);
  if ((near & kIsFar) == 0) return near;
  const std::size_t far = kIds + std::size_t{count_} * kRowSize + std::size_t{near & ~kIsFar} * 2 * kNumberSize;
  if (far + 2 * kNumberSize + 2 * kIdSize > index_.size()) return std::nullopt;
  return std::uint64_t{number_at(far)} << 32U | number_at(far + kNumberSize);
}

}  // namespace crmtrack::git
