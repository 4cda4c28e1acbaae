#include "git/object/inflate.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <new>

namespace crmtrack::git {

Inflater::Inflater() : decompressor_(libdeflate_alloc_decompressor()) {
  if (!decompressor_) throw std::bad_alloc();
}

void Inflater::Free::operator()(libdeflate_decompressor* decompressor) const {
  libdeflate_free_decompressor(decompressor);
}

std::optional<std::string> Inflater::find_text(std::string_view bytes, std::size_t size) {
  std::string text(size, '\0');
  std::size_t read = 0;
  const auto result =
      libdeflate_zlib_decompress_ex(decompressor_.get(), bytes.data(), bytes.size(), text.data(), size, &read, nullptr);
  return result == LIBDEFLATE_SUCCESS ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<std::string> Inflater::find_text_within(std::string_view bytes, std::size_t most) {
  constexpr std::size_t kUsualRatio = 4;
  for (std::size_t room = std::min(most, bytes.size() * kUsualRatio);; room = std::min(most, room * kUsualRatio)) {
    std::string text(room, '\0');
    std::size_t size = 0;
    const auto result =
        libdeflate_zlib_decompress(decompressor_.get(), bytes.data(), bytes.size(), text.data(), text.size(), &size);
    if (result == LIBDEFLATE_SUCCESS) {
      text.resize(size);
      return text;
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE || room == most) return std::nullopt;
  }
}

}  // namespace crmtrack::git
