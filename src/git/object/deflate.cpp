#include "git/object/deflate.hpp"

#include <libdeflate.h>

#include <new>

#include "util/error.hpp"

namespace crmtrack::git {

Deflater::Deflater(Level level) : compressor_(libdeflate_alloc_compressor(level == Level::stored ? 0 : 1)) {
  if (!compressor_) throw std::bad_alloc();
}

void Deflater::Free::operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }

void Deflater::append(std::string_view bytes, std::string& out) {
  const std::size_t used = out.size();
  const std::size_t room = libdeflate_zlib_compress_bound(compressor_.get(), bytes.size());
  out.resize(used + room);
  const std::size_t size =
      libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), out.data() + used, room);
  if (size == 0) throw util::Error(util::ErrorKind::bug, "cannot compress an object: libdeflate failed");
  out.resize(used + size);
}

}  // namespace crmtrack::git
