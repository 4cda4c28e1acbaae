#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.hpp"

namespace crmtrack::policy {

/// One member of a flow collection as it stands in the text, by offsets. Of a list's item only `value` holds.
struct FlowMember {
  std::string key;
  std::size_t value_begin = 0;
  std::size_t value_end = 0;  ///< behind its last character
};

/// A flow collection `{a: b}` or `[a, b]` in a text.
struct FlowText {
  std::vector<FlowMember> members;
  std::size_t insert_at = 0;   ///< where a further member goes
  bool ends_in_comma = false;  ///< what goes there needs no comma before it
  std::size_t end = 0;         ///< behind the closing bracket
};

/// Reads the flow collection that opens at `begin`; nullopt where none does or it has no end. It need not be valid
/// YAML: whoever edits by it reads the result again.
std::optional<FlowText> find_flow(std::string_view text, std::size_t begin);

/// The offset behind the quoted scalar that opens at `begin`; npos where it has no end.
std::size_t skip_quoted(std::string_view text, std::size_t begin);

/// A value on one line, as it may stand in a flow collection or behind a key.
std::string render_flow(const yaml::Node& value);

}  // namespace crmtrack::policy
