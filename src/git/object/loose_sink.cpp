#include "git/object/loose_sink.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <optional>
#include <system_error>

#include "git/object/sha1_stream.hpp"
#include "util/descriptor.hpp"
#include "util/error.hpp"
#include "util/file.hpp"

namespace crmtrack::git {
namespace {

bool is_before(const timespec& a, const timespec& b) {
  return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

}  // namespace

ObjectId hash_object(ObjectKind kind, std::string_view bytes) {
  Sha1Stream hash;
  hash.add(object_header(kind, bytes.size()));
  hash.add(bytes);
  return hash.finish();
}

LooseSink::LooseSink(std::filesystem::path objects, const Access& access)
    : objects_(std::move(objects)), access_(access), ordered_(orders_by_journal(objects_)) {}

ObjectId LooseSink::write(ObjectKind kind, std::string_view bytes) {
  const ObjectId id = hash_object(kind, bytes);
  const std::string hex = id.hex();
  const std::filesystem::path path = objects_ / hex.substr(0, 2) / hex.substr(2);
  if (!written_.insert(id).second) return id;
  paths_.push_back(path);
  if (freshen(path)) return id;
  std::string compressed;
  deflater_.append(object_header(kind, bytes.size()).append(bytes), compressed);
  ScratchFile file = create_file(path.parent_path());
  file.write(compressed);
  file.set_mode(access_.object);
  if (ordered_) file.start_writeback();
  pending_.push_back({path, std::move(file)});
  return id;
}

void LooseSink::finish() {
  for (Pending& object : pending_) ordered_ ? object.file.wait_writeback() : object.file.sync();
  for (Pending& object : pending_) object.file.keep_as(object.path);
  if (ordered_) {
    if (!pending_.empty()) pending_.back().file.sync();
  } else {
    // Where `git repack` took the object into a pack, and the empty folder away, it is durable there; `is_intact`
    // looks.
    for (const Pending& object : pending_) util::sync_directory_if_there(object.path.parent_path());
    // A folder may be new, made by us or by somebody who did not wait for the disk.
    if (!written_.empty()) util::sync_directory(objects_);
  }
  pending_.clear();
}

bool LooseSink::is_intact() const {
  std::optional<timespec> earliest;
  for (const std::filesystem::path& path : paths_) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return false;
    if (!earliest || is_before(info.st_mtim, *earliest)) earliest = info.st_mtim;
  }
  return !earliest || !has_pack_since(*earliest);
}

/// By the file system's own clock.
bool LooseSink::has_pack_since(const timespec& time) const {
  const std::filesystem::path folder = objects_ / "pack";
  struct stat info {};
  if (::stat(folder.c_str(), &info) != 0 || is_before(info.st_mtim, time)) return false;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() != ".idx") continue;
    if (::stat(entry.path().c_str(), &info) == 0 && !is_before(info.st_ctim, time)) return true;
  }
  return false;
}

/// Whether the object is there already. It may be one that nothing refers to yet, so a new time keeps `git gc` from
/// pruning it. Its writer need not have waited for the disk (Git does not), and a power cut then leaves an empty file.
bool LooseSink::freshen(const std::filesystem::path& path) const {
  const util::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat info {};
  if (!file || ::fstat(file.get(), &info) != 0 || info.st_size == 0) return false;
  if (::futimens(file.get(), nullptr) != 0) return false;
  constexpr unsigned kAll = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
  if (ordered_) return ::sync_file_range(file.get(), 0, 0, kAll) == 0;
  if (::fsync(file.get()) != 0) return false;
  return util::sync_directory_if_there(path.parent_path());
}

/// `git gc` beside us removes a folder that it finds empty, even one that we have just made.
ScratchFile LooseSink::create_file(const std::filesystem::path& folder) const {
  constexpr int kAttempts = 100;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (auto file = ScratchFile::try_create(folder, "tmp_obj_")) return std::move(*file);
    make_folder(folder);
  }
  return ScratchFile::create(folder, "tmp_obj_");
}

void LooseSink::make_folder(const std::filesystem::path& folder) const {
  if (::mkdir(folder.c_str(), access_.folder) == 0) {
    ::chmod(folder.c_str(), access_.folder | group_bit(objects_));
  } else if (errno != EEXIST) {
    throw util::Error(util::ErrorKind::repository, fmt::format("cannot write to '{}': {}", objects_.string(),
                                                               std::generic_category().message(errno)));
  }
}

}  // namespace crmtrack::git
