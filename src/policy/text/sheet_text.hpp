#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "policy/text/block_text.hpp"
#include "yaml/node.hpp"

namespace crmtrack::policy {

/// An entry of a policy file with the lines that say it.
struct TextEntry {
  std::string key;   ///< by key_of_entry; of a map's entry the map's key
  yaml::Node value;  ///< the item of the list, or the value in the map
  Lines lead;        ///< the comments and blank lines before it
  Lines body;        ///< its own lines; empty: it is written anew in canonical form
};

/// A policy file as text in parts, so that entries can be added, replaced and taken out while all other lines stay as
/// people wrote them. The file is a map with one key, under which a list or a map stands.
struct SheetText {
  std::string file;  ///< `reasons.yaml`
  bool is_map = false;
  Lines head;            ///< the lines before that of the file's key
  std::string key_line;  ///< `reasons:`, perhaps with a comment
  std::vector<TextEntry> entries;
  Lines tail;              ///< the lines after the last entry
  std::size_t column = 2;  ///< of the dash of an item, or of a key of the map
  std::size_t gap = 1;     ///< blanks after the dash
  bool has_mark = false;   ///< begins with a byte order mark
  bool has_crlf = false;   ///< its lines end in CR LF

  [[nodiscard]] const TextEntry* find(std::string_view key) const;  ///< case is ignored
};

/// Reads a policy file in parts. A text that says nothing has no entries. Unexpected: why its entries cannot be told
/// apart, as for a file that is not the expected YAML, or has an entry without a key or two with the same key.
tl::expected<SheetText, std::string> read_sheet_text(std::string_view file, std::string_view text);

/// The text of the parts. Unexpected where it would not mean what the entries say.
tl::expected<std::string, std::string> render_sheet_text(SheetText sheet);

}  // namespace crmtrack::policy
