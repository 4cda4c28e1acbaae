#include "policy/text/sheet_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "policy/sheet.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/flow_text.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "yaml/write.hpp"

namespace crmtrack::policy {
namespace {

using tl::unexpected;
using yaml::Node;

constexpr std::string_view kFileEnd = ".yaml";

std::string name_of_sheet(std::string_view file) {
  return std::string(file.ends_with(kFileEnd) ? file.substr(0, file.size() - kFileEnd.size()) : file);
}

Lines lines_between(const Lines& lines, std::size_t begin, std::size_t end) {
  if (begin >= end || begin >= lines.size()) return {};
  return {lines.begin() + static_cast<std::ptrdiff_t>(begin),
          lines.begin() + static_cast<std::ptrdiff_t>(std::min(end, lines.size()))};
}

/// The lines of one entry, from `first` up to before `end`.
struct Place {
  std::size_t first = 0, end = 0;
};

/// Reads where the entries stand in the lines of a file.
class Layout {
 public:
  Layout(const Lines& lines, const Node& content, std::string_view name)
      : lines_(lines), content_(content), name_(name) {}

  /// False where the file is not written in block form, each entry on lines of its own.
  bool find() {
    key_line_ = find_key_line();
    if (key_line_ == lines_.size()) return false;
    if (content_.is_list() ? content_.items.empty() : content_.entries.empty()) return false;
    return content_.is_list() ? find_items() : find_fields();
  }

  [[nodiscard]] std::size_t key_line() const { return key_line_; }
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  [[nodiscard]] std::size_t column() const { return column_; }
  [[nodiscard]] std::size_t gap() const { return gap_; }

 private:
  [[nodiscard]] std::size_t find_key_line() const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      std::string_view line = lines_[i];
      if (!line.empty() && (line[0] == '"' || line[0] == '\'')) line.remove_prefix(1);
      if (line.starts_with(name_) && line.substr(name_.size()).find(':') <= 1) return i;
    }
    return lines_.size();
  }

  bool find_items() {
    const std::vector<Node>& items = content_.items;
    column_ = static_cast<std::size_t>(std::max(content_.mark.column, 1) - 1);
    for (const Node& item : items) {
      const auto line = static_cast<std::size_t>(item.mark.line - 1);
      const auto column = static_cast<std::size_t>(item.mark.column - 1);
      const bool is_after_dash = line < lines_.size() && line > key_line_ && column > column_ &&
                                 lines_[line].size() > column_ && lines_[line][column_] == '-' &&
                                 indent_of(lines_[line]) == column_;
      if (!is_after_dash) return false;
      if (places_.empty()) gap_ = column - column_ - 1;
      places_.push_back({line, 0});
    }
    for (std::size_t i = 0; i < places_.size(); ++i)
      places_[i].end = end_of(places_[i].first, i + 1 < places_.size() ? places_[i + 1].first : lines_.size());
    return true;
  }

  /// The end of an item's lines: whatever is indented deeper than the dash belongs to it.
  [[nodiscard]] std::size_t end_of(std::size_t first, std::size_t limit) const {
    std::size_t end = first + 1;
    for (std::size_t i = first + 1; i < limit; ++i)
      if (!util::trim(lines_[i]).empty() && indent_of(lines_[i]) > column_) end = i + 1;
    return end;
  }

  bool find_fields() {
    const yaml::Mark mark = content_.mark;
    const auto line = static_cast<std::size_t>(mark.line - 1);
    column_ = static_cast<std::size_t>(std::max(mark.column, 1) - 1);
    if (line >= lines_.size() || line <= key_line_ || indent_of(lines_[line]) != column_ ||
        lines_[line][column_] == '{')
      return false;
    const std::vector<FieldLines> fields = fields_of_block(lines_, mark);
    if (fields.size() != content_.entries.size()) return false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].key != content_.entries[i].first) return false;
      places_.push_back({fields[i].first, fields[i].last + 1});
    }
    return true;
  }

  const Lines& lines_;
  const Node& content_;
  std::string_view name_;
  std::size_t key_line_ = 0, column_ = 0, gap_ = 1;
  std::vector<Place> places_;
};

/// The comments at the top of a text.
std::size_t count_leading_comments(const Lines& lines) {
  std::size_t count = 0;
  while (count < lines.size() && is_blank_or_comment(lines[count])) ++count;
  return count;
}

/// The comments at the end of a text, which begin at the left.
std::size_t find_tail(const Lines& lines, std::size_t from) {
  std::size_t begin = lines.size();
  while (begin > from && is_blank_or_comment(lines[begin - 1]) && indent_of(lines[begin - 1]) == 0) --begin;
  return begin;
}

class SheetReader {
 public:
  SheetReader(std::string_view file, std::string_view text) : name_(name_of_sheet(file)) {
    sheet_.file = file;
    sheet_.has_mark = text.starts_with(kByteOrderMark);
    text_ = text.substr(sheet_.has_mark ? kByteOrderMark.size() : 0);
    sheet_.has_crlf = fold_crlf(text_);
    lines_ = split_lines(text_);
  }

  tl::expected<SheetText, std::string> read() {
    sheet_.key_line = name_ + ":";
    if (const auto marker = find_conflict_marker(text_))
      return unexpected(fmt::format("line {} is a conflict marker of a Git merge", marker->line));
    if (says_nothing(text_)) {
      sheet_.head = lines_;
      return std::move(sheet_);
    }
    const auto root = yaml::read(text_, kPolicyLimits);
    if (!root)
      return unexpected(fmt::format("line {}, column {}: {}", root.error().mark.line, root.error().mark.column,
                                    root.error().message));
    const Node* const content = root->find(name_);
    const bool is_sheet =
        content != nullptr && root->entries.size() == 1 && (content->is_null() || !content->is_scalar());
    if (!is_sheet) return unexpected(fmt::format("it is not a map with the one key '{}'", name_));
    sheet_.is_map = content->is_map();
    add_entries(*content);
    if (const std::string why = find_bad_key(); !why.empty()) return unexpected(why);
    add_lines(*content);
    return std::move(sheet_);
  }

 private:
  void add_entries(const Node& content) {
    for (const Node& item : content.items) sheet_.entries.push_back({key_of_entry(sheet_.file, item), item, {}, {}});
    for (const auto& [key, value] : content.entries) sheet_.entries.push_back({key, value, {}, {}});
  }

  [[nodiscard]] std::string find_bad_key() const {
    std::set<std::string> known;
    for (const TextEntry& entry : sheet_.entries) {
      if (entry.key.empty()) return "an entry has no key";
      if (!known.insert(compared_key(entry.key)).second) return fmt::format("'{}' stands there twice", entry.key);
    }
    return {};
  }

  void add_lines(const Node& content) {
    Layout layout(lines_, content, name_);
    if (!layout.find()) return add_comments(layout.key_line());
    sheet_.head = lines_between(lines_, 0, layout.key_line());
    sheet_.key_line = lines_[layout.key_line()];
    sheet_.column = layout.column();
    sheet_.gap = layout.gap();
    std::size_t at = layout.key_line() + 1;
    for (std::size_t i = 0; i < sheet_.entries.size(); ++i) {
      const Place place = layout.places()[i];
      sheet_.entries[i].lead = lines_between(lines_, at, place.first);
      sheet_.entries[i].body = lines_between(lines_, place.first, place.end);
      at = place.end;
    }
    sheet_.tail = lines_between(lines_, at, lines_.size());
  }

  /// Of a file without entries, or in flow form: keeps the comments around it.
  void add_comments(std::size_t key_line) {
    const std::size_t head = count_leading_comments(lines_);
    sheet_.head = lines_between(lines_, 0, head);
    const bool has_no_entries = sheet_.entries.empty() && key_line < lines_.size();
    if (has_no_entries) sheet_.key_line = lines_[key_line];
    const std::size_t begin = has_no_entries ? key_line + 1 : find_tail(lines_, head);
    sheet_.tail = lines_between(lines_, begin, lines_.size());
  }

  std::string name_, text_;
  Lines lines_;
  SheetText sheet_;
};

Lines canonical_body(const SheetText& sheet, const TextEntry& entry) {
  Lines lines = split_lines(yaml::write(sheet.is_map ? Node::map({{entry.key, entry.value}}) : entry.value));
  const std::size_t columns = sheet.is_map ? sheet.column : sheet.column + 1 + sheet.gap;
  for (std::string& line : lines)
    if (!line.empty()) line.insert(0, columns, ' ');
  if (!sheet.is_map && !lines.empty()) lines[0][sheet.column] = '-';
  return lines;
}

/// The key's line where nothing follows it on that line.
std::string key_line_of_block(const SheetText& sheet) {
  const std::string name = name_of_sheet(sheet.file) + ":";
  const bool is_bare =
      sheet.key_line.starts_with(name) && is_blank_or_comment(std::string_view(sheet.key_line).substr(name.size()));
  return is_bare ? sheet.key_line : name;
}

std::string join_sheet(const SheetText& sheet) {
  Lines lines = sheet.head;
  if (sheet.entries.empty()) {
    const bool is_null = key_line_of_block(sheet) == sheet.key_line && !sheet.is_map;
    lines.push_back(is_null ? sheet.key_line
                            : fmt::format("{}: {}", name_of_sheet(sheet.file), sheet.is_map ? "{}" : "[]"));
  } else {
    lines.push_back(key_line_of_block(sheet));
  }
  for (const TextEntry& entry : sheet.entries) {
    lines.insert(lines.end(), entry.lead.begin(), entry.lead.end());
    const Lines body = entry.body.empty() ? canonical_body(sheet, entry) : entry.body;
    lines.insert(lines.end(), body.begin(), body.end());
  }
  lines.insert(lines.end(), sheet.tail.begin(), sheet.tail.end());
  std::string text = sheet.has_mark ? std::string(kByteOrderMark) : std::string();
  for (const std::string& line : lines) text += line + (sheet.has_crlf ? "\r\n" : "\n");
  return text;
}

bool says_entries(std::string_view text, const SheetText& sheet) {
  const auto root = yaml::read(text, kPolicyLimits);
  const Node* const content = root ? root->find(name_of_sheet(sheet.file)) : nullptr;
  if (content == nullptr || root->entries.size() != 1) return false;
  Node wanted = sheet.is_map ? Node::map() : Node::list();
  for (const TextEntry& entry : sheet.entries)
    if (sheet.is_map)
      wanted.set(entry.key, entry.value);
    else
      wanted.items.push_back(entry.value);
  return *content == wanted || (sheet.entries.empty() && content->is_null());
}

}  // namespace

const TextEntry* SheetText::find(std::string_view key) const {
  const std::string wanted = compared_key(key);
  const auto found = std::ranges::find(entries, wanted, [](const TextEntry& it) { return compared_key(it.key); });
  return found == entries.end() ? nullptr : &*found;
}

tl::expected<SheetText, std::string> read_sheet_text(std::string_view file, std::string_view text) {
  return SheetReader(file, text).read();
}

tl::expected<std::string, std::string> render_sheet_text(SheetText sheet) {
  try {
    if (std::string text = join_sheet(sheet); says_entries(text, sheet)) return text;
    // Odd forms that do not survive a move, such as text whose last blank lines count, are written anew.
    for (TextEntry& entry : sheet.entries) entry.body.clear();
    if (std::string text = join_sheet(sheet); says_entries(text, sheet)) return text;
  } catch (const util::Error& error) {
    return unexpected(std::string(error.what()));
  }
  return unexpected(std::string("its form is not one that can be edited safely"));
}

}  // namespace crmtrack::policy
