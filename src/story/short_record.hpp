#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "story/story.hpp"

namespace crmtrack::story {

inline constexpr std::size_t kShortestPrefix = 4;

/// The beginning of a record's tail, of `least` characters, or as many more as it takes until no program reads it as a
/// number or a date; the whole id where every beginning is one.
std::string shortened(std::string_view record_id, std::size_t least = kShortestPrefix);
/// The shortest such beginning that no other record of the story shares.
std::string short_record(const std::vector<Entry>& entries, std::string_view record_id);

}  // namespace crmtrack::story
