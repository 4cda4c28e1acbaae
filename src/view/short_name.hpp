#pragma once

#include <string>

#include "record/path.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// The name that people give a story: the short id of a complaint, the slug of a customer.
std::string short_name(const Setting& setting, const record::StoryRef& story);
/// A customer as people know them: a natural person by the name, all others by the slug.
std::string shown_customer(const Setting& setting, const std::string& slug);

}  // namespace crmtrack::view
