#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/right.hpp"
#include "story/story.hpp"

namespace crmtrack::story {

/// The rights that a correction of the record with this id needs beside its own, with those of the records that it
/// corrects in its turn. `entries` are in fold order.
policy::RightSet rights_of_corrected(const std::vector<Entry>& entries, std::string_view id);

/// The deepest chain of corrections that counts; a correction of a correction of a record is 2 deep. Nobody means more
/// than this, and a chain made to be long costs nobody's time.
inline constexpr int kDeepestCorrection = 16;
/// The reason why a deeper correction does not count.
std::string too_deep();

/// The reason why an author who lacks some of these rights may not correct a record that needs them.
std::string correction_refusal(std::string_view author, const policy::RightSet& missing);

}  // namespace crmtrack::story
