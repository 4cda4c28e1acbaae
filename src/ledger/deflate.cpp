#include "ledger/deflate.hpp"

#include <new>

#include "util/error.hpp"

namespace crmtrack::ledger {

Deflater::Deflater() {
  if (deflateInit(&stream_, Z_BEST_SPEED) != Z_OK) throw std::bad_alloc();
}

Deflater::~Deflater() { deflateEnd(&stream_); }

void Deflater::append(std::string_view first, std::string_view second, std::string& out) {
  deflateReset(&stream_);
  std::size_t used = out.size();
  out.resize(used + deflateBound(&stream_, static_cast<uLong>(first.size() + second.size())));
  feed(first, Z_NO_FLUSH, out, used);
  feed(second, Z_FINISH, out, used);
  out.resize(used);
}

void Deflater::feed(std::string_view bytes, int flush, std::string& out, std::size_t& used) {
  // zlib counts in 32 bits; what is larger than that is refused long before.
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream_.avail_in = static_cast<uInt>(bytes.size());
  stream_.next_out = reinterpret_cast<Bytef*>(out.data()) + used;
  stream_.avail_out = static_cast<uInt>(out.size() - used);
  const int code = deflate(&stream_, flush);
  const bool done = flush == Z_FINISH ? code == Z_STREAM_END : code == Z_OK || bytes.empty();
  if (!done) {
    throw util::Error(util::ErrorKind::bug, "cannot compress an object: zlib failed");
  }
  used = out.size() - stream_.avail_out;
}

}  // namespace crmtrack::ledger
