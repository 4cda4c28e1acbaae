#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "record/record.hpp"
#include "story/entry_state.hpp"
#include "story/story.hpp"
#include "util/zone.hpp"

namespace crmtrack::view {

/// One line that says what a record is about, without who and when: `call out, with Ms Berg [acknowledged]`. Times in
/// it are in that zone; without one as the person who wrote them read the clock.
std::string headline_of(const record::Record& record, const util::Zone* zone = nullptr);
/// A text of a record, with a label where one helps.
struct LabelledText {
  std::string label, text;
};
/// The texts of a record; unknown fields are shown by name. Times are as in `headline_of`.
std::vector<LabelledText> texts_of(const record::Record& record, const util::Zone* zone = nullptr);
/// The lines that tell one record: when and who, then what. `state` is null where later records made nothing of it.
document::Lines record_lines(const util::Zone& zone, const story::Entry& entry, const story::EntryState* state,
                             const std::string& shown_id);

}  // namespace crmtrack::view
