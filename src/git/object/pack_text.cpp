#include "git/object/pack_text.hpp"

#include <vector>

#include "git/object/delta.hpp"

namespace crmtrack::git {
namespace {

constexpr unsigned kDeltaByPlace = 6, kDeltaById = 7;
constexpr std::size_t kIdBytes = 20;
constexpr std::size_t kLongestChain = 4096;  // as Git: more it does not write
// The trees of a history are deltas of each other, each needed for the next.
constexpr std::size_t kRememberedBaseBytes = std::size_t{16} << 20;
constexpr std::size_t kRememberedBases = 4096;

bool is_kind(unsigned type) { return type >= 1 && type <= 4; }

/// Takes the distance back to a base: seven bits a byte, the highest first, one more with each byte that follows.
std::optional<std::uint64_t> take_distance(std::string_view& bytes) {
  constexpr std::size_t kMostBytes = 8;
  std::uint64_t distance = 0;
  for (std::size_t i = 0; i < kMostBytes && i < bytes.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(bytes[i]);
    distance = (i == 0 ? 0 : (distance + 1) << 7U) | (byte & 0x7FU);
    if ((byte & 0x80U) != 0) continue;
    bytes.remove_prefix(i + 1);
    return distance;
  }
  return std::nullopt;
}

}  // namespace

bool PackText::Entry::is_delta() const { return type == kDeltaByPlace || type == kDeltaById; }

PackText::PackText(std::string_view bytes, Places places)
    : bytes_(bytes), places_(std::move(places)), bases_(kRememberedBaseBytes, kRememberedBases) {}

std::optional<std::uint64_t> PackText::take_base(Entry& entry, std::string_view& rest) const {
  if (entry.type == kDeltaByPlace) {
    const auto distance = take_distance(rest);
    if (!distance || *distance == 0 || *distance > entry.place) return std::nullopt;
    return entry.place - *distance;
  }
  if (rest.size() < kIdBytes) return std::nullopt;
  const ObjectId id = object_id_from(rest.data());
  rest.remove_prefix(kIdBytes);
  return places_(id);
}

std::optional<PackText::Entry> PackText::find_entry(std::uint64_t place) const {
  if (bytes_.size() < kIdBytes || place >= bytes_.size() - kIdBytes) return std::nullopt;
  std::string_view rest = bytes_.substr(place, bytes_.size() - kIdBytes - place);
  const auto first = static_cast<std::uint8_t>(rest.front());
  rest.remove_prefix(1);
  Entry entry{.type = first >> 4U & 7U, .size = first & 15U, .place = place, .base = 0, .compressed = {}};
  if ((first & 0x80U) != 0) {
    const auto more = take_number(rest);
    if (!more || *more > kLargestPlainObject) return std::nullopt;
    entry.size |= *more << 4U;
  }
  if (entry.size > kLargestPlainObject || (!is_kind(entry.type) && !entry.is_delta())) return std::nullopt;
  if (entry.is_delta()) {
    const auto base = take_base(entry, rest);
    if (!base) return std::nullopt;
    entry.base = *base;
  }
  entry.compressed = rest;
  return entry;
}

/// Follows deltas to an object that is whole, or that was read before. Null where there is none.
PackText::BasePtr PackText::find_base(std::uint64_t place, std::vector<Entry>& deltas, Inflater& inflater) {
  while (deltas.size() < kLongestChain) {
    if (auto known = bases_.find(place)) return known;
    const auto entry = find_entry(place);
    if (!entry) return nullptr;
    if (entry->is_delta()) {
      deltas.push_back(*entry);
      place = entry->base;
      continue;
    }
    auto text = inflater.find_text(entry->compressed, entry->size);
    if (!text) return nullptr;
    auto base = std::make_shared<const Base>(Base{static_cast<ObjectKind>(entry->type), std::move(*text)});
    if (!deltas.empty()) bases_.add(place, base);
    return base;
  }
  return nullptr;
}

std::optional<RawObject> PackText::find(std::uint64_t place, Inflater& inflater) {
  std::vector<Entry> deltas;  // the last one is that of the base
  BasePtr base = find_base(place, deltas, inflater);
  while (base && !deltas.empty()) {
    const Entry entry = deltas.back();
    deltas.pop_back();
    const auto delta = inflater.find_text(entry.compressed, entry.size);
    auto text = delta ? apply_delta(base->bytes, *delta, kLargestPlainObject) : std::nullopt;
    if (!text) return std::nullopt;
    if (deltas.empty()) return RawObject{base->kind, std::move(*text)};
    base = std::make_shared<const Base>(Base{base->kind, std::move(*text)});
    if (!bases_.find(entry.place)) bases_.add(entry.place, base);
  }
  return base ? std::optional(RawObject{base->kind, base->bytes}) : std::nullopt;
}

std::optional<ObjectSize> PackText::find_size(std::uint64_t place, Inflater& inflater) const {
  auto entry = find_entry(place);
  if (!entry) return std::nullopt;
  std::size_t size = entry->size;
  if (entry->is_delta()) {
    const auto delta = inflater.find_text(entry->compressed, entry->size);
    std::string_view rest = delta ? std::string_view(*delta) : std::string_view();
    const auto base_size = take_number(rest), own_size = take_number(rest);
    if (!base_size || !own_size || *own_size > kLargestPlainObject) return std::nullopt;
    size = *own_size;
  }
  for (std::size_t i = 0; i < kLongestChain && entry; ++i) {
    if (!entry->is_delta()) return ObjectSize{static_cast<ObjectKind>(entry->type), size};
    entry = find_entry(entry->base);
  }
  return std::nullopt;
}

}  // namespace crmtrack::git
