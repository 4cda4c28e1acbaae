#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "git/object/object_id.hpp"

namespace crmtrack::git {

/// Finds objects by the index of a pack, version 2 (gitformat-pack(5)). The index is never copied.
class PackLookup {
 public:
  /// nullopt where the bytes are no such index, or their size is not that of one.
  static std::optional<PackLookup> of(std::string_view index);

  /// The place of an object in the pack; nullopt where the pack does not have it.
  [[nodiscard]] std::optional<std::uint64_t> find(const ObjectId& id) const;

 private:
  PackLookup(std::string_view index, std::uint32_t count) : index_(index), count_(count) {}
  [[nodiscard]] std::uint32_t number_at(std::size_t place) const;
  [[nodiscard]] std::uint32_t objects_up_to(std::size_t first_byte) const;
  [[nodiscard]] std::optional<std::uint64_t> place_of(std::uint32_t row) const;

  std::string_view index_;
  std::uint32_t count_ = 0;
};

}  // namespace crmtrack::git
