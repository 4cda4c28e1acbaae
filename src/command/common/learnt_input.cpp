#include "command/common/learnt_input.hpp"

#include <algorithm>
#include <map>

#include "index/read/learnt.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "story/told_records.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

template <class Story, class Visit>
void each_record(const Story& story, const story::Revisions& revised, Visit visit) {
  for (const record::Record* record : story::told_records(story.entries, story.notes, revised)) visit(*record);
}

using Places = std::map<std::string, report::CaseIndex, std::less<>>;

Places places_of(const report::Input& input) {
  Places places;
  for (report::CaseIndex i = 0; i < input.cases.size(); ++i) places.emplace(input.cases[i].id, i);
  return places;
}

std::string text_of(const record::Record& record, const char* key) {
  return std::string(util::trim(record.text_of(key)));
}

void add_lesson(const record::Record& record, report::CaseIndex complaint, std::vector<report::Lesson>& lessons) {
  report::Lesson lesson{complaint, record.at.utc, text_of(record, "root_cause"), text_of(record, "went_wrong"),
                        text_of(record, "lesson")};
  if (!lesson.root_cause.empty() || !lesson.lesson.empty()) lessons.push_back(std::move(lesson));
}

/// Adds the praise of a record: of a review each person, of a compliment its text.
void add_praise(const record::Record& record, const std::string& complaint, const std::string& customer,
                std::vector<report::Praise>& praise) {
  const bool compliment = record.kind == record::Kind::activity && record.text_of("type") == "compliment";
  if (compliment) praise.push_back({record.at.utc, complaint, customer, "", record.by, text_of(record, "text")});
  if (record.kind != record::Kind::review) return;
  for (const std::string& person : record.body.texts_of("praise"))
    praise.push_back({record.at.utc, complaint, customer, person, record.by, text_of(record, "went_well")});
}

template <class Row>
std::vector<Row> in_order(const report::Input& input, std::vector<Row> rows) {
  std::erase_if(
      rows, [&](const Row& row) { return !input.in_period(row.at); });
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.at < b.at; });
  return rows;
}

}  // namespace

std::vector<report::Lesson> load_lessons(Context& context, const report::Input& input) {
  const Places places = places_of(input);
  std::vector<report::Lesson> lessons;
  for (const std::string& id : index::reviewed_complaints(context.index(), context.now())) {
    const auto place = places.find(id);
    if (place == places.end()) continue;
    const story::Complaint complaint = load_complaint(context, id);
    each_record(complaint, complaint.revised, [&](const record::Record& record) {
      if (record.kind == record::Kind::review) add_lesson(record, place->second, lessons);
    });
  }
  return in_order(input, std::move(lessons));
}

std::vector<report::Praise> load_praise(Context& context, const report::Input& input, bool everywhere) {
  const Places places = places_of(input);
  std::vector<std::string> ids = index::reviewed_complaints(context.index(), context.now());
  for (std::string& id : index::praised_complaints(context.index(), context.now())) ids.push_back(std::move(id));
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<report::Praise> praise;
  for (const std::string& id : ids) {
    if (!places.contains(id)) continue;
    const story::Complaint complaint = load_complaint(context, id);
    each_record(complaint, complaint.revised,
                [&](const record::Record& record) { add_praise(record, id, complaint.text_of("customer"), praise); });
  }
  if (everywhere)
    for (const std::string& slug : index::praised_customers(context.index(), context.now()))
      if (const auto customer = find_customer(context, slug))
        each_record(*customer, {}, [&](const record::Record& record) { add_praise(record, "", slug, praise); });
  for (report::Praise& each : praise) {
    std::string name = session::shown_customer(context, each.customer);
    if (name != each.customer) each.customer_name = std::move(name);
  }
  return in_order(input, std::move(praise));
}

}  // namespace crmtrack::command
