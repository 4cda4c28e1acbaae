#include "session/way_back.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "session/lookup.hpp"
#include "story/same_id.hpp"
#include "story/short_record.hpp"

namespace crmtrack::session {

namespace {

constexpr std::size_t kMostNamed = 3;

/// The command that changes a complaint back, after a record that moved its status or set other fields.
std::string way_back_of_change(const story::Entry& entry, const std::string& shown) {
  const yaml::Node* const set = entry.record.body.find("set");
  const yaml::Node* const status = set == nullptr ? nullptr : set->find("status");
  if (status == nullptr) return fmt::format("change it back with: crmtrack update {} --set FIELD=VALUE --why …", shown);
  if (status->text == "resolved" || status->text == "closed")
    return fmt::format("take it up again with: crmtrack reopen {} --why …", shown);
  if (status->text == "withdrawn" || status->text == "void")
    return fmt::format("take it in again with: crmtrack new --follows {} …", shown);
  return fmt::format("say what is right with: crmtrack note {} -m …", shown);
}

std::string correct_by(const std::string& shown, const std::string& record, std::string_view fields = {}) {
  return fmt::format("put it right with: crmtrack correct {} {} --set FIELD=VALUE --why …{}", shown, record, fields);
}

std::string way_back_of_activity(const story::Entry& entry, const std::string& shown, const std::string& record) {
  return correct_by(shown, record,
                    entry.record.text_of("direction") == "internal"
                        ? " (complaint=ID moves it)"
                        : " (direction=in: it came from them; answers= keeps nothing; complaint=ID moves it)");
}

/// The command that puts right what a record of a complaint says. `record` is its short id, or that of the record that
/// it corrects.
std::string way_back_of(const story::Entry& entry, const std::string& shown, const std::string& record) {
  switch (entry.record.kind.known()) {
    case record::Kind::complaint:
      return fmt::format("void the complaint with: crmtrack void {} --why …", shown);
    case record::Kind::assignment:
      return fmt::format("assign it anew with: crmtrack assign {} PERSON", shown);
    case record::Kind::change:
      return way_back_of_change(entry, shown);
    case record::Kind::activity:
      return way_back_of_activity(entry, shown, record);
    case record::Kind::escalation:
      if (entry.record.text_of("answer").empty())
        return fmt::format("move it back with: crmtrack escalate {} --down --to LEVEL --why …", shown);
      return correct_by(shown, record);
    default:
      return correct_by(shown, record);
  }
}

std::string way_back_of(Session& session, const index::AddedRecord& added) {
  if (added.story.kind == record::StoryKind::customer)
    return added.kind == record::Kind::customer
               ? fmt::format("change the customer with: crmtrack customer edit {} …", added.story.id)
               : fmt::format("say what is right with: crmtrack note -c {} -m …", added.story.id);
  if (added.story.kind == record::StoryKind::journal)
    return added.kind == record::Kind::decision
               ? fmt::format("say what is right with: crmtrack decide review {} --result …", added.story.id)
               : std::string();
  const story::Complaint complaint = load_complaint(session, added.story.id);
  const story::Entry* const entry = story::find_entry(complaint.entries, added.id);
  if (entry == nullptr) return {};
  // A correction is put right by another one of the same record.
  const std::string corrected = entry->record.text_of("corrects");
  return way_back_of(*entry, short_id(session, complaint.id),
                     story::short_record(complaint.entries, corrected.empty() ? added.id : corrected));
}

}  // namespace

std::vector<std::string> ways_back(Session& session, const std::vector<index::AddedRecord>& records) {
  std::vector<std::string> ways;
  for (std::size_t i = 0; i < records.size() && i < kMostNamed; ++i) {
    // A customer who was registered along with a complaint or a contact may stay.
    const bool is_by_the_way = records[i].kind == record::Kind::customer && records.size() > 1;
    std::string way = is_by_the_way ? std::string() : way_back_of(session, records[i]);
    if (!way.empty() && std::ranges::find(ways, way) == ways.end()) ways.push_back(std::move(way));
  }
  if (records.size() > kMostNamed) ways.push_back(fmt::format("and so on, for {} records", records.size()));
  return ways;
}

}  // namespace crmtrack::session
