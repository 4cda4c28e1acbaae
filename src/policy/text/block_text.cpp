#include "policy/text/block_text.hpp"

#include <algorithm>
#include <iterator>

#include "policy/text/flow_text.hpp"
#include "util/text/parts.hpp"
#include "yaml/write.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Node;

constexpr std::size_t kNoLine = std::string::npos;
constexpr std::size_t kUsualIndent = 2;

bool is_blank_line(std::string_view line) { return util::trim(line).empty(); }

/// The lines of a block map that holds one field.
Lines render_field(const std::string& key, const Node& value) {
  return split_lines(yaml::write(Node::map({{key, value}})));
}

void indent(Lines& lines, std::size_t columns) {
  for (std::string& line : lines)
    if (!line.empty()) line.insert(0, columns, ' ');
}

/// Where the colon of `key: value` stands in a line, from column `from` on; npos where it has none.
std::size_t find_colon(std::string_view line, std::size_t from) {
  std::size_t at = from;
  if (at < line.size() && (line[at] == '"' || line[at] == '\'')) at = skip_quoted(line, at);
  for (; at < line.size(); ++at)
    if (line[at] == ':' && (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t')) return at;
  return kNoLine;
}

std::string key_at(std::string_view line, std::size_t from) {
  const std::size_t colon = find_colon(line, from);
  std::string_view key = colon == kNoLine ? std::string_view() : util::trim(line.substr(from, colon - from));
  if (key.size() >= 2 && (key[0] == '"' || key[0] == '\'') && key.back() == key[0]) key = key.substr(1, key.size() - 2);
  return std::string(key);
}

/// The comment at a line's end with the blanks before it; empty where it has none. `from` is where the value begins.
std::string_view trailing_comment(std::string_view line, std::size_t from) {
  std::size_t at = line.find_first_not_of(" \t", from);
  if (at == std::string_view::npos) return {};
  if (line[at] == '"' || line[at] == '\'') {
    at = std::min(skip_quoted(line, at), line.size());
  } else if (line[at] == '[' || line[at] == '{') {
    const auto flow = find_flow(line, at);
    at = flow ? flow->end : line.size();
  } else if (line[at] == '#') {
    return line.substr(from);
  }
  const std::size_t sign = std::min(line.find(" #", at), line.find("\t#", at));
  if (sign == std::string_view::npos) return {};
  const std::size_t text_end = line.find_last_not_of(" \t", sign);
  return line.substr(text_end + 1);
}

/// Reads which lines the fields of a block map have.
class BlockMap {
 public:
  BlockMap(const Lines& lines, yaml::Mark mark) : lines_(lines), column_(static_cast<std::size_t>(mark.column - 1)) {
    const auto first = static_cast<std::size_t>(mark.line - 1);
    fields_.push_back({key_at(lines[first], column_), first, first});
    for (std::size_t i = first + 1; i < lines.size() && belongs(i); ++i) add_line(i);
  }

  [[nodiscard]] const std::vector<FieldLines>& fields() const { return fields_; }
  [[nodiscard]] std::size_t column() const { return column_; }

 private:
  [[nodiscard]] bool belongs(std::size_t i) const {
    return is_blank_or_comment(lines_[i]) || indent_of(lines_[i]) >= column_;
  }

  void add_line(std::size_t i) {
    const std::string& line = lines_[i];
    const std::size_t columns = indent_of(line);
    FieldLines& field = fields_.back();
    const bool is_block_text = is_in_block_text(field);
    if (is_blank_line(line) || (is_blank_or_comment(line) && !(is_block_text && columns > column_))) return;
    const bool is_item = line[columns] == '-' && (columns + 1 == line.size() || line[columns + 1] == ' ');
    if (columns == column_ && !is_item)
      fields_.push_back({key_at(line, column_), i, i});
    else
      field.last = i;
  }

  /// `key: |`: whatever is indented below is text, even where it begins with #.
  [[nodiscard]] bool is_in_block_text(const FieldLines& field) const {
    const std::string& line = lines_[field.first];
    const std::size_t colon = find_colon(line, column_);
    const std::size_t value = colon == kNoLine ? colon : line.find_first_not_of(" \t", colon + 1);
    return value != std::string::npos && (line[value] == '|' || line[value] == '>');
  }

  const Lines& lines_;
  std::size_t column_;
  std::vector<FieldLines> fields_;
};

void replace_lines(Lines& lines, std::size_t first, std::size_t last, const Lines& with) {
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
  const auto at = lines.erase(begin, begin + static_cast<std::ptrdiff_t>(last - first + 1));
  lines.insert(at, with.begin(), with.end());
}

void replace_field(Lines& lines, const FieldLines& field, std::size_t column, const Node& value) {
  const std::string& line = lines[field.first];
  const std::size_t colon = find_colon(line, column);
  if (colon == kNoLine) return;  // a form that we do not know: whoever reads the result again sees that nothing changed
  Lines with = render_field("v", value);
  const std::string rest = with[0].substr(2);  // behind `v:`
  indent(with, column);
  with[0] = line.substr(0, colon + 1) + rest + std::string(trailing_comment(line, colon + 1));
  replace_lines(lines, field.first, field.last, with);
}

bool starts_with_brace(const Lines& lines, yaml::Mark mark) {
  const auto line = static_cast<std::size_t>(mark.line - 1);
  const auto column = static_cast<std::size_t>(mark.column - 1);
  return line < lines.size() && column < lines[line].size() && lines[line][column] == '{';
}

/// The last line of the block below `key_line`; `key_line` itself where nothing stands there.
std::size_t last_line_below(const Lines& lines, std::size_t key_line, std::size_t dash_column, bool with_comments) {
  std::size_t last = key_line;
  for (std::size_t i = key_line + 1; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (is_blank_line(line)) continue;
    if (is_blank_or_comment(line)) {
      last = with_comments || indent_of(line) > dash_column ? i : last;
      continue;
    }
    if (indent_of(line) == 0 && line[0] != '-') break;
    last = i;
  }
  return last;
}

}  // namespace

bool fold_crlf(std::string& text) {
  const auto feeds = std::count(text.begin(), text.end(), '\n');
  std::string folded;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') folded += text[i];
  const bool has_crlf = feeds > 0 && folded.size() + static_cast<std::size_t>(feeds) == text.size();
  if (has_crlf) text = std::move(folded);
  return has_crlf;
}

Lines split_lines(std::string_view text) {
  Lines lines = util::split(text, '\n');
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string join_lines(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).append(1, '\n');
  return text;
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_blank_or_comment(std::string_view line) {
  const std::string_view trimmed = util::trim(line);
  return trimmed.empty() || trimmed[0] == '#';
}

std::vector<FieldLines> fields_of_block(const Lines& lines, yaml::Mark mark) { return BlockMap(lines, mark).fields(); }

void set_block_field(Lines& lines, yaml::Mark mark, const std::string& key, const Node& value) {
  const BlockMap map(lines, mark);
  for (const FieldLines& field : map.fields())
    if (field.key == key) return replace_field(lines, field, map.column(), value);
  Lines added = render_field(key, value);
  indent(added, map.column());
  const auto at = static_cast<std::ptrdiff_t>(map.fields().back().last + 1);
  lines.insert(lines.begin() + at, added.begin(), added.end());
}

void set_ordered_block_fields(Lines& lines, yaml::Mark mark, const std::map<std::string, std::optional<Node>>& values) {
  const BlockMap map(lines, mark);
  const auto& fields = map.fields();
  // From the end to the beginning, so that the lines of the fields before stay where they are.
  for (auto value = values.rbegin(); value != values.rend(); ++value) {
    const auto& [key, node] = *value;
    const auto own = std::find_if(fields.begin(), fields.end(),
                                  [&wanted = key](const FieldLines& field) { return field.key == wanted; });
    if (own != fields.end()) {
      if (node)
        replace_field(lines, *own, map.column(), *node);
      else
        replace_lines(lines, own->first, own->last, {});
      continue;
    }
    if (!node) continue;
    Lines added = render_field(key, *node);
    indent(added, map.column());
    const auto next = std::find_if(fields.begin(), fields.end(),
                                   [&wanted = key](const FieldLines& field) { return field.key > wanted; });
    const std::size_t at = next == fields.begin() ? next->first : std::prev(next)->last + 1;
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), added.begin(), added.end());
  }
}

void add_block_item(Lines& lines, std::size_t key_line, const Node& list, const Node& item) {
  std::size_t dash = kUsualIndent;
  std::size_t gap = 1;
  bool is_flow = false;
  if (!list.items.empty()) {
    dash = static_cast<std::size_t>(list.mark.column - 1);
    const Node& first = list.items.front();
    const Node& last = list.items.back();
    if (first.mark.line == list.mark.line && first.mark.column > list.mark.column + 1)
      gap = static_cast<std::size_t>(first.mark.column - list.mark.column - 1);
    is_flow = starts_with_brace(lines, last.mark);
  }
  Lines added = is_flow ? Lines{render_flow(item)} : split_lines(yaml::write(item));
  indent(added, dash + 1 + gap);
  added[0][dash] = '-';
  const std::size_t last = last_line_below(lines, key_line, dash, list.items.empty());
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(last + 1), added.begin(), added.end());
}

}  // namespace crmtrack::policy
