#include "command/common/learnt_input.hpp"

#include <unordered_map>

#include "index/read/learnt.hpp"
#include "session/customer_word.hpp"

namespace crmtrack::command {

namespace {

using Places = std::unordered_map<std::string_view, report::CaseIndex>;

Places places_of(const report::Input& input) {
  Places places;
  for (report::CaseIndex i = 0; i < input.cases.size(); ++i) places.emplace(input.cases[i].id, i);
  return places;
}

/// For a page alone, empties the story that is no longer among the newest, which it tells.
template <class Story>
void keep_newest(const report::Input& input, std::vector<Story>& stories, void (*empty)(Story&)) {
  if (input.only_page && stories.size() > report::kMostOnPage) empty(stories[stories.size() - report::kMostOnPage - 1]);
}

}  // namespace

std::vector<report::Lesson> load_lessons(Context& context, const report::Input& input) {
  const Places places = places_of(input);
  std::vector<report::Lesson> lessons;
  index::each_lesson(context.index(), [&](const index::ToldLesson& told) {
    const auto place = places.find(told.complaint);
    if (place == places.end() || !input.in_period(told.at)) return;
    lessons.push_back(
        {place->second, told.at, std::string(told.root_cause), std::string(told.went_wrong), std::string(told.lesson)});
    keep_newest<report::Lesson>(input, lessons, [](report::Lesson& old) { old = {old.complaint, old.at, {}, {}, {}}; });
  });
  return lessons;
}

std::vector<report::Praise> load_praise(Context& context, const report::Input& input, bool everywhere) {
  const Places places = places_of(input);
  std::vector<report::Praise> praise;
  index::each_praise(context.index(), [&](const index::ToldPraise& told) {
    const bool of_complaint = told.kind == record::StoryKind::complaint;
    if (of_complaint ? !places.contains(told.story) : !everywhere) return;
    if (!input.in_period(told.at)) return;
    praise.push_back({told.at, std::string(of_complaint ? told.story : std::string_view()),
                      std::string(of_complaint ? told.customer : told.story), std::string(told.person),
                      std::string(told.by), std::string(told.text)});
    keep_newest<report::Praise>(input, praise, [](report::Praise& old) { old.customer = old.text = {}; });
  });
  for (report::Praise& each : praise) {
    if (each.customer.empty()) continue;
    std::string name = session::shown_customer(context, each.customer);
    if (name != each.customer) each.customer_name = std::move(name);
  }
  return praise;
}

}  // namespace crmtrack::command
