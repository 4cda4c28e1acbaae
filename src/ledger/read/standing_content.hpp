#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "git/object/object_store.hpp"
#include "ledger/read/range.hpp"
#include "ledger/read/range_walk.hpp"

namespace crmtrack::ledger {

/// Which of several contents that commits added under one path is the record: the one that all who added another one
/// have in their history; where there is none, the one that the newest commit's tree has. Dates are claims: a fork that
/// is dated back does not make its content the record.
class StandingContents {
 public:
  /// `walk` and `commits` (those of the walk) must outlive it; `head` is the newest commit.
  StandingContents(const git::ObjectStore& objects, const Walk& walk, const std::vector<Range::Commit>& commits,
                   const git::ObjectId& head)
      : objects_(objects), walk_(walk), commits_(commits), head_(head) {}

  /// Of the additions of one path puts those of the content that stands first, and leaves the order as it is otherwise.
  void put_first(std::span<Added> same);

 private:
  [[nodiscard]] std::optional<git::ObjectId> find(std::span<const Added> same);
  [[nodiscard]] bool came_first(std::span<const Added> same, const git::ObjectId& blob);
  [[nodiscard]] bool descends(std::uint32_t newer, std::uint32_t older);

  const git::ObjectStore& objects_;
  const Walk& walk_;
  const std::vector<Range::Commit>& commits_;
  git::ObjectId head_;
  std::optional<git::ObjectId> tree_;  ///< of the head
  std::unordered_map<git::ObjectId, std::uint32_t> numbers_;
  std::optional<std::uint32_t> descendant_;  ///< whose ancestors `ancestors_` are
  std::vector<bool> ancestors_;              ///< by number; itself included
};

}  // namespace crmtrack::ledger
