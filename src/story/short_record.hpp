#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "story/story.hpp"

namespace crmtrack::story {

/// The shortest prefix, at least 4 characters, of a record's tail that no other record of the story shares.
std::string short_record(const std::vector<Entry>& entries, std::string_view record_id);

}  // namespace crmtrack::story
