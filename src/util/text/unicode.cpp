// Normal forms, by utf8proc's tables and independent of the locale.
#include "util/text/unicode.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <memory>

#include "util/error.hpp"

namespace crmtrack::util {

std::string map_unicode(std::string_view text, utf8proc_option_t options) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) throw Error(ErrorKind::bug, fmt::format("cannot normalize a text: {}", utf8proc_errmsg(size)));
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

}  // namespace crmtrack::util
