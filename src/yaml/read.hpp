#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "yaml/node.hpp"

namespace crmtrack::yaml {

/// Bounds of one document; beyond them it is refused, not cut (DESIGN §3, bounds).
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

/// Reads one document of the strict subset: maps, lists, scalars, block text. Refused, with the place: anchors,
/// aliases, tags, duplicate, non-scalar, null or overlong keys, merge keys, directives, a second document, invalid
/// UTF-8, control characters, anything over the limits. A byte order mark at the start is passed over. An empty
/// document is null.
tl::expected<Node, Fault> read(std::string_view text, const Limits& limits = {});

/// The fast path: accepts only what `write` writes (and gives the same Node as `read`); nullopt-like fault for all
/// else. Allocates little.
tl::expected<Node, Fault> scan(std::string_view text, const Limits& limits = {});

/// `scan`, and where that does not accept it, `read`.
tl::expected<Node, Fault> load(std::string_view text, const Limits& limits = {});

}  // namespace crmtrack::yaml
