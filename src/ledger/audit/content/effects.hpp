#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/audit/content/references.hpp"
#include "ledger/audit/content/rivals.hpp"
#include "record/path.hpp"
#include "record/record.hpp"
#include "story/story.hpp"

namespace crmtrack::ledger {

/// Judges corrections by their effect, as every fold does (story::refuse_effects). It reads the history of the stories
/// concerned, so ask only for a correction that may be refused.
class EffectsAudit {
 public:
  EffectsAudit(LedgerLookup& lookup, RivalsAudit& rivals) : lookup_(lookup), rivals_(rivals) {}

  /// The reason why a correction does not count in its story, or in the one to which it or another moves the record;
  /// nullopt where it counts.
  std::optional<std::string> refusal(const record::RecordPath& path, const record::Record& correction);

 private:
  [[nodiscard]] story::Story story_of(const record::StoryRef& ref) const;
  void add_told(const record::StoryRef& from, std::string_view record, story::Story& story) const;

  LedgerLookup& lookup_;
  RivalsAudit& rivals_;
};

}  // namespace crmtrack::ledger
