#include "ledger/audit_corrections.hpp"

#include "story/needed_rights.hpp"
#include "util/id.hpp"
#include "yaml/read.hpp"

namespace crmtrack::ledger {
namespace {

/// The record of a story that a text names as the fold understands it: a whole id, or the beginning of one tail alone.
std::optional<std::string> find_named(const StoryFolder& story, const std::string& text) {
  constexpr std::size_t kLongestTail = 16;
  if (story.records.contains(text)) return text;
  if (text.empty() || text.size() > kLongestTail) return std::nullopt;
  std::optional<std::string> found;
  for (const auto& [id, place] : story.records) {
    if (place.kind.empty() || !util::record_tail(id).starts_with(text)) continue;
    if (found) return std::nullopt;
    found = id;
  }
  return found;
}

std::optional<record::Record> read_record(const ObjectStore& objects, const std::string& id,
                                          const StoryFolder::Place& place) {
  constexpr std::size_t kLimit = yaml::Limits{}.bytes;
  if (place.kind.empty() || objects.find_size(place.blob).value_or(kLimit + 1) > kLimit) return std::nullopt;
  auto record = record::parse(id, place.kind, objects.read_blob(place.blob, kLimit));
  return record ? std::optional(std::move(*record)) : std::nullopt;
}

}  // namespace

policy::RightSet rights_of_corrected(LedgerLookup& lookup, const record::RecordPath& path,
                                     const record::Record& correction) {
  policy::RightSet needed;
  std::string before = path.record_id;
  std::string wanted = correction.text_of("corrects");
  while (true) {
    const StoryFolder& story = lookup.story(path.story);
    const auto named = find_named(story, wanted);
    const std::string id = named.value_or(wanted);
    if (id >= before) return needed;  // the fold takes no correction of what comes later
    // One that another complaint's correction has moved here lies in that one's folder.
    const auto place = named ? std::optional(story.records.find(id)->second) : lookup.find_record(id);
    const auto record = place ? read_record(lookup.objects(), id, *place) : std::nullopt;
    if (!record) return needed;
    needed |= story::rights_of_corrected(*record);
    if (record->kind != "correction") return needed;
    before = id;
    wanted = record->text_of("corrects");
  }
}

}  // namespace crmtrack::ledger
