#include "story/correction_rights.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "story/needed_rights.hpp"
#include "story/words.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::story {

std::string too_deep() {
  return fmt::format("is a correction of corrections, more than {} deep: correct the record itself",
                     kDeepestCorrection);
}

policy::RightSet rights_of_corrected(const std::vector<Entry>& entries, std::string_view id) {
  policy::RightSet needed;
  std::string wanted(id);
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->record.id != wanted || entry->second || !entry->fault.empty()) continue;
    needed |= rights_of_corrected(entry->record);
    if (entry->record.kind == record::Kind::correction) wanted = word(entry->record.body, "corrects");
  }
  return needed;
}

std::string correction_refusal(std::string_view author, const policy::RightSet& missing) {
  constexpr std::size_t kLongestShown = 100;
  const auto* const first =
      std::ranges::find_if(policy::kRights, [&](policy::Right each) { return contains(missing, each); });
  return fmt::format("{} may not {}, and so may not correct a record that needs that right",
                     util::visible_line(author.substr(0, kLongestShown)),
                     first == policy::kRights.end() ? "do that" : policy::words_of(*first));
}

}  // namespace crmtrack::story
