#pragma once

#include <string>
#include <string_view>

#include "document/value.hpp"

namespace crmtrack::view {

/// A text as a value of JSON; null where it is empty.
inline document::Value text_or_null(std::string_view text) {
  return text.empty() ? document::Value() : document::Value(std::string(text));
}

}  // namespace crmtrack::view
