#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace crmtrack::git {

/// Makes zlib streams, one after another. It is reused, because setting up a compressor costs more than compressing a
/// record.
class Deflater {
 public:
  /// `quick` is level 1; a higher level takes longer and gains a hundredth. `stored` keeps the bytes as they are,
  /// within zlib's frame.
  enum class Level { stored, quick };
  explicit Deflater(Level level = Level::quick);

  /// Appends the stream of `bytes` to `out`.
  void append(std::string_view bytes, std::string& out);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

}  // namespace crmtrack::git
