#pragma once

#include <string>
#include <string_view>

#include <utf8proc.h>

namespace crmtrack::util {

/// The text mapped by utf8proc_map with the given options. Precondition: valid UTF-8.
std::string map_unicode(std::string_view text, utf8proc_option_t options);

}  // namespace crmtrack::util
