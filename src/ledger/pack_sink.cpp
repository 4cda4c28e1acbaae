#include "ledger/pack_sink.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>

#include "ledger/sha1_stream.hpp"
#include "util/file.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::size_t kBufferSize = 1U << 20U;

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out += static_cast<char>((value >> shift) & 0xFFU);
}

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

void append_offsets(std::string& index, const std::vector<PackedObject>& objects) {
  constexpr std::uint64_t kFirstLarge = 1ULL << 31U;
  std::string large;
  for (const PackedObject& object : objects) {
    const bool is_large = object.offset >= kFirstLarge;
    append_big_endian(index, is_large ? kFirstLarge | large.size() / 8 : object.offset, 4);
    if (is_large) append_big_endian(large, object.offset, 8);
  }
  index += large;
}

}  // namespace

std::string render_pack_index(std::vector<PackedObject>& objects, const ObjectId& pack_checksum) {
  std::sort(objects.begin(), objects.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::array<std::uint32_t, 256> counts{};
  for (const PackedObject& object : objects) ++counts[object.id.bytes[0]];
  std::string index("\xFFtOc", 4);
  index.reserve(objects.size() * 28 + 2048);
  append_big_endian(index, 2, 4);
  std::uint32_t sum = 0;
  for (const std::uint32_t count : counts) append_big_endian(index, sum += count, 4);
  for (const PackedObject& object : objects) index += object.id.view();
  for (const PackedObject& object : objects) append_big_endian(index, object.crc, 4);
  append_offsets(index, objects);
  index += pack_checksum.view();
  Sha1Stream hash;
  hash.add(index);
  index += hash.finish().view();
  return index;
}

PackSink::PackSink(const std::filesystem::path& objects, const Access& access)
    : folder_(objects / "pack"), access_(access) {}

void PackSink::begin() {
  pack_.emplace(ScratchFile::create(folder_, "tmp_pack_"));
  buffer_ = pack_header(0);  // the count is written when it is known
  flushed_ = 0;
  objects_.clear();
}

ObjectId PackSink::write(ObjectKind kind, std::string_view bytes) {
  const ObjectId id = hash_object(kind, bytes);
  if (!written_.insert(id).second) return id;
  if (!pack_) begin();
  const std::size_t start = buffer_.size();
  append_entry_header(buffer_, kind, bytes.size());
  deflater_.append(bytes, {}, buffer_);
  const auto crc = crc32_z(0, reinterpret_cast<const Bytef*>(buffer_.data()) + start, buffer_.size() - start);
  objects_.push_back({id, static_cast<std::uint32_t>(crc), flushed_ + start});
  if (buffer_.size() >= kBufferSize) flush();
  return id;
}

void PackSink::flush() {
  pack_->write(buffer_);
  flushed_ += buffer_.size();
  buffer_.clear();
  pack_->start_writeback();
}

/// The checksum covers the header with the count, which is known only now, so the file is read once more.
ObjectId PackSink::end_pack() {
  flush();
  pack_->write_at(pack_header(objects_.size()), 0);
  Sha1Stream hash;
  for (std::size_t offset = 0; offset < flushed_; offset += kBufferSize) {
    hash.add(pack_->read_at(offset, kBufferSize));
  }
  const ObjectId checksum = hash.finish();
  pack_->write(checksum.view());
  return checksum;
}

void PackSink::finish() {
  if (!pack_) return;
  const ObjectId checksum = end_pack();
  ScratchFile index = ScratchFile::create(folder_, "tmp_idx_");
  index.write(render_pack_index(objects_, checksum));
  for (ScratchFile* file : {&*pack_, &index}) {
    file->set_mode(access_.object);
    file->sync();
  }
  // The pack first: Git looks for indexes, and expects a pack beside each.
  pack_->keep_as(folder_ / fmt::format("pack-{}.pack", checksum.hex()));
  index.keep_as(folder_ / fmt::format("pack-{}.idx", checksum.hex()));
  util::sync_directory(folder_);
  pack_.reset();
}

}  // namespace crmtrack::ledger
