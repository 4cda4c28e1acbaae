#include "git/object/pack_index.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "git/object/sha1_stream.hpp"

namespace crmtrack::git {
namespace {

constexpr std::size_t kIndexBuffer = 1U << 20U;

/// Collects what is written and hashes it as it goes.
class HashedOutput {
 public:
  explicit HashedOutput(const std::function<void(std::string_view)>& write) : write_(write) {}
  void add(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= kIndexBuffer) flush();
  }
  void add_number(std::uint64_t value, int bytes) {
    append_big_endian(buffer_, value, bytes);
    if (buffer_.size() >= kIndexBuffer) flush();
  }
  void finish() {
    flush();
    write_(hash_.finish().view());
  }

 private:
  void flush() {
    hash_.add(buffer_);
    write_(buffer_);
    buffer_.clear();
  }
  const std::function<void(std::string_view)>& write_;
  std::string buffer_;
  Sha1Stream hash_;
};

/// Those beyond 31 bits stand in a table of their own behind the others.
void add_offsets(HashedOutput& index, const std::deque<PackedObject>& objects) {
  constexpr std::uint64_t kFirstLarge = 1ULL << 31U;
  std::string large;
  for (const PackedObject& object : objects) {
    const bool is_large = object.offset >= kFirstLarge;
    index.add_number(is_large ? kFirstLarge | large.size() / 8 : object.offset, 4);
    if (is_large) append_big_endian(large, object.offset, 8);
  }
  index.add(large);
}

}  // namespace

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out += static_cast<char>((value >> shift) & 0xFFU);
}

void write_pack_index(std::deque<PackedObject>& objects, const ObjectId& pack_checksum,
                      const std::function<void(std::string_view)>& write) {
  std::sort(objects.begin(), objects.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::array<std::uint32_t, 256> counts{};
  for (const PackedObject& object : objects) ++counts[object.id.bytes[0]];
  HashedOutput index(write);
  index.add(std::string_view("\xFFtOc", 4));
  index.add_number(2, 4);
  std::uint32_t sum = 0;
  for (const std::uint32_t count : counts) index.add_number(sum += count, 4);
  for (const PackedObject& object : objects) index.add(object.id.view());
  for (const PackedObject& object : objects) index.add_number(object.crc, 4);
  add_offsets(index, objects);
  index.add(pack_checksum.view());
  index.finish();
}

}  // namespace crmtrack::git
