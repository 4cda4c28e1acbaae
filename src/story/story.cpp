#include "story/story.hpp"

#include <algorithm>
#include <string_view>

#include "story/needed_rights.hpp"

namespace crmtrack::story {
namespace {

/// The most heads that a record names, since `after` must fit its bounds. An older head that is left out stays a head,
/// so later records name it.
constexpr std::size_t kMostHeads = 1000;

/// The ids of the entries that can be read. No writer has seen one that cannot be read; a mend may even have left it
/// out of the ledger's tree.
std::vector<std::string_view> ids_of(const std::vector<Entry>& entries) {
  std::vector<std::string_view> ids;
  ids.reserve(entries.size());
  for (const Entry& entry : entries)
    if (entry.fault.empty()) ids.emplace_back(entry.record.id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

/// The ids that the entries name as seen, sorted. A record can have seen only older ones: a cycle would otherwise leave
/// no head at all.
std::vector<std::string_view> named_by(const std::vector<Entry>& entries) {
  std::vector<std::string_view> named;
  named.reserve(entries.size());
  for (const Entry& entry : entries) {
    for (const std::string& id : entry.record.after)
      if (id < entry.record.id) named.emplace_back(id);
  }
  std::sort(named.begin(), named.end());
  return named;
}

/// The reason why an unfounded record (Provenance::unfounded) does not count; nullopt where it counts. Three do not: a
/// complaint record that somebody added to a part of an export; a record of a machine, which would follow from the
/// complaint; and a record that needs a right, since a policy from before the complaint gave nobody a right over it.
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
  for (const std::string_view id : ids)
    if (!std::binary_search(named.begin(), named.end(), id)) heads.push_back(id);
  if (heads.size() > kMostHeads) heads.erase(heads.begin(), heads.end() - static_cast<std::ptrdiff_t>(kMostHeads));
  return {heads.begin(), heads.end()};
}

}  // namespace crmtrack::story
