#include "command/common/notifications_input.hpp"

#include <map>

#include "index/read/notices.hpp"

namespace crmtrack::command {

std::vector<report::Notification> load_notifications(Context& context, const report::Input& input, bool everywhere) {
  std::map<std::string_view, report::CaseIndex> places;
  for (std::size_t i = 0; i < input.cases.size(); ++i)
    places.emplace(input.cases[i].id, static_cast<report::CaseIndex>(i));
  std::vector<report::Notification> told;
  for (const index::Notice& notice : index::notices_since(context.index(), input.meta.from.value_or(util::Instant{}))) {
    if (!input.in_period(notice.at)) continue;
    const bool is_of_complaint = notice.story.kind == record::StoryKind::complaint;
    const auto place = is_of_complaint ? places.find(notice.story.id) : places.end();
    if (is_of_complaint ? place == places.end() : !everywhere) continue;
    report::Notification each{is_of_complaint ? std::optional(place->second) : std::nullopt,
                              notice.at,
                              notice.id,
                              notice.rule,
                              notice.event,
                              notice.promise,
                              notice.to,
                              notice.role,
                              notice.delivery.empty() ? notice.outcome : notice.delivery,
                              notice.delivery_detail.empty() ? notice.detail : notice.delivery_detail};
    if (each.state == "digested") each.detail = notice.in_story;
    told.push_back(std::move(each));
  }
  return told;
}

}  // namespace crmtrack::command
