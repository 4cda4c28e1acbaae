#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct libdeflate_decompressor;

namespace crmtrack::git {

/// Reads zlib streams, one after another. It is reused, because setting up a decompressor costs more than reading a
/// record.
class Inflater {
 public:
  Inflater();

  /// The text of the stream that `bytes` begin with; more bytes may follow it. nullopt where the stream is damaged, or
  /// its text has another size.
  std::optional<std::string> find_text(std::string_view bytes, std::size_t size);
  /// The text of a stream whose size nobody says. nullopt where the stream is damaged, or its text is longer than
  /// `most`.
  std::optional<std::string> find_text_within(std::string_view bytes, std::size_t most);

 private:
  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const;
  };
  std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
};

}  // namespace crmtrack::git
