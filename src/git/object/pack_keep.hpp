#pragma once

#include <cstddef>
#include <filesystem>

#include "git/program/access.hpp"
#include "util/descriptor.hpp"

namespace crmtrack::git {

/// The `.keep` file beside a new pack. It makes every `git repack` and `git gc` leave the pack alone until a branch
/// names its objects, and is removed with this object. A lock on it (flock) tells the file of a living process from one
/// that a killed process left. A `.keep` of somebody else stays as it is.
class PackKeep {
 public:
  /// `pack` is the name that the pack is going to have (`pack-….pack`). Call it before the pack's index gets its name,
  /// because Git knows a pack by its index. Throws Error(repository) where the file cannot be written.
  PackKeep(const std::filesystem::path& pack, const Access& access);
  PackKeep(PackKeep&&) noexcept = default;
  PackKeep& operator=(PackKeep&&) = delete;
  ~PackKeep();

 private:
  bool try_create(const Access& access);
  bool try_share();
  [[noreturn]] void fail(int code) const;

  std::filesystem::path path_;
  util::Descriptor file_;  ///< none where the `.keep` is somebody else's
};

/// Removes each `.keep` in `objects/pack` that a killed process of ours left, and returns how many it removed.
std::size_t remove_dead_keeps(const std::filesystem::path& objects) noexcept;

}  // namespace crmtrack::git
