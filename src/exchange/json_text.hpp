#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "document/value.hpp"

namespace crmtrack::exchange {

struct JsonLimits {
  int depth = 16;
  std::size_t values = 4U << 20;
};

struct JsonFault {
  std::size_t offset = 0;  ///< in bytes, from 0
  std::string message;
};

/// Reads one JSON value (RFC 8259), strictly: valid UTF-8, no duplicate keys, whole numbers within 64 bits, nothing
/// behind it. Objects keep their order.
tl::expected<document::Value, JsonFault> parse_json(std::string_view text, const JsonLimits& limits = {});

}  // namespace crmtrack::exchange
