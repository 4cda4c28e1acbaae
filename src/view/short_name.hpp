#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/path.hpp"
#include "story/story.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// The name that people give a story: the short id of a complaint, the slug of a customer.
std::string short_name(const Setting& setting, const record::StoryRef& story);
/// The shortest prefix, at least 4 characters, of a record's tail that no other record of the story shares.
std::string short_record(const std::vector<story::Entry>& entries, std::string_view record_id);

}  // namespace crmtrack::view
