#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <random>
#include <vector>

#include "git/object/deflate.hpp"
#include "git/object/delta.hpp"
#include "git/object/pack_index.hpp"
#include "git/object/pack_lookup.hpp"
#include "git/object/pack_text.hpp"

namespace crmtrack::git {
namespace {

constexpr std::string_view kPackStart("PACK\0\0\0\2\0\0\0\0", 12);

/// A pack under construction, written as Git writes it.
class PackOf {
 public:
  /// Adds an object: its type, what stands before its compressed bytes, and these.
  std::uint64_t add(unsigned type, const std::string& between, std::string_view text) {
    const std::uint64_t place = bytes_.size();
    std::size_t size = text.size();
    auto first = static_cast<unsigned>(type << 4U | (size & 15U));
    for (size >>= 4U; size > 0; size >>= 7U) {
      bytes_ += static_cast<char>(first | 0x80U);
      first = size & 0x7FU;
    }
    bytes_ += static_cast<char>(first);
    bytes_ += between;
    Deflater().append(text, bytes_);
    return place;
  }
  [[nodiscard]] std::string bytes() const { return bytes_ + std::string(20, 'x'); }
  [[nodiscard]] char back_to(std::uint64_t place) const { return static_cast<char>(bytes_.size() - place); }

 private:
  std::string bytes_{kPackStart};
};

/// A delta that copies the first `kept` bytes of its base and adds `more`. All sizes below 128.
std::string delta_of(std::size_t base, std::size_t kept, const std::string& more) {
  std::string delta{static_cast<char>(base), static_cast<char>(kept + more.size())};
  delta += static_cast<char>(0x90);
  delta += static_cast<char>(kept);
  return delta + static_cast<char>(more.size()) + more;
}

ObjectId id_of_number(unsigned number) {
  ObjectId id;
  id.bytes.fill(static_cast<std::uint8_t>(number * 37));
  id.bytes[19] = static_cast<std::uint8_t>(number);
  return id;
}

/// A pack of a blob of 11 bytes, a delta of it by place, and a delta of that by name.
struct Chain {
  std::string bytes;
  std::map<ObjectId, std::uint64_t> places;
  std::uint64_t whole = 0, by_place = 0, by_name = 0;
};

Chain make_chain() {
  Chain chain;
  PackOf pack;
  chain.whole = pack.add(3, "", "hello world");
  chain.by_place = pack.add(6, std::string(1, pack.back_to(chain.whole)), delta_of(11, 5, " there"));
  chain.places[id_of_number(2)] = chain.by_place;
  chain.by_name = pack.add(7, std::string(id_of_number(2).view()), delta_of(11, 11, "!"));
  chain.bytes = pack.bytes();
  return chain;
}

PackText::Places places_of(const std::map<ObjectId, std::uint64_t>& known) {
  return [&known](const ObjectId& id) {
    const auto found = known.find(id);
    return found == known.end() ? std::nullopt : std::optional(found->second);
  };
}

std::string text_at(const Chain& chain, std::uint64_t place) {
  Inflater inflater;
  const auto object = PackText(chain.bytes, places_of(chain.places)).find(place, inflater);
  return object && object->kind == ObjectKind::blob ? object->bytes : "nothing";
}

}  // namespace

TEST_CASE("a pack's objects are read, whole and as deltas of each other") {
  const Chain chain = make_chain();
  CHECK(text_at(chain, chain.whole) == "hello world");
  CHECK(text_at(chain, chain.by_place) == "hello there");
  CHECK(text_at(chain, chain.by_name) == "hello there!");
  Inflater inflater;
  PackText pack(chain.bytes, places_of(chain.places));
  for (int again = 0; again < 2; ++again) {  // bases are remembered
    CHECK(pack.find(chain.by_name, inflater)->bytes == "hello there!");
    CHECK(pack.find(chain.by_place, inflater)->bytes == "hello there");
  }
  CHECK(pack.find_size(chain.by_name, inflater)->size == 12);
  CHECK(pack.find_size(chain.whole, inflater)->kind == ObjectKind::blob);
}

TEST_CASE("a large object of a pack has a size of several bytes") {
  const std::string text(5000, 'a');
  PackOf pack;
  const std::uint64_t place = pack.add(2, "", text);
  const std::string bytes = pack.bytes();
  Inflater inflater;
  PackText read(bytes, [](const ObjectId&) { return std::nullopt; });
  CHECK(read.find(place, inflater)->bytes == text);
  CHECK(read.find(place, inflater)->kind == ObjectKind::tree);
}

TEST_CASE("a pack that is cut or changed at any byte gives an object or none") {
  const Chain whole = make_chain();
  Inflater inflater;
  const auto read_all = [&](const std::string& bytes) {
    PackText pack(bytes, places_of(whole.places));
    for (std::uint64_t place = 0; place < bytes.size() + 2; ++place) {
      const auto object = pack.find(place, inflater);
      const auto size = pack.find_size(place, inflater);
      if (object && size) CHECK(object->bytes.size() == size->size);
      if (object) CHECK(size.has_value());
    }
  };
  for (std::size_t end = 0; end < whole.bytes.size(); ++end) read_all(whole.bytes.substr(0, end));
  for (std::size_t i = 0; i < whole.bytes.size(); ++i) {
    for (const unsigned flip : {0x01U, 0x10U, 0x80U, 0xFFU}) {
      std::string changed = whole.bytes;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ flip);
      read_all(changed);
    }
  }
}

TEST_CASE("deltas in a circle are no object") {
  PackOf pack;
  std::map<ObjectId, std::uint64_t> known;
  known[id_of_number(1)] = pack.add(7, std::string(id_of_number(2).view()), delta_of(3, 3, "a"));
  known[id_of_number(2)] = pack.add(7, std::string(id_of_number(1).view()), delta_of(3, 3, "b"));
  const std::string bytes = pack.bytes();
  Inflater inflater;
  CHECK_FALSE(PackText(bytes, places_of(known)).find(known[id_of_number(1)], inflater).has_value());
  CHECK_FALSE(PackText(bytes, places_of(known)).find_size(known[id_of_number(1)], inflater).has_value());
}

TEST_CASE("a delta is applied within its base and its size alone") {
  using namespace std::string_literals;
  constexpr std::size_t kMost = 100;
  CHECK(apply_delta("hello", "\5\5\x90\5"s, kMost) == "hello");
  CHECK(apply_delta("hello", "\5\2\x91\3\2"s, kMost) == "lo");
  CHECK_FALSE(apply_delta("hello", "\4\5\x90\5"s, kMost).has_value());    // of another base
  CHECK_FALSE(apply_delta("hello", "\5\3\x91\3\3"s, kMost).has_value());  // beyond the base
  CHECK_FALSE(apply_delta("hello", "\5\4\x90\5"s, kMost).has_value());    // more than it says
  CHECK_FALSE(apply_delta("hello", "\5\6\x90\5"s, kMost).has_value());    // less than it says
  CHECK_FALSE(apply_delta("hello", "\5\5\0"s, kMost).has_value());        // a reserved instruction
  CHECK_FALSE(apply_delta("hello", "\5\5\x91"s, kMost).has_value());      // cut
  CHECK_FALSE(apply_delta("hello", "\5\5\4ab"s, kMost).has_value());      // cut
  CHECK_FALSE(apply_delta("hello", "\5\x7f\x90\5"s, kMost).has_value());  // larger than allowed
  CHECK_FALSE(apply_delta("hello", ""s, kMost).has_value());
}

TEST_CASE("an index that was written finds each object, and no other") {
  std::deque<PackedObject> objects;
  constexpr unsigned kCount = 200;
  for (unsigned i = 0; i < kCount; ++i) objects.push_back({id_of_number(i), i, i % 7 == 0 ? 1ULL << 33U | i : 12 + i});
  std::string index;
  write_pack_index(objects, id_of_number(255), [&](std::string_view piece) { index += piece; });
  const auto lookup = PackLookup::of(index);
  REQUIRE(lookup.has_value());
  for (unsigned i = 0; i < kCount; ++i) CHECK(lookup->find(id_of_number(i)) == (i % 7 == 0 ? 1ULL << 33U | i : 12 + i));
  CHECK_FALSE(lookup->find(id_of_number(kCount)).has_value());
  CHECK_FALSE(PackLookup::of(std::string_view(index).substr(0, index.size() / 2)).has_value());
  CHECK_FALSE(PackLookup::of("").has_value());
  for (std::size_t i = 0; i < index.size(); i += 3) {
    std::string changed = index;
    changed[i] = static_cast<char>(~changed[i]);
    const auto odd = PackLookup::of(changed);
    for (unsigned number = 0; odd && number < kCount; number += 11) (void)odd->find(id_of_number(number));
  }
}

TEST_CASE("an index finds its objects, however their names are spread") {
  std::mt19937 random(9);  // NOLINT(cert-msc51-cpp): the same each time
  const auto random_id = [&](std::size_t fixed) {
    ObjectId id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) id.bytes[i] = i < fixed ? 7 : static_cast<std::uint8_t>(random());
    return id;
  };
  // All bytes at random as Git's are; one first byte; one first half, so that no place can be guessed; and a mixture.
  const std::vector<std::vector<std::size_t>> spreads{{0}, {1}, {12}, {0, 1, 2, 7, 19}};
  for (const std::vector<std::size_t>& fixed : spreads) {
    std::map<ObjectId, std::uint64_t> known;
    for (std::uint64_t i = 0; i < 3000; ++i) known.emplace(random_id(fixed[i % fixed.size()]), i);
    std::deque<PackedObject> objects;
    for (const auto& [id, place] : known) objects.push_back({id, 0, place});
    std::string index;
    write_pack_index(objects, id_of_number(255), [&](std::string_view piece) { index += piece; });
    const auto lookup = PackLookup::of(index);
    REQUIRE(lookup.has_value());
    const auto is_found = [&](const auto& object) { return lookup->find(object.first) == object.second; };
    CHECK(std::ranges::all_of(known, is_found));
    for (std::size_t i = 0; i < 3000; ++i) {
      const ObjectId other = random_id(fixed[i % fixed.size()]);
      if (!known.contains(other)) CHECK_FALSE(lookup->find(other).has_value());
    }
  }
}

TEST_CASE("a stream is read to its size, or within a bound") {
  std::string stream;
  const std::string text(1000, 'a');
  Deflater().append(text, stream);
  Inflater inflater;
  CHECK(inflater.find_text(stream + "more", text.size()) == text);
  CHECK_FALSE(inflater.find_text(stream, text.size() - 1).has_value());
  CHECK_FALSE(inflater.find_text(stream, text.size() + 1).has_value());
  CHECK(inflater.find_text_within(stream, text.size()) == text);
  CHECK_FALSE(inflater.find_text_within(stream, text.size() - 1).has_value());
  CHECK_FALSE(inflater.find_text_within("no stream", text.size()).has_value());
}

}  // namespace crmtrack::git
