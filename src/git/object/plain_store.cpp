#include "git/object/plain_store.hpp"

#include <charconv>
#include <utility>

#include "git/object/pack_lookup.hpp"
#include "util/mapped_file.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

/// Reads `blob 12\0` and what follows; nullopt where the text is no object, or its size is another.
std::optional<RawObject> parse_loose(std::string text) {
  const auto end = text.find('\0');
  const auto blank = text.find(' ');
  if (end == std::string::npos || blank > end) return std::nullopt;
  std::size_t size = 0;
  const auto [after, error] = std::from_chars(&text[blank + 1], &text[end], size);
  if (error != std::errc() || after != &text[end] || size != text.size() - end - 1) return std::nullopt;
  const std::string_view name = std::string_view(text).substr(0, blank);
  for (const ObjectKind kind : {ObjectKind::commit, ObjectKind::tree, ObjectKind::blob, ObjectKind::tag}) {
    if (name != name_of(kind)) continue;
    text.erase(0, end + 1);
    return RawObject{kind, std::move(text)};
  }
  return std::nullopt;
}

}  // namespace

/// A pack and its index. Both are opened at the first look.
class PlainStore::Pack {
 public:
  explicit Pack(fs::path index) : path_(std::move(index)) {}

  std::optional<std::uint64_t> place_of(const ObjectId& id) {
    if (!path_.empty()) open();
    return lookup_ ? lookup_->find(id) : std::nullopt;
  }
  /// Precondition: `place_of` has found an object.
  PackText& text() { return *text_; }

 private:
  void open() {
    index_ = util::MappedFile::find(path_);
    pack_ = util::MappedFile::find(path_.replace_extension(".pack"));
    path_.clear();
    if (!index_ || !pack_ || !pack_->bytes().starts_with(std::string_view("PACK\0\0\0\2", 8))) return;
    lookup_ = PackLookup::of(index_->bytes());
    text_.emplace(pack_->bytes(), [this](const ObjectId& id) { return lookup_ ? lookup_->find(id) : std::nullopt; });
  }

  fs::path path_;  ///< of the index; empty once it was opened
  std::optional<util::MappedFile> index_, pack_;
  std::optional<PackLookup> lookup_;
  std::optional<PackText> text_;
};

struct PlainStore::Folder {
  fs::path path;
  std::optional<std::vector<std::unique_ptr<Pack>>> packs;  ///< listed when an object is first looked for
};

struct PlainStore::Found {
  Pack* pack = nullptr;
  std::uint64_t place = 0;
};

PlainStore::PlainStore(const fs::path& objects) { add_folder(objects); }
PlainStore::PlainStore(PlainStore&&) noexcept = default;
PlainStore& PlainStore::operator=(PlainStore&&) noexcept = default;
PlainStore::~PlainStore() = default;

void PlainStore::add_folder(const fs::path& objects) { folders_.push_back({objects, std::nullopt}); }

std::optional<PlainStore::Found> PlainStore::find_packed(const ObjectId& id) {
  if (last_ != nullptr)
    if (const auto place = last_->place_of(id)) return Found{last_, *place};
  for (Folder& folder : folders_) {
    if (!folder.packs) {
      folder.packs.emplace();
      std::error_code failed;
      for (fs::directory_iterator at(folder.path / "pack", failed), end; !failed && at != end; at.increment(failed))
        if (at->path().extension() == ".idx") folder.packs->push_back(std::make_unique<Pack>(at->path()));
    }
    for (const auto& pack : *folder.packs) {
      const auto place = pack->place_of(id);
      if (!place) continue;
      last_ = pack.get();
      return Found{last_, *place};
    }
  }
  return std::nullopt;
}

std::optional<RawObject> PlainStore::find_loose(const ObjectId& id) {
  const std::string hex = id.hex();
  for (const Folder& folder : folders_) {
    const auto file = util::MappedFile::find(folder.path / hex.substr(0, 2) / hex.substr(2));
    if (!file || file->bytes().size() > kLargestPlainObject) continue;
    auto text = inflater_.find_text_within(file->bytes(), kLargestPlainObject);
    return text ? parse_loose(std::move(*text)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<RawObject> PlainStore::find(const ObjectId& id) {
  if (sized_ && sized_->first == id) return std::move(std::exchange(sized_, std::nullopt)->second);
  if (const auto found = find_packed(id)) return found->pack->text().find(found->place, inflater_);
  return find_loose(id);
}

std::optional<ObjectSize> PlainStore::find_size(const ObjectId& id) {
  if (const auto found = find_packed(id)) return found->pack->text().find_size(found->place, inflater_);
  auto object = find_loose(id);
  if (!object) return std::nullopt;
  const ObjectSize size{object->kind, object->bytes.size()};
  sized_.emplace(id, std::move(*object));
  return size;
}

}  // namespace crmtrack::git
