#include "ledger/audit/content/references.hpp"

#include <algorithm>

#include "git/object/tree_compare.hpp"
#include "ledger/read/stored_record.hpp"
#include "ledger/write/folder_guard.hpp"
#include "record/kinds.hpp"
#include "record/promise_reference.hpp"
#include "util/id.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::size_t kIdLength = 26;
constexpr std::string_view kAttachmentsEnd = ".files";

void add_links(const yaml::Node& fields, References& references) {
  for (const std::string& link : fields.texts_of("links")) {
    const std::string id = link.substr(link.find(':') + 1);
    if (util::is_complaint_id(id)) references.complaints.push_back({"links", id});
  }
}

/// `commitment@01kajx…`.
void add_promise(const record::Record& record, References& references) {
  const std::string promise = record.text_of("promise");
  const std::string_view id =
      record::parse_promise_reference(std::string_view(promise).substr(promise.find('@') + 1)).record;
  if (util::is_ulid(id)) references.records.push_back({"promise", std::string(id)});
}

}  // namespace

References references_of(const record::Record& record) {
  References references;
  for (const std::string& id : record.after) references.records.push_back({"after", id});
  const record::KindSpec* const spec = record::find_kind(record.kind.known());
  if (spec == nullptr) return references;
  for (const record::FieldSpec& field : spec->fields) {
    if (field.type != record::FieldType::record_id && field.type != record::FieldType::answered) continue;
    for (const std::string& text : record.body.texts_of(field.name)) {
      const std::string_view id = record::parse_promise_reference(text).record;
      if (util::is_ulid(id)) references.records.push_back({std::string(field.name), std::string(id)});
    }
  }
  if (record.kind == record::Kind::waiver) add_promise(record, references);
  add_links(record.body, references);
  if (const yaml::Node* const set = record.body.find("set"); set != nullptr && set->is_map()) {
    add_links(*set, references);
    const std::string moved_to = set->text_of("complaint");
    if (util::is_complaint_id(moved_to)) references.complaints.push_back({"complaint", moved_to});
  }
  return references;
}

const StoryFolder& LedgerLookup::story(const record::StoryRef& ref) {
  if (current_ == ref) return folder_;
  current_ = ref;
  folder_ = {};
  const auto folder = objects_.find_folder(tree_, record::folder_of(ref));
  if (!folder) return folder_;
  const git::TreeBytes tree = objects_.read_tree(*folder);
  for (git::TreeCursor cursor(*tree); !cursor.done(); cursor.next()) {
    const git::TreeEntry& entry = cursor.entry();
    if (entry.name.size() <= kIdLength || !util::is_ulid(entry.name.substr(0, kIdLength))) continue;
    const std::string id(entry.name.substr(0, kIdLength));
    const std::string_view rest = entry.name.substr(kIdLength);
    if (entry.is_tree() && rest == kAttachmentsEnd)
      add_attachments(id, entry.id());
    else if (auto path = record::parse_path(record::folder_of(ref) + "/" + std::string(entry.name)))
      folder_.records.emplace(id, StoryFolder::Place{std::move(path->kind), entry.id(), std::nullopt});
  }
  return folder_;
}

/// Git sorts them behind the records of their id.
void LedgerLookup::add_attachments(const std::string& id, const git::ObjectId& attachments) {
  if (!folder_.records.contains(id)) folder_.records.emplace(id, StoryFolder::Place{});
  const auto [first, last] = folder_.records.equal_range(id);
  for (auto record = first; record != last; ++record) record->second.attachments = attachments;
}

std::optional<StoryFolder::Place> LedgerLookup::find_place(const record::StoryRef& ref, const std::string& id) {
  const auto [first, last] = story(ref).records.equal_range(id);
  if (first == last) return std::nullopt;
  const record::StatedKind kind = std::distance(first, last) > 1 && chooser_ ? chooser_(ref, id) : record::StatedKind();
  const auto chosen = std::find_if(first, last, [&](const auto& record) { return record.second.kind == kind; });
  return chosen == last ? first->second : chosen->second;
}

bool LedgerLookup::has_complaint(const std::string& id) const {
  return objects_.find_folder(tree_, record::folder_of({record::StoryKind::complaint, id})).has_value();
}

std::optional<record::Record> LedgerLookup::find_record(const record::StoryRef& ref, const std::string& id) {
  const auto place = find_place(ref, id);
  if (!place || !place->is_record()) return std::nullopt;
  return find_stored_record(objects_, {ref, id, place->kind, {}}, place->blob);
}

const LedgerLookup::KnownRecord* LedgerLookup::find_known(std::string_view id) {
  if (!records_) collect_records();
  const auto found = std::ranges::lower_bound(*records_, id, {}, &KnownRecord::id);
  return found == records_->end() || found->id != id ? nullptr : &*found;
}

bool LedgerLookup::has_record(std::string_view id) { return find_known(id) != nullptr; }

std::optional<record::Record> LedgerLookup::find_record_anywhere(std::string_view id) {
  const KnownRecord* const known = find_known(id);
  if (known == nullptr) return std::nullopt;
  return find_stored_record(objects_, {stories_[known->story], known->id, known->kind, {}}, known->blob);
}

std::optional<record::StoryRef> LedgerLookup::find_story_of(std::string_view id) {
  const KnownRecord* const known = find_known(id);
  return known == nullptr ? std::nullopt : std::optional(stories_[known->story]);
}

void LedgerLookup::collect_records() {
  records_.emplace();
  FolderGuard guard;
  git::compare_trees(
      objects_.trees(), std::nullopt, tree_,
      [&](const git::TreeDifference& file) {
        if (auto path = record::parse_path(file.path); path && path->is_record()) {
          if (stories_.empty() || stories_.back() != path->story) stories_.push_back(std::move(path->story));
          records_->push_back({std::move(path->record_id), std::move(path->kind), file.id, stories_.size() - 1});
        }
      },
      [&](const std::string& path, const git::ObjectId& tree) { return guard.judge(path, tree); });
  std::ranges::sort(*records_, {}, [](const KnownRecord& record) {
    return std::pair(std::string_view(record.id), record.kind != record::Kind::activity);
  });
}

std::optional<git::ObjectId> LedgerLookup::find_attachment(const StoryFolder::Place& place,
                                                           std::string_view name) const {
  if (!place.attachments) return std::nullopt;
  const git::TreeBytes tree = objects_.read_tree(*place.attachments);
  const auto entry = git::find_entry(*tree, name);
  return entry && !entry->is_tree() ? std::optional(entry->id()) : std::nullopt;
}

}  // namespace crmtrack::ledger
