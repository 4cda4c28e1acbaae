#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::git {

/// The SHA-1 that names an object of Git.
struct ObjectId {
  std::array<std::uint8_t, 20> bytes{};

  friend auto operator<=>(const ObjectId&, const ObjectId&) = default;
  /// The id as 40 lower-case hexadecimal digits.
  [[nodiscard]] std::string hex() const;
  [[nodiscard]] std::string_view view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
};

/// Reads a full object id; nullopt where the text is none.
std::optional<ObjectId> parse_object_id(std::string_view hex);
/// Reads a full object id. Throws Error(not_found) where the text is none.
ObjectId get_object_id(std::string_view hex);
/// Makes an id from 20 raw bytes.
ObjectId object_id_from(const void* raw);

enum class ObjectKind : std::uint8_t { commit = 1, tree = 2, blob = 3, tag = 4 };
/// The name of a kind: `commit`, `tree`, `blob`, `tag`.
std::string_view name_of(ObjectKind kind);
/// The header that Git hashes, and stores, before an object's bytes: `blob 12\0`.
std::string object_header(ObjectKind kind, std::size_t size);

}  // namespace crmtrack::git

template <>
struct std::hash<crmtrack::git::ObjectId> {
  std::size_t operator()(const crmtrack::git::ObjectId& id) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data(), sizeof value);
    return value;
  }
};
