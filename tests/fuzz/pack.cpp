#include "target.hpp"

#include <string>

#include "git/object/pack_lookup.hpp"
#include "git/object/pack_text.hpp"

/// Packs as somebody may put them on a disk or send them: an input is the bytes of a pack without its first twelve, and
/// of an index.
namespace crmtrack::fuzz {
namespace {

void check_place(git::PackText& pack, std::uint64_t place) {
  git::Inflater inflater;
  const auto object = pack.find(place, inflater);
  const auto size = pack.find_size(place, inflater);
  if (!object) return;
  require(size && size->kind == object->kind && size->size == object->bytes.size(),
          "an object of another size or kind than it states");
  const auto again = pack.find(place, inflater);
  require(again && again->bytes == object->bytes, "an object that reads otherwise the second time");
}

}  // namespace

void try_pack(std::string_view text) {
  const std::string bytes = "PACK" + std::string("\0\0\0\2\0\0\0\1", 8) + std::string(text) + std::string(20, '\0');
  git::PackText pack(bytes, [](const git::ObjectId& id) { return std::optional<std::uint64_t>(12 + id.bytes[0]); });
  for (std::uint64_t place = 12; place < bytes.size(); ++place) check_place(pack, place);
  if (const auto lookup = git::PackLookup::of(text))
    for (std::size_t i = 0; i + 20 <= text.size(); ++i) (void)lookup->find(git::object_id_from(&text[i]));
}

}  // namespace crmtrack::fuzz
