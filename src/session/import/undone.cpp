#include "session/import/undone.hpp"

#include <algorithm>
#include <set>

#include "index/read/lookup.hpp"
#include "index/read/select.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "session/undo.hpp"
#include "story/short_record.hpp"

namespace crmtrack::session {

namespace {

bool is_undo(const story::Entry& entry) {
  const yaml::Node* set = entry.record.kind == record::Kind::change ? entry.record.body.find("set") : nullptr;
  return entry.counts() && set != nullptr && set->text_of("status") == record::name_of(record::Status::void_) &&
         entry.record.text_of("why") == kUndone;
}

std::set<std::string> void_complaints(Session& session) {
  const query::Filter filter = parse_filter(session, {"status:void"});
  std::set<std::string> ids;
  for (index::Row& row : index::select(session.index(), {filter, session.moment(filter), {}, std::nullopt}))
    ids.insert(std::move(row.id));
  return ids;
}

}  // namespace

std::string find_undo(Session& session, const story::Story& story) {
  const auto found = std::ranges::find_if(story.entries, is_undo);
  const bool is_void =
      found != story.entries.end() && load_complaint(session, story.ref.id).status == record::Status::void_;
  return is_void ? story::short_record(story.entries, found->record.id) : std::string();
}

std::vector<Undone> find_undone(Session& session, const std::vector<std::string>& complaints) {
  std::vector<Undone> undone;
  if (complaints.empty()) return undone;
  const std::set<std::string> ended = void_complaints(session);
  for (const std::string& id : complaints) {
    if (!ended.contains(id)) continue;
    const auto story = index::find_story(session.index(), {record::StoryKind::complaint, id});
    if (!story) continue;
    if (std::string record = find_undo(session, *story); !record.empty()) undone.push_back({id, std::move(record)});
  }
  return undone;
}

}  // namespace crmtrack::session
