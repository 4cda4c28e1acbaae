#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.hpp"

namespace crmtrack::policy {

using Lines = std::vector<std::string>;

/// The mark with which some editors begin a file.
inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
/// Whether every line ends in CR LF; then takes the CRs out.
bool fold_crlf(std::string& text);

/// The lines of a text without their line feeds; a final one ends the last line.
Lines split_lines(std::string_view text);
std::string join_lines(const Lines& lines);
/// Columns before the first character that is no blank; the size of a blank line.
std::size_t indent_of(std::string_view line);
bool is_blank_or_comment(std::string_view line);

/// A field of a block map by its lines, both included.
struct FieldLines {
  std::string key;
  std::size_t first = 0, last = 0;
};
/// The fields of the block map whose first key stands at `mark`, as far as the text alone tells.
std::vector<FieldLines> fields_of_block(const Lines& lines, yaml::Mark mark);

/// Sets a field of the block map whose first key stands at `mark`: replaces its value in place, keeping a comment
/// behind it, or adds a line to the map's end. It need not come out as valid YAML: whoever edits reads it again.
void set_block_field(Lines& lines, yaml::Mark mark, const std::string& key, const yaml::Node& value);

/// Sets fields of the block map whose first key stands at `mark`, or takes them out (nullopt), and keeps its keys in
/// order: a new one goes behind the greatest that is smaller. Comments stay. As after set_block_field, whoever edits
/// reads the result again.
void set_ordered_block_fields(Lines& lines, yaml::Mark mark,
                              const std::map<std::string, std::optional<yaml::Node>>& values);

/// Adds an item to the block list that stands below line `key_line`, in the form and indentation of its other items.
/// `list` is that list as read; where it is empty, what its key was followed by has been taken away.
void add_block_item(Lines& lines, std::size_t key_line, const yaml::Node& list, const yaml::Node& item);

}  // namespace crmtrack::policy
