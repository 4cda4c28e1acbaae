#pragma once

#include <string>
#include <string_view>

#include <utf8proc.h>

namespace crmtrack::util {

/// utf8proc_map with the given options; valid UTF-8 only.
std::string map_unicode(std::string_view text, utf8proc_option_t options);

}  // namespace crmtrack::util
