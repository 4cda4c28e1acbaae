#include "story/story.hpp"

#include <algorithm>
#include <string_view>

#include "story/needed_rights.hpp"

namespace crmtrack::story {
namespace {

/// `after` must fit a record's bounds. What is left out here stays a head, so the next records name it.
constexpr std::size_t kMostHeads = 1000;

/// Nobody has seen what cannot be read; it may even be gone from the ledger's tree, where a mend left it out.
std::vector<std::string_view> ids_of(const std::vector<Entry>& entries) {
  std::vector<std::string_view> ids;
  ids.reserve(entries.size());
  for (const Entry& entry : entries) {
    if (entry.fault.empty()) ids.emplace_back(entry.record.id);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

/// Sorted. Only an older record can have been seen: a cycle would otherwise leave no head at all.
std::vector<std::string_view> named_by(const std::vector<Entry>& entries) {
  std::vector<std::string_view> named;
  named.reserve(entries.size());
  for (const Entry& entry : entries) {
    for (const std::string& id : entry.record.after) {
      if (id < entry.record.id) named.emplace_back(id);
    }
  }
  std::sort(named.begin(), named.end());
  return named;
}

/// Why such a record does not count: one of the machine, which would follow from the complaint, or one that needs a
/// right, which nobody had by a policy from before the complaint; and a complaint record that was put to a part of an
/// export. nullopt of what else a person wrote.
std::optional<std::string> unfounded_refusal(const record::Record& record) {
  if (record.kind == record::Kind::complaint)
    return "the records of its folder were there before it and do not go on from it";
  const bool is_of_person = record.by.find('@') != std::string::npos;  // no importer, no rule
  if (is_of_person && needed_rights(record).none()) return std::nullopt;
  return "its commit does not have the complaint's own record, which it would follow from";
}

}  // namespace

void refuse_unfounded(std::vector<Entry>& entries) {
  const bool has_complaint = std::any_of(entries.begin(), entries.end(), [](const Entry& entry) {
    return entry.moved_from.empty() && entry.record.kind == record::Kind::complaint;
  });
  for (Entry& entry : entries) {
    if (!entry.provenance.unfounded || !entry.counts()) continue;
    if (entry.moved_from.empty() && !has_complaint) continue;
    entry.provenance.refused = unfounded_refusal(entry.record).value_or("");
  }
}

std::vector<std::string> heads_of(const std::vector<Entry>& entries) {
  const std::vector<std::string_view> ids = ids_of(entries);
  const std::vector<std::string_view> named = named_by(entries);
  std::vector<std::string_view> heads;
  for (const std::string_view id : ids) {
    if (!std::binary_search(named.begin(), named.end(), id)) heads.push_back(id);
  }
  if (heads.size() > kMostHeads) heads.erase(heads.begin(), heads.end() - static_cast<std::ptrdiff_t>(kMostHeads));
  return {heads.begin(), heads.end()};
}

}  // namespace crmtrack::story
