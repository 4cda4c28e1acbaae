#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "git/object/pack_text.hpp"

namespace crmtrack::git {

/// Reads the objects of `objects` folders without libgit2, whose loading takes longer than most of our commands. It
/// knows packs with an index of version 2, and objects in files of their own. It answers only where everything is
/// plain, and otherwise says nothing: an object that is absent, damaged, large, or in an alternate is left to libgit2.
/// It does not compare bytes with names.
class PlainStore {
 public:
  explicit PlainStore(const std::filesystem::path& objects);
  PlainStore(PlainStore&&) noexcept;
  PlainStore& operator=(PlainStore&&) noexcept;
  ~PlainStore();

  /// Looks in another folder too, such as the quarantine of a push.
  void add_folder(const std::filesystem::path& objects);
  [[nodiscard]] std::optional<RawObject> find(const ObjectId& id);
  [[nodiscard]] std::optional<ObjectSize> find_size(const ObjectId& id);

 private:
  class Pack;
  struct Folder;
  struct Found;
  [[nodiscard]] std::optional<Found> find_packed(const ObjectId& id);
  [[nodiscard]] std::optional<RawObject> find_loose(const ObjectId& id);

  std::vector<Folder> folders_;
  Pack* last_ = nullptr;  ///< the pack that had the last object
  /// The last object whose size was asked for, if it was in a file of its own: its text is asked for next.
  std::optional<std::pair<ObjectId, RawObject>> sized_;
  Inflater inflater_;
};

}  // namespace crmtrack::git
