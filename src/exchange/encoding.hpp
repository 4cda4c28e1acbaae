#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace crmtrack::exchange {

/// Text as UTF-8 without a byte order mark: a view of the given bytes where they were that already.
struct Decoded {
  std::string owned;
  std::string_view borrowed;
  [[nodiscard]] std::string_view text() const { return owned.empty() ? borrowed : std::string_view(owned); }
};

/// Turns a file's bytes into UTF-8. `encoding` is what the user stated: utf-8, utf-16, utf-16le, utf-16be,
/// windows-1252, iso-8859-1 (latin-1); empty: UTF-8, or UTF-16 where a byte order mark says so. Other encodings are
/// never guessed: bytes that do not fit throw Error(refused) with line, column and the way out, naming `file`. The
/// bytes must outlive the result. `passed` hears now and then how many of them have been looked at.
Decoded to_utf8(std::string_view bytes, std::string_view encoding = {}, std::string_view file = "-",
                const std::function<void(std::size_t)>& passed = {});

}  // namespace crmtrack::exchange
