#include "view/short_name.hpp"

namespace crmtrack::view {

std::string short_name(const Setting& setting, const record::StoryRef& story) {
  return story.kind == record::StoryKind::complaint ? setting.short_id(story.id) : story.id;
}

}  // namespace crmtrack::view
