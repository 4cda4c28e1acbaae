#include "git/object/object_store.hpp"

#include <fmt/format.h>

#include "git/object/sha1_stream.hpp"

namespace crmtrack::git {
namespace {

using util::Error;
using util::ErrorKind;

// Enough for the trees on a few paths, however large: what helps is to meet the trees of one commit again at the next.
constexpr std::size_t kRememberedBytes = 16U << 20U;
constexpr std::size_t kRememberedTrees = 200;
// A repack beside us may remove the pack that was to be read: libgit2 looks for new packs when it is told to.
constexpr int kReadAttempts = 3;

git_oid to_oid(const ObjectId& id) {
  git_oid oid{};
  std::memcpy(oid.id, id.bytes.data(), id.bytes.size());
  return oid;
}

[[noreturn]] void fail_kind(const ObjectId& id, ObjectKind kind) {
  throw Error(ErrorKind::repository, fmt::format("cannot read the object '{}': it is no {}", id.hex(), name_of(kind)),
              {kind == ObjectKind::commit ? "crmtrack doctor says which branch names it, and the command that mends it"
                                          : "git fsck --full names what is missing or damaged"});
}

/// The name that Git gives these bytes. libgit2 could compare it too, with a digest that takes five times as long.
ObjectId name_of_bytes(const RawObject& object) {
  Sha1Stream digest;
  digest.add(object_header(object.kind, object.bytes.size()));
  digest.add(object.bytes);
  return digest.finish();
}

/// nullopt where the object is absent or damaged, also after a look for packs that came meanwhile.
std::optional<ObjectSize> find_header(git_odb* odb, const ObjectId& id) {
  ObjectSize header;
  git_object_t type = GIT_OBJECT_INVALID;
  const git_oid oid = to_oid(id);
  for (int attempt = 1; git2().git_odb_read_header(&header.size, &type, odb, &oid) != 0; ++attempt) {
    if (attempt == kReadAttempts) return std::nullopt;
    git2().git_odb_refresh(odb);
  }
  header.kind = static_cast<ObjectKind>(type);
  return header;
}

}  // namespace

UnreadableObject::UnreadableObject(const ObjectId& id, const std::string& why)
    : Error(
          ErrorKind::repository, fmt::format("cannot read the object '{}': {}", id.hex(), why),
          {"git fsck --full names what is missing or damaged", "how to mend it: man crmtrack-audit, Damaged objects"}),
      id_(id),
      why_(why) {}

ObjectStore::ObjectStore(const std::filesystem::path& objects)
    : folders_{objects}, plain_(objects), recent_(kRememberedBytes, kRememberedTrees) {}

void ObjectStore::add_folder(const std::filesystem::path& objects) {
  folders_.push_back(objects);
  plain_.add_folder(objects);
  odb_.reset();
}

git_odb* ObjectStore::odb() const {
  constexpr const char* kFailed = "cannot read the repository's objects";
  if (odb_) return odb_.get();
  git_odb* odb = nullptr;
  check_git2(git2().git_odb_open(&odb, folders_.front().c_str()), kFailed);
  OdbHandle opened(odb);
  for (std::size_t i = 1; i < folders_.size(); ++i)
    check_git2(git2().git_odb_add_disk_alternate(odb, folders_[i].c_str()), kFailed);
  odb_ = std::move(opened);
  return odb;
}

/// Files have bounds of their own, commits are read wherever a branch leads.
void ObjectStore::refuse_huge_commit(const ObjectId& id) const {
  const auto header = find_header(odb(), id);
  if (!header || header->kind != ObjectKind::commit || header->size <= kLargestPlainObject) return;
  throw Error(ErrorKind::refused, fmt::format("cannot read the commit '{}': it is larger than 16 MiB", id.hex()),
              {"whoever looks after the repository that it came from takes it out of the branch there"});
}

RawObject ObjectStore::load(const ObjectId& id) const {
  auto object = plain_.find(id);
  if (object && (names_ == Names::trusted || name_of_bytes(*object) == id)) return std::move(*object);
  return load_by_libgit2(id);
}

RawObject ObjectStore::load_by_libgit2(const ObjectId& id) const {
  refuse_huge_commit(id);
  const git_oid oid = to_oid(id);
  git_odb_object* raw = nullptr;
  for (int attempt = 1; git2().git_odb_read(&raw, odb(), &oid) != 0; ++attempt) {
    const std::string why = last_git2_message();
    if (attempt == kReadAttempts) throw UnreadableObject(id, why);
    git2().git_odb_refresh(odb());
  }
  const OdbObjectHandle found(raw);
  const auto* const bytes = static_cast<const char*>(git2().git_odb_object_data(raw));
  RawObject object{static_cast<ObjectKind>(git2().git_odb_object_type(raw)),
                   std::string(bytes, git2().git_odb_object_size(raw))};
  if (names_ == Names::trusted || name_of_bytes(object) == id) return object;
  throw UnreadableObject(id, "its bytes are not those that its name says");
}

std::string ObjectStore::read(const ObjectId& id, ObjectKind kind) const {
  RawObject object = load(id);
  if (object.kind != kind) fail_kind(id, kind);
  return std::move(object.bytes);
}

std::optional<std::size_t> ObjectStore::find_size(const ObjectId& id) const {
  auto header = plain_.find_size(id);
  if (!header) header = find_header(odb(), id);
  return header ? std::optional(header->size) : std::nullopt;
}

std::optional<ObjectKind> ObjectStore::find_kind(const ObjectId& id) const {
  auto header = plain_.find_size(id);
  if (!header) header = find_header(odb(), id);
  return header ? std::optional(header->kind) : std::nullopt;
}

std::string ObjectStore::read_blob(const ObjectId& id, std::size_t limit) const {
  if (find_size(id).value_or(0) > limit) {
    throw Error(ErrorKind::refused,
                fmt::format("cannot read the object '{}': it is larger than {} bytes", id.hex(), limit));
  }
  return read(id, ObjectKind::blob);
}

TreeBytes ObjectStore::read_tree(const ObjectId& id) const {
  if (auto known = recent_.find(id)) return known;
  auto bytes = std::make_shared<const TreeText>(read(id, ObjectKind::tree));
  recent_.add(id, bytes);
  return bytes;
}

CommitObject ObjectStore::read_commit(const ObjectId& id) const {
  auto commit = parse_commit(read(id, ObjectKind::commit));
  if (!commit) throw Error(ErrorKind::repository, fmt::format("cannot read the commit '{}': it is damaged", id.hex()));
  return std::move(*commit);
}

std::optional<std::pair<TreeEntry, TreeBytes>> ObjectStore::find_path(const ObjectId& root,
                                                                      std::string_view path) const {
  ObjectId tree = root;
  while (true) {
    const auto slash = path.find('/');
    TreeBytes bytes = read_tree(tree);
    const auto entry = find_entry(*bytes, path.substr(0, slash));
    if (!entry) return std::nullopt;
    if (slash == std::string_view::npos) return std::pair(*entry, std::move(bytes));
    if (!entry->is_tree()) return std::nullopt;
    tree = entry->id();
    path.remove_prefix(slash + 1);
  }
}

std::optional<ObjectId> ObjectStore::find_folder(const ObjectId& root, std::string_view path) const {
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty()) return root;
  const auto found = find_path(root, path);
  if (!found || !found->first.is_tree()) return std::nullopt;
  return found->first.id();
}

bool ObjectStore::holds(const ObjectId& root, std::string_view path, const ObjectId& blob) const {
  const auto found = find_path(root, path);
  return found && !found->first.is_tree() && found->first.id() == blob;
}

TreeSource ObjectStore::trees() const {
  return [this](const ObjectId& id) { return read_tree(id); };
}

}  // namespace crmtrack::git
