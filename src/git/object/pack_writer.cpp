#include "git/object/pack_writer.hpp"

#include <fmt/format.h>
#include <libdeflate.h>

#include "git/object/sha1_stream.hpp"
#include "util/file.hpp"

namespace crmtrack::git {
namespace {

constexpr std::size_t kBufferSize = 1U << 20U;

std::string pack_header(std::size_t count) {
  std::string header = "PACK";
  append_big_endian(header, 2, 4);
  append_big_endian(header, count, 4);
  return header;
}

/// Kind and size: 4 bits of size in the first byte, 7 in each further one, the top bit saying that more follow.
void append_entry_header(std::string& out, ObjectKind kind, std::size_t size) {
  auto byte = static_cast<unsigned>(kind) << 4U | static_cast<unsigned>(size & 15U);
  for (size >>= 4U; size != 0; size >>= 7U) {
    out += static_cast<char>(byte | 0x80U);
    byte = static_cast<unsigned>(size & 0x7FU);
  }
  out += static_cast<char>(byte);
}

}  // namespace

PackWriter::PackWriter(std::filesystem::path folder, const Access& access)
    : folder_(std::move(folder)), access_(access), pack_(ScratchFile::create(folder_, "tmp_pack_")) {
  buffer_ = pack_header(0);  // the count is written when it is known
}

void PackWriter::add(const ObjectId& id, ObjectKind kind, std::string_view bytes) {
  const std::size_t start = buffer_.size();
  append_entry_header(buffer_, kind, bytes.size());
  (kind == ObjectKind::tree ? stored_ : quick_).append(bytes, buffer_);
  const std::uint32_t crc = libdeflate_crc32(0, buffer_.data() + start, buffer_.size() - start);
  objects_.push_back({id, crc, flushed_ + start});
  if (buffer_.size() >= kBufferSize) flush();
}

void PackWriter::flush() {
  pack_.write(buffer_);
  flushed_ += buffer_.size();
  buffer_.clear();
  pack_.start_writeback();
}

/// The checksum covers the header with the count, which is known only now, so the file is read once more.
ObjectId PackWriter::end_pack() {
  flush();
  pack_.write_at(pack_header(objects_.size()), 0);
  Sha1Stream hash;
  for (std::size_t offset = 0; offset < flushed_; offset += kBufferSize) hash.add(pack_.read_at(offset, kBufferSize));
  const ObjectId checksum = hash.finish();
  pack_.write(checksum.view());
  return checksum;
}

PackWriter::Finished PackWriter::finish() {
  const ObjectId checksum = end_pack();
  ScratchFile index = ScratchFile::create(folder_, "tmp_idx_");
  write_pack_index(objects_, checksum, [&](std::string_view bytes) { index.write(bytes); });
  for (ScratchFile* file : {&pack_, &index}) {
    file->set_mode(access_.object);
    file->sync();
  }
  // Git looks for indexes, and expects a pack beside each: from then on a repack may take the pack away.
  const std::filesystem::path path = folder_ / fmt::format("pack-{}.pack", checksum.hex());
  Finished finished{path, PackKeep(path, access_)};
  pack_.keep_as(path);
  index.keep_as(std::filesystem::path(path).replace_extension(".idx"));
  util::sync_directory(folder_);
  return finished;
}

}  // namespace crmtrack::git
