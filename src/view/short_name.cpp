#include "view/short_name.hpp"

#include "record/person_slug.hpp"

namespace crmtrack::view {

std::string short_name(const Setting& setting, const record::StoryRef& story) {
  return story.kind == record::StoryKind::customer ? shown_customer(setting, story.id) : setting.short_id(story.id);
}

std::string shown_customer(const Setting& setting, const std::string& slug) {
  if (!setting.name_of_person || !record::is_person_slug(slug)) return slug;
  std::string name = setting.name_of_person(slug);
  return name.empty() ? slug : name;
}

}  // namespace crmtrack::view
