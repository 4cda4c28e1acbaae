#include "ledger/refused_records.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/audit_references.hpp"
#include "record/path.hpp"

namespace crmtrack::ledger {
namespace {

/// nullopt for an attachment, and for what cannot be read.
std::optional<record::Record> read_record(const ObjectStore& objects, std::string_view path, const ObjectId& blob) {
  constexpr std::size_t kLimit = yaml::Limits{}.bytes;
  const auto place = record::parse_path(path);
  if (!place || !place->attachment.empty() || objects.find_size(blob).value_or(0) > kLimit) return std::nullopt;
  auto record = record::parse(place->record_id, place->kind, objects.read_blob(blob, kLimit));
  return record ? std::optional(std::move(*record)) : std::nullopt;
}

}  // namespace

bool RefusedRecords::add(std::vector<PushFault> faults) {
  bool is_new = false;
  for (PushFault& fault : faults) {
    if (fault.cause == PushFault::Cause::record && !fault.path.empty()) is_new = add_one(std::move(fault)) || is_new;
  }
  return is_new;
}

bool RefusedRecords::add_one(PushFault fault) {
  if (!paths_.insert(fault.path).second) return false;
  if (const auto place = record::parse_path(fault.path)) after_.try_emplace(place->record_id);
  faults_.push_back(std::move(fault));
  return true;
}

void RefusedRecords::follow(const ObjectStore& objects, const AuditedHistory& own) {
  std::size_t before = 0;
  do {
    before = paths_.size();
    for (const RangePart& part : own.parts) {
      for (const Added& file : part.added) follow_one(objects, file, own.walk.commits[file.commit].id);
    }
  } while (paths_.size() != before);
}

void RefusedRecords::follow_one(const ObjectStore& objects, const Added& file, const ObjectId& commit) {
  const auto record = read_record(objects, file.path, file.blob);
  if (!record) return;
  const std::string needed = has(file.path) ? std::string() : find_needed(*record);
  if (!needed.empty())
    add_one({.commit = commit.hex(),
             .path = std::string(file.path),
             .message = fmt::format("it refers to the record {}, which is refused", needed),
             .cause = PushFault::Cause::record});
  if (has(file.path)) after_[record->id] = record->after;
}

/// A refused record that this one cannot be without: a machine's id is made of its bytes, so it cannot say otherwise.
std::string RefusedRecords::find_needed(const record::Record& record) const {
  for (const auto& [field, id] : references_of(record).records) {
    const bool can_change = field == "after" && record.text_of("key").empty();
    if (!can_change && after_.count(id) != 0) return id;
  }
  return {};
}

bool RefusedRecords::has(std::string_view path) const {
  if (paths_.empty()) return false;
  const std::size_t attachments = path.find(".files/");
  if (attachments == std::string_view::npos) return paths_.count(std::string(path)) != 0;
  const std::string record = fmt::format("{}-", path.substr(0, attachments));
  const auto next = paths_.lower_bound(record);
  return next != paths_.end() && next->starts_with(record);
}

std::optional<std::string> RefusedRecords::renew(const ObjectStore& objects, std::string_view path,
                                                 const ObjectId& blob) const {
  auto record = paths_.empty() ? std::nullopt : read_record(objects, path, blob);
  if (!record) return std::nullopt;
  std::set<std::string> left, gone;
  std::vector<std::string> waiting = record->after;
  while (!waiting.empty()) {
    const std::string id = std::move(waiting.back());
    waiting.pop_back();
    const auto refused = after_.find(id);
    if (refused == after_.end()) left.insert(id);
    if (refused == after_.end() || !gone.insert(id).second) continue;
    waiting.insert(waiting.end(), refused->second.begin(), refused->second.end());
  }
  if (gone.empty()) return std::nullopt;
  record->body.set("after", yaml::Node::list_of({left.begin(), left.end()}));
  return record::render(*record);
}

}  // namespace crmtrack::ledger
