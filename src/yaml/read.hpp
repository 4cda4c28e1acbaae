#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "yaml/node.hpp"

namespace crmtrack::yaml {

/// Bounds of one document. A document beyond them is refused, not cut (crmtrack-format(5), THE SUBSET OF YAML).
struct Limits {
  std::size_t bytes = 256U << 10;
  int depth = 8;
  int nodes = 2000;
};

/// Why a document was refused, for `file:line:column: message`.
struct Fault {
  Mark mark;
  std::string message;
};

/// Reads one document of the strict subset: maps, lists, scalars, block text. Refuses, with the place: anchors,
/// aliases, tags, duplicate, non-scalar, null or overlong keys, merge keys, directives, a second document, invalid
/// UTF-8, control characters, and anything over the limits. Passes over a byte order mark at the start. An empty
/// document is null.
tl::expected<Node, Fault> read(std::string_view text, const Limits& limits = {});

/// Reads by `scan`, and by `read` where the text is not canonical.
tl::expected<Node, Fault> load(std::string_view text, const Limits& limits = {});

}  // namespace crmtrack::yaml
