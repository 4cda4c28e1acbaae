#include "ledger/audit/content/corrections.hpp"

#include <fmt/format.h>

#include "record/correction.hpp"
#include "story/correction_rights.hpp"
#include "story/needed_rights.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

/// The id of the record that a text names in a story, as the fold understands it: a whole id, or the beginning of a
/// tail that no other record's has.
std::optional<std::string> find_named(const StoryFolder& story, const std::string& text) {
  constexpr std::size_t kLongestTail = 16;
  if (story.records.contains(text)) return text;
  if (text.empty() || text.size() > kLongestTail) return std::nullopt;
  std::optional<std::string> found;
  for (const auto& [id, place] : story.records) {
    if (!place.is_record() || !util::record_tail(id).starts_with(text)) continue;
    if (found && *found != id) return std::nullopt;
    found = id;
  }
  return found;
}

/// The record that a correction in a story corrects; nullopt where there is none that the fold would take.
std::optional<record::Record> read_corrected(LedgerLookup& lookup, const record::StoryRef& story_ref,
                                             const record::Record& correction) {
  const std::string wanted = correction.text_of("corrects");
  const StoryFolder& story = lookup.story(story_ref);
  const auto named = find_named(story, wanted);
  const std::string id = named.value_or(wanted);
  if (id >= correction.id) return std::nullopt;  // the fold takes no correction of a later record
  // A record that another complaint's correction has moved here lies in that complaint's folder.
  return named ? lookup.find_record(story_ref, id) : lookup.find_record_anywhere(id);
}

/// Adds the faults of a correction's fields, judged by the record that it corrects. Where that is a correction too,
/// judges the fields by the record that this one corrects, and so on.
void add_faults(LedgerLookup& lookup, const record::StoryRef& story, const record::Record& correction, int depth,
                std::vector<std::string>& faults) {
  const yaml::Node* const set = correction.body.find("set");
  auto corrected = read_corrected(lookup, story, correction);
  if (!corrected || set == nullptr || !set->is_map()) return;
  for (const auto& [field, value] : set->entries) {
    if (field == "complaint") continue;
    if (const auto problem = record::correct_field(*corrected, field, value))
      faults.push_back(fmt::format("sets what no {} may say: '{}' {}", corrected->kind.name(),
                                   util::visible_line(problem->field), problem->message));
  }
  if (corrected->kind != record::Kind::correction) return;
  if (depth == story::kDeepestCorrection) return faults.push_back(story::too_deep());
  add_faults(lookup, story, *corrected, depth + 1, faults);
}

}  // namespace

std::optional<std::string> find_corrected(LedgerLookup& lookup, const record::StoryRef& story,
                                          const record::Record& correction) {
  const auto corrected = read_corrected(lookup, story, correction);
  return corrected ? std::optional(corrected->id) : std::nullopt;
}

policy::RightSet rights_of_corrected(LedgerLookup& lookup, const record::RecordPath& path,
                                     const record::Record& correction) {
  policy::RightSet needed;
  auto record = read_corrected(lookup, path.story, correction);
  for (int depth = 0; record && depth <= story::kDeepestCorrection; ++depth) {
    needed |= story::rights_of_corrected(*record);
    if (record->kind != record::Kind::correction) break;
    record = read_corrected(lookup, path.story, *record);
  }
  return needed;
}

std::vector<std::string> faults_of_corrected(LedgerLookup& lookup, const record::RecordPath& path,
                                             const record::Record& correction) {
  std::vector<std::string> faults;
  add_faults(lookup, path.story, correction, 1, faults);
  return faults;
}

}  // namespace crmtrack::ledger
