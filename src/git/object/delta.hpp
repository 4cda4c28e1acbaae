#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::git {

/// Takes a number of Git's packs off the front of `bytes`: seven bits a byte, the lowest first. nullopt where the bytes
/// end within it, or it does not fit into 56 bits.
std::optional<std::uint64_t> take_number(std::string_view& bytes);

/// Applies a delta of a pack (gitformat-pack(5), Deltified representation) to the object that it is based on. nullopt
/// where the delta is damaged or is none of this base, or where the result is larger than `most`.
std::optional<std::string> apply_delta(std::string_view base, std::string_view delta, std::size_t most);

}  // namespace crmtrack::git
