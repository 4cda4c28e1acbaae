#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "git/object/inflate.hpp"
#include "git/object/object_id.hpp"
#include "git/object/recent_bytes.hpp"

namespace crmtrack::git {

/// An object as Git stores it. Nobody has compared its bytes with its name.
struct RawObject {
  ObjectKind kind = ObjectKind::blob;
  std::string bytes;
};

/// The kind and size that an object states.
struct ObjectSize {
  ObjectKind kind = ObjectKind::blob;
  std::size_t size = 0;
};

/// Larger objects are left to libgit2, so that a damaged size cannot take all memory.
inline constexpr std::size_t kLargestPlainObject = std::size_t{16} << 20;

/// Reads the objects of a pack from its bytes (gitformat-pack(5)). It answers only where everything is plain, and
/// otherwise says nothing: libgit2 then reads, and tells what is wrong.
class PackText {
 public:
  /// Finds where an object stands in the pack, by its id.
  using Places = std::function<std::optional<std::uint64_t>(const ObjectId&)>;

  /// `bytes` and what `places` uses must outlive this.
  PackText(std::string_view bytes, Places places);

  /// The object at a place; nullopt where it is damaged, larger than kLargestPlainObject, or a delta of an object of
  /// another pack.
  std::optional<RawObject> find(std::uint64_t place, Inflater& inflater);
  /// The kind and size of the object at a place, without reading all of it; nullopt as in `find`.
  std::optional<ObjectSize> find_size(std::uint64_t place, Inflater& inflater) const;

 private:
  /// The header of an object in a pack, and the compressed bytes after it.
  struct Entry {
    unsigned type = 0;
    std::size_t size = 0;  ///< of the object, or of its delta
    std::uint64_t place = 0, base = 0;
    std::string_view compressed;
    [[nodiscard]] bool is_delta() const;
  };
  struct Base {
    ObjectKind kind = ObjectKind::blob;
    std::string bytes;
    [[nodiscard]] std::size_t size() const { return bytes.size(); }
  };
  using BasePtr = std::shared_ptr<const Base>;

  [[nodiscard]] std::optional<Entry> find_entry(std::uint64_t place) const;
  [[nodiscard]] std::optional<std::uint64_t> take_base(Entry& entry, std::string_view& rest) const;
  BasePtr find_base(std::uint64_t place, std::vector<Entry>& deltas, Inflater& inflater);

  std::string_view bytes_;
  Places places_;
  RecentBytes<std::uint64_t, Base> bases_;  // objects that others are deltas of
};

}  // namespace crmtrack::git
