#pragma once

#include <compare>
#include <cstddef>
#include <string_view>
#include <vector>

#include "story/story.hpp"

namespace crmtrack::story {

/// Who has gone on from a complaint record: whose records name it in `after`, directly or by way of others. Nobody
/// knows a complaint's random id before its record is there, so of two complaint records in one folder that do not have
/// each other in their histories the one stands that more others have gone on from, whatever dates the two claim.
struct Following {
  std::size_t others = 0;  ///< authors of records that count, other than the complaint record's own
  bool own = false;        ///< its own author wrote on it

  auto operator<=>(const Following&) const = default;
};

/// Of the entries of a folder, in order of id; those moved here from elsewhere say nothing.
Following find_following(const std::vector<Entry>& sorted, const Entry& complaint);

/// Whether of two complaint records that do not have each other in their histories the first goes before the second. A
/// person's and a machine's are not compared so: the person's stands anyway.
bool is_followed_more(const std::vector<Entry>& sorted, const Entry& first, const Entry& second);

}  // namespace crmtrack::story
