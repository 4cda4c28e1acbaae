#include "ledger/read/remainder.hpp"

#include <algorithm>
#include <map>

#include "ledger/audit/content/references.hpp"
#include "ledger/read/stored_record.hpp"

namespace crmtrack::ledger {

std::vector<FolderRecord> list_records(const git::ObjectStore& objects, const record::StoryRef& story,
                                       const git::ObjectId& folder) {
  constexpr std::string_view kEnd = ".yaml";
  std::vector<FolderRecord> records;
  const git::TreeBytes bytes = objects.read_tree(folder);
  for (git::TreeCursor cursor(*bytes); !cursor.done(); cursor.next()) {
    const git::TreeEntry& entry = cursor.entry();
    const std::size_t dash = entry.name.find('-');
    if (entry.is_tree() || dash == std::string_view::npos || !entry.name.ends_with(kEnd)) continue;
    std::string_view kind = entry.name.substr(dash + 1);
    kind.remove_suffix(kEnd.size());
    records.push_back({{story, std::string(entry.name.substr(0, dash)), record::StatedKind(kind), {}}, entry.id()});
  }
  return records;
}

bool Remainders::is_remainder(const std::vector<FolderRecord>& records, const IsBeside& is_beside) {
  std::set<std::string_view> ids, moved;
  for (const FolderRecord& record : records) {
    if (record.path.kind != record::Kind::activity && record.path.kind != record::Kind::correction) return false;
    ids.insert(record.path.record_id);
  }
  for (const FolderRecord& record : records) {
    if (record.path.kind != record::Kind::correction) continue;
    const Said& said = said_by(record);
    if (is_beside && !ids.contains(said.corrects) && !is_beside(said.corrects)) return false;
    if (said.moves) moved.insert(said.corrects);
  }
  return std::ranges::all_of(records, [&](const FolderRecord& record) {
    return record.path.kind == record::Kind::correction || moved.contains(record.path.record_id);
  });
}

bool Remainders::lead_to(const std::string& id, const std::vector<FolderRecord>& from,
                         const std::vector<FolderRecord>& folder) {
  std::map<std::string_view, const FolderRecord*> by_id;
  for (const FolderRecord& record : folder) by_id.emplace(record.path.record_id, &record);
  std::set<std::string_view> seen;
  std::vector<const FolderRecord*> waiting;
  for (const FolderRecord& record : from) waiting.push_back(&record);
  while (!waiting.empty()) {
    const FolderRecord& record = *waiting.back();
    waiting.pop_back();
    if (!seen.insert(record.path.record_id).second) continue;
    for (const std::string& before : said_by(record).after) {
      if (before == id) return true;
      const auto next = by_id.find(before);
      if (next != by_id.end()) waiting.push_back(next->second);
    }
  }
  return false;
}

const Remainders::Said& Remainders::said_by(const FolderRecord& record) {
  const auto [said, is_new] = said_.try_emplace(record.blob);
  if (!is_new) return said->second;
  const auto read = find_stored_record(objects_, record.path, record.blob);
  if (!read) return said->second;
  const yaml::Node* const set = read->body.find("set");
  said->second = {read->text_of("corrects"), set != nullptr && !set->text_of("complaint").empty(), read->after};
  return said->second;
}

std::optional<std::string> find_part_in_the_way(const git::ObjectStore& objects, const git::ObjectId& ledger,
                                                const record::StoryRef& story, const std::vector<std::string>& added) {
  const auto folder = objects.find_folder(objects.read_commit(ledger).tree, record::folder_of(story));
  if (!folder) return std::nullopt;
  const std::vector<FolderRecord> records = list_records(objects, story, *folder);
  Remainders remainders(objects);
  if (records.empty() || !remainders.is_remainder(records)) return std::nullopt;
  const auto is_led_to = [&](const std::string& id) { return remainders.lead_to(id, records, records); };
  if (std::ranges::any_of(added, is_led_to)) return std::nullopt;
  const record::RecordPath& first = records.front().path;
  return record::path_of(story, first.record_id, first.kind);
}

}  // namespace crmtrack::ledger
