#include "ledger/audit/content/rivals.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "git/reference/histories.hpp"
#include "ledger/read/range_part.hpp"
#include "ledger/read/stored_record.hpp"
#include "ledger/rule/record_refusal.hpp"
#include "record/machine_place.hpp"
#include "record/open.hpp"
#include "record/validate.hpp"
#include "story/followers.hpp"
#include "story/needed_rights.hpp"
#include "story/recorder.hpp"
#include "story/same_id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {

using record::Record;
using record::RecordPath;

std::optional<std::string> RivalsAudit::fault_of(const AuditedFile& file, const RecordPath& path, const Record& record,
                                                 std::string_view text) {
  if (std::string fault = record::machine_fault(path.story, record, text); !fault.empty()) return fault;
  if (auto second = second_of_id(path)) return second;
  if (path.story.kind != record::StoryKind::complaint) return std::nullopt;
  const std::string key = record.text_of("key");
  if (record.kind == record::Kind::complaint) return second_complaint(file, path, key);
  return key.empty() ? std::nullopt : out_of_place(file, path, key);
}

std::optional<std::string> RivalsAudit::second_of_id(const RecordPath& path) {
  const auto [first, last] = lookup_.story(path.story).records.equal_range(path.record_id);
  if (first == last || std::distance(first, last) < 2) return std::nullopt;
  for (auto same = first; same != last; ++same)
    if (same->second.is_record()) note_rival(record::path_of(path.story, path.record_id, same->second.kind));
  const record::StatedKind stands = kind_of(path.story, path.record_id);
  if (stands == path.kind) return std::nullopt;
  return fmt::format("a second record under one id; the {} of that id stands", stands.name());
}

/// As the fold chooses which of several kinds an id means (story::mark_seconds).
record::StatedKind RivalsAudit::kind_of(const record::StoryRef& story, const std::string& id) {
  std::vector<story::Entry> same;
  for (const story::Entry& entry : entries_of(story))
    if (entry.record.id == id) same.push_back(entry);
  for (story::Entry& entry : same) {
    const git::ObjectId commit = git::get_object_id(entry.provenance.commit);
    for (const story::Entry& other : same) {
      const git::ObjectId before = git::get_object_id(other.provenance.commit);
      if (before != commit && is_ancestor(objects_, before, commit)) ++entry.provenance.came_after;
    }
  }
  story::mark_seconds(same);
  const auto stands = std::ranges::find(same, false, &story::Entry::second);
  return stands == same.end() ? record::StatedKind() : stands->record.kind;
}

std::optional<std::string> RivalsAudit::second_complaint(const AuditedFile& file, const RecordPath& path,
                                                         const std::string& key) {
  for (const auto& [id, place] : lookup_.story(path.story).records) {
    if (place.kind != record::Kind::complaint || id == path.record_id) continue;
    note_rival(record::path_of(path.story, id, place.kind));
    const Order order = order_of_complaints(file, path, id);
    if (order == Order::first) continue;
    // Two clones may import the same; of those the smaller id stands.
    const bool is_same = !key.empty() && key_of(path.story, id, place) == key;
    if (is_same && (order == Order::beside || id < path.record_id)) continue;
    if (order == Order::after) return fmt::format("a second complaint record of the same complaint; {} came first", id);
    if (order == Order::set_aside) return fmt::format("a second complaint record of the same complaint; {} stands", id);
    return fmt::format("one of two complaint records of the same complaint, added without each other; the other is {}",
                       id);
  }
  return std::nullopt;
}

/// As the fold chooses of two complaint records which one stands (index::Firstcomers).
RivalsAudit::Order RivalsAudit::order_of_complaints(const AuditedFile& file, const RecordPath& path,
                                                    const std::string& other) {
  const Order order = order_of(file, record::path_of(path.story, other, record::Kind::complaint));
  if (order == Order::after && is_intruder({path.story, other, record::Kind::complaint, {}})) return Order::first;
  if (order != Order::beside) return order;
  const std::vector<story::Entry>& entries = entries_of(path.story);
  const auto find = [&](std::string_view id) {
    return std::ranges::find_if(entries, [&](const story::Entry& entry) {
      return entry.record.id == id && entry.record.kind == record::Kind::complaint;
    });
  };
  const auto own = find(path.record_id);
  const auto rival = find(other);
  if (own == entries.end() || rival == entries.end()) return order;
  if (own->counts() != rival->counts()) return own->counts() ? Order::first : Order::set_aside;
  if (story::is_followed_more(entries, *own, *rival)) return Order::first;
  return story::is_followed_more(entries, *rival, *own) ? Order::set_aside : order;
}

void RivalsAudit::note_rival(const std::string& path) {
  const auto file =
      std::lower_bound(files_.begin(), files_.end(), path,
                       [](const AuditedFile& one, const std::string& wanted) { return one.path < wanted; });
  if (file == files_.end() || file->path != path) rivals_.insert(path);
}

/// Every commit that added a file.
std::vector<AuditedFile> RivalsAudit::adders_of(const std::string& path) {
  const auto parsed = record::parse_path(path);
  std::vector<AuditedFile> adders = parsed ? older_.of_story(parsed->story) : std::vector<AuditedFile>();
  std::erase_if(adders, [&](const AuditedFile& file) { return file.path != path; });
  const auto same = std::ranges::equal_range(files_, std::string_view(path), {}, &AuditedFile::path);
  adders.insert(adders.end(), same.begin(), same.end());
  return adders;
}

std::optional<AuditedFile> RivalsAudit::find_older(const std::string& path) {
  const auto parsed = record::parse_path(path);
  if (!parsed) return std::nullopt;
  const std::vector<story::Entry>& entries = entries_of(parsed->story);
  const auto entry = std::ranges::find_if(entries, [&](const story::Entry& one) {
    return one.record.id == parsed->record_id && one.record.kind == parsed->kind;
  });
  if (entry == entries.end()) return std::nullopt;
  for (const AuditedFile& file : adders_of(path))
    if (file.commit.hex() == entry->provenance.commit) return file;
  return std::nullopt;
}

std::optional<std::string> RivalsAudit::lifted_right(const AuditedFile& file, const RecordPath& path,
                                                     const Record& record) {
  const bool is_of_person = record.by.find('@') != std::string::npos;
  if (path.story.kind != record::StoryKind::complaint || !is_of_person || story::needed_rights(record).none())
    return std::nullopt;
  for (const auto& [id, place] : lookup_.story(path.story).records) {
    const std::string own = record::path_of(path.story, id, place.kind);
    if (place.kind != record::Kind::complaint || !older_.may_have_again(own, files_) ||
        key_of(path.story, id, place).empty())
      continue;
    for (const AuditedFile& adder : adders_of(own)) {
      if (is_ancestor(objects_, adder.commit, file.commit)) continue;
      if (const auto why = judge_.refusal({file.author, file.policy, file.time, adder.lineage}, record))
        return fmt::format("goes on from a copy of its complaint's record; commit {} of {} has that as well, and {}",
                           adder.commit.hex().substr(0, 10), util::visible_line(adder.author), *why);
    }
  }
  return std::nullopt;
}

const std::vector<story::Entry>& RivalsAudit::entries_of(const record::StoryRef& story) {
  if (current_ == story && !entries_.empty()) return entries_;
  current_ = story;
  entries_.clear();
  const std::string folder = record::folder_of(story) + "/";
  std::vector<AuditedFile> all = older_.of_story(story);
  auto file = std::lower_bound(files_.begin(), files_.end(), folder,
                               [](const AuditedFile& one, const std::string& wanted) { return one.path < wanted; });
  for (; file != files_.end() && file->path.starts_with(folder); ++file) all.push_back(*file);
  std::ranges::stable_sort(all, {}, &AuditedFile::path);
  for (const AuditedFile& one : all) {
    auto entry = read_entry(one);
    if (!entry) continue;
    const bool is_again = !entries_.empty() && entries_.back().record.id == entry->record.id &&
                          entries_.back().record.kind == entry->record.kind;
    if (!is_again)
      entries_.push_back(std::move(*entry));
    else if (story::stands_before(entry->provenance, entries_.back().provenance, entry->record.by))
      entries_.back() = std::move(*entry);
  }
  return entries_;
}

std::optional<story::Entry> RivalsAudit::read_entry(const AuditedFile& file) {
  const auto path = record::parse_path(file.path);
  constexpr std::size_t kLimit = yaml::Limits{}.bytes;
  if (!path || !path->is_record() || objects_.find_size(file.blob).value_or(kLimit + 1) > kLimit) return std::nullopt;
  const std::string text = objects_.read_blob(file.blob, kLimit);
  auto record = record::open(*path, text);
  if (!record || !record::fault_of(*record).empty()) return std::nullopt;
  story::Entry entry;
  entry.provenance.recorded_at = file.time;
  entry.provenance.author = file.author;
  entry.provenance.commit = file.commit.hex();
  entry.provenance.unfounded = file.unfounded;
  const Writer writer{file.author, file.policy, file.time, file.lineage};
  entry.provenance.refused = record_refusal(judge_, writer, path->story, *record, text).value_or("");
  if (record->kind == record::Kind::correction && entry.provenance.refused.empty())
    entry.provenance.may = judge_.rights(writer);
  entry.record = std::move(*record);
  return entry;
}

std::optional<std::string> RivalsAudit::out_of_place(const AuditedFile& file, const RecordPath& path,
                                                     const std::string& key) {
  const auto& records = lookup_.story(path.story).records;
  const auto own = std::find_if(records.begin(), records.end(),
                                [](const auto& record) { return record.second.kind == record::Kind::complaint; });
  if (own != records.end() && path.record_id < own->first)
    return fmt::format("a machine's record that lies before its complaint's own, {}", own->first);
  for (auto other = records.upper_bound(path.record_id); other != records.end(); ++other) {
    const auto& [id, place] = *other;
    if (place.kind != path.kind || key_of(path.story, id, place) != key) continue;
    if (order_of(file, record::path_of(path.story, id, place.kind)) == Order::after)
      return fmt::format("puts itself in the place of {}, which has the same key and came first", id);
  }
  return std::nullopt;
}

RivalsAudit::Order RivalsAudit::order_of(const AuditedFile& file, const std::string& other_path) const {
  const auto other =
      std::lower_bound(files_.begin(), files_.end(), other_path,
                       [](const AuditedFile& one, const std::string& wanted) { return one.path < wanted; });
  if (other == files_.end() || other->path != other_path) {
    const bool is_known = objects_.find_path(objects_.read_commit(file.commit).tree, other_path).has_value();
    return is_known ? Order::after : Order::beside;
  }
  if (other->commit == file.commit) return Order::beside;
  if (is_ancestor(objects_, other->commit, file.commit)) return Order::after;
  return is_ancestor(objects_, file.commit, other->commit) ? Order::first : Order::beside;
}

bool RivalsAudit::is_remainder(const record::StoryRef& story) {
  std::vector<FolderRecord> records;
  for (const auto& [id, place] : lookup_.story(story).records)
    if (place.is_record()) records.push_back({{story, id, place.kind, {}}, place.blob});
  return remainders_.is_remainder(records);
}

/// Whether a complaint's record came to a part of an export that does not go on from it: it counts nowhere.
bool RivalsAudit::is_intruder(const RecordPath& path) {
  for (const story::Entry& entry : entries_of(path.story)) {
    if (entry.record.id != path.record_id || entry.record.kind != record::Kind::complaint) continue;
    if (entry.provenance.unfounded) return true;
    return came_unfounded(objects_, git::get_object_id(entry.provenance.commit),
                          record::path_of(path.story, path.record_id, record::Kind::complaint));
  }
  return false;
}

std::string RivalsAudit::key_of(const record::StoryRef& story, const std::string& id,
                                const StoryFolder::Place& place) const {
  const auto record = find_stored_record(objects_, {story, id, place.kind, {}}, place.blob);
  return record ? record->text_of("key") : std::string();
}

}  // namespace crmtrack::ledger
