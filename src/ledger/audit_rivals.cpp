#include "ledger/audit_rivals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ledger/histories.hpp"
#include "record/machine_place.hpp"

namespace crmtrack::ledger {

using record::Record;
using record::RecordPath;

std::optional<std::string> RivalsAudit::fault_of(const AuditedFile& file, const RecordPath& path, const Record& record,
                                                 std::string_view text) {
  if (std::string fault = record::machine_fault(path.story, record, text); !fault.empty()) return fault;
  if (path.story.kind != record::StoryKind::complaint) return std::nullopt;
  const std::string key = record.text_of("key");
  if (record.kind == "complaint") return second_complaint(file, path, key);
  return key.empty() ? std::nullopt : out_of_place(file, path, key);
}

std::optional<std::string> RivalsAudit::second_complaint(const AuditedFile& file, const RecordPath& path,
                                                         const std::string& key) {
  for (const auto& [id, place] : lookup_.story(path.story).records) {
    if (place.kind != "complaint" || id == path.record_id) continue;
    const Order order = order_of(file, record::path_of(path.story, id, place.kind));
    if (order == Order::first) continue;
    // Two clones may import the same; of those the smaller id stands.
    const bool is_same = !key.empty() && key_of(id, place) == key;
    if (is_same && (order == Order::beside || id < path.record_id)) continue;
    if (order == Order::after) return fmt::format("a second complaint record of the same complaint; {} came first", id);
    return fmt::format("one of two complaint records of the same complaint, added without each other; the other is {}",
                       id);
  }
  return std::nullopt;
}

std::optional<std::string> RivalsAudit::out_of_place(const AuditedFile& file, const RecordPath& path,
                                                     const std::string& key) {
  const auto& records = lookup_.story(path.story).records;
  const auto own = std::find_if(records.begin(), records.end(),
                                [](const auto& record) { return record.second.kind == "complaint"; });
  if (own != records.end() && path.record_id < own->first)
    return fmt::format("a machine's record that lies before its complaint's own, {}", own->first);
  for (auto other = records.upper_bound(path.record_id); other != records.end(); ++other) {
    const auto& [id, place] = *other;
    if (place.kind != path.kind || key_of(id, place) != key) continue;
    if (order_of(file, record::path_of(path.story, id, place.kind)) == Order::after)
      return fmt::format("puts itself in the place of {}, which has the same key and came first", id);
  }
  return std::nullopt;
}

RivalsAudit::Order RivalsAudit::order_of(const AuditedFile& file, const std::string& other_path) const {
  const auto other =
      std::lower_bound(files_.begin(), files_.end(), other_path,
                       [](const AuditedFile& one, const std::string& wanted) { return one.path < wanted; });
  if (other == files_.end() || other->path != other_path) return Order::after;
  if (other->commit == file.commit) return Order::beside;
  if (is_ancestor(objects_, other->commit, file.commit)) return Order::after;
  return is_ancestor(objects_, file.commit, other->commit) ? Order::first : Order::beside;
}

bool RivalsAudit::is_remainder(const record::StoryRef& story) {
  std::set<std::string> moved, activities;
  for (const auto& [id, place] : lookup_.story(story).records) {
    if (place.kind == "activity") activities.insert(id);
    if (place.kind != "correction" && place.kind != "activity") return false;
    const auto record = place.kind == "correction" ? find_record(id, place) : std::nullopt;
    const yaml::Node* set = record ? record->body.find("set") : nullptr;
    if (set != nullptr && !set->text_of("complaint").empty()) moved.insert(record->text_of("corrects"));
  }
  return std::includes(moved.begin(), moved.end(), activities.begin(), activities.end());
}

std::optional<Record> RivalsAudit::find_record(const std::string& id, const StoryFolder::Place& place) const {
  constexpr std::size_t kLimit = yaml::Limits{}.bytes;
  if (objects_.find_size(place.blob).value_or(kLimit + 1) > kLimit) return std::nullopt;
  auto record = record::parse(id, place.kind, objects_.read_blob(place.blob, kLimit));
  return record ? std::optional(std::move(*record)) : std::nullopt;
}

std::string RivalsAudit::key_of(const std::string& id, const StoryFolder::Place& place) const {
  const auto record = find_record(id, place);
  return record ? record->text_of("key") : std::string();
}

}  // namespace crmtrack::ledger
