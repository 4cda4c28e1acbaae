#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "git/object/object_id.hpp"

namespace crmtrack::git {

/// A set of very many object ids. It takes about 30 bytes for each, a third of std::unordered_set.
class ObjectIdSet {
 public:
  /// Adds an id; false where it was there already.
  bool insert(const ObjectId& id) {
    if (id == ObjectId{}) return !std::exchange(has_zero_, true);
    if ((count_ + 1) * 5 > slots_.size() * 4) grow();
    ObjectId& slot = find(id);
    if (slot == id) return false;
    slot = id;
    ++count_;
    return true;
  }

 private:
  /// The place of an id, or the free one where it belongs. Ids are digests, so their first bytes serve as a hash.
  ObjectId& find(const ObjectId& id) {
    std::size_t at = std::hash<ObjectId>{}(id) & (slots_.size() - 1);
    while (slots_[at] != ObjectId{} && slots_[at] != id) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  void grow() {
    std::vector<ObjectId> old(slots_.empty() ? 1024 : slots_.size() * 2);
    old.swap(slots_);
    for (const ObjectId& id : old)
      if (id != ObjectId{}) find(id) = id;
  }

  std::vector<ObjectId> slots_;  ///< a power of two; zero is free
  std::size_t count_ = 0;
  bool has_zero_ = false;
};

}  // namespace crmtrack::git
