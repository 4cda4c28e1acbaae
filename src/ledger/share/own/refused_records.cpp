#include "ledger/share/own/refused_records.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "ledger/audit/content/references.hpp"
#include "ledger/read/range.hpp"
#include "ledger/read/stored_record.hpp"
#include "record/path.hpp"

namespace crmtrack::ledger {
namespace {

std::string folder_of(std::string_view path) { return std::string(path.substr(0, path.rfind('/'))); }

}  // namespace

bool RefusedRecords::add(std::vector<PushFault> faults) {
  bool is_new = false;
  for (PushFault& fault : faults)
    if (fault.cause == PushFault::Cause::record && !fault.path.empty())
      is_new = add_one(std::move(fault), false) || is_new;
  return is_new;
}

bool RefusedRecords::add_one(PushFault fault, bool waits) {
  if (!paths_.insert(fault.path).second) return false;
  if (const auto place = record::parse_path(fault.path)) waits_.try_emplace(place->record_id, waits);
  (waits ? waiting_ : faults_).push_back(std::move(fault));
  return true;
}

bool RefusedRecords::follow(const git::ObjectStore& objects, const AuditedHistory& own,
                            const std::set<std::size_t>& left_out) {
  learn_left_out(objects, own, left_out);
  bool is_new = false;
  for (bool again = true; again;) {
    again = false;
    for (const RangePart& part : own.parts) {
      for (const Added& file : part.added) {
        if (left_out.count(file.commit) != 0 || has(file.path)) continue;
        again = follow_one(objects, file, own.walk.commits[file.commit].id.hex()) || again;
      }
    }
    is_new = is_new || again;
  }
  return is_new;
}

/// Learns which records are left out with commits of others. A record that another commit adds as well, or that the
/// upstream has, is not left out.
void RefusedRecords::learn_left_out(const git::ObjectStore& objects, const AuditedHistory& own,
                                    const std::set<std::size_t>& left_out) {
  if (left_out.empty()) return;
  const auto tree = own.older ? std::optional(objects.read_commit(*own.older).tree) : std::nullopt;
  std::set<std::string_view> kept;
  for (const RangePart& part : own.parts) {
    for (const Added& file : part.added)
      if (left_out.count(file.commit) == 0) kept.insert(file.path);
  }
  for (const RangePart& part : own.parts) {
    for (const Added& file : part.added) {
      const auto place = record::parse_path(file.path);
      if (left_out.count(file.commit) == 0 || kept.count(file.path) != 0 || !place) continue;
      if (tree && objects.find_path(*tree, file.path)) continue;
      waits_.try_emplace(place->record_id, true);
      if (place->kind == record::Kind::complaint) complaints_.insert(folder_of(file.path));
    }
  }
}

bool RefusedRecords::follow_one(const git::ObjectStore& objects, const Added& file, const std::string& commit) {
  const auto place = record::parse_path(file.path);
  const auto record = place ? find_stored_record(objects, *place, file.blob) : std::nullopt;
  if (!record) return false;
  const auto tell = [&](std::string message, bool waits) {
    return add_one({.commit = commit,
                    .path = std::string(file.path),
                    .message = std::move(message),
                    .cause = PushFault::Cause::record},
                   waits);
  };
  for (const auto& [field, id] : references_of(*record).records) {
    const auto found = field == "after" ? waits_.end() : waits_.find(id);
    if (found == waits_.end()) continue;
    return tell(fmt::format("it refers to the record {}, which {}", id, found->second ? "waits" : "is refused"),
                found->second);
  }
  if (complaints_.count(folder_of(file.path)) == 0) return false;
  return tell("its complaint's own record waits for who wrote it", true);
}

bool RefusedRecords::has(std::string_view path) const {
  if (paths_.empty()) return false;
  if (paths_.count(std::string(path)) != 0) return true;
  const std::size_t attachments = path.find(".files/");
  if (attachments == std::string_view::npos) return false;
  const std::string record = fmt::format("{}-", path.substr(0, attachments));
  const auto next = paths_.lower_bound(record);
  return next != paths_.end() && next->starts_with(record);
}

}  // namespace crmtrack::ledger
