#include "ledger/main/joined_mains.hpp"

#include <algorithm>
#include <iterator>

#include "git/reference/histories.hpp"

namespace crmtrack::ledger {

bool JoinedMains::contains(const git::ObjectId& parent) const {
  return std::ranges::find(parents, parent) != parents.end();
}

JoinedMains find_joined_mains(const git::ObjectStore& objects, MainHistory& main,
                              std::span<const git::ObjectId> parents, const std::optional<git::ObjectId>& known) {
  const git::ObjectId& first = parents.front();
  const auto is_stranger_of_first = [&](const git::ObjectId& side) {
    return side != first && main.are_strangers(first.hex(), side.hex());
  };
  JoinedMains joined;
  std::ranges::copy_if(parents, std::back_inserter(joined.parents), is_stranger_of_first);
  if (joined.parents.empty() || !known || !objects.find_size(*known)) return joined;
  const auto is_stranger_of_known = [&](const git::ObjectId& side) {
    return !git::compare_histories(objects, *known, side).base;
  };
  std::vector<git::ObjectId> others;
  std::ranges::copy_if(parents, std::back_inserter(others), is_stranger_of_known);
  if (others.empty() || others.size() == parents.size()) return joined;
  return {std::move(others), true};
}

}  // namespace crmtrack::ledger
