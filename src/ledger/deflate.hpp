#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace crmtrack::ledger {

/// zlib streams at level 1, one after another: setting one up costs more than compressing a record.
class Deflater {
 public:
  Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater();

  /// Appends the compressed bytes of `first` followed by `second` to `out`.
  void append(std::string_view first, std::string_view second, std::string& out);

 private:
  void feed(std::string_view bytes, int flush, std::string& out, std::size_t& used);

  z_stream stream_{};
};

}  // namespace crmtrack::ledger
