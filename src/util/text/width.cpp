#include "util/text/width.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "util/text/parts.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::util {

namespace {

constexpr std::int32_t kEmojiStyle = 0xfe0f;  // asks for the wide, coloured form of the character before it
constexpr std::int32_t kKeycap = 0x20e3;
constexpr std::string_view kEllipsis = "…";

bool is_regional_indicator(std::int32_t value) { return value >= 0x1f1e6 && value <= 0x1f1ff; }

/// A grapheme cluster: what a reader takes for one character.
struct Cluster {
  std::size_t bytes = 0;
  std::size_t width = 0;
};

/// Vowels and finals that join the syllable before them.
bool joins_syllable(std::int32_t value) {
  return (value >= 0x1160 && value <= 0x11ff) || (value >= 0xd7b0 && value <= 0xd7fb);
}

/// utf8proc's, except where terminals and wcwidth(3) agree on another: spacing vowel signs (most of Devanagari's and
/// Tamil's) and signs that stand before a number take a column.
std::size_t width_of(CodePoint point) {
  if (point.value < 0) return 1;
  if (joins_syllable(point.value)) return 0;
  const utf8proc_property_t* property = utf8proc_get_property(point.value);
  const bool prepended =
      property->category == UTF8PROC_CATEGORY_CF && property->boundclass == UTF8PROC_BOUNDCLASS_PREPEND;
  if (property->category == UTF8PROC_CATEGORY_MC || prepended) return 1;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point.value)));
}

bool is_pictograph(std::int32_t value) {
  return value >= 0 && utf8proc_get_property(value)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

/// The cluster at the start of `text`. Precondition: not empty.
Cluster first_cluster(std::string_view text) {
  const CodePoint first = first_code_point(text);
  Cluster cluster{first.bytes, width_of(first)};
  bool wide = cluster.width > 1;
  CodePoint last = first;
  utf8proc_int32_t state = 0;
  while (cluster.bytes < text.size()) {
    const CodePoint next = first_code_point(text.substr(cluster.bytes));
    if (last.value < 0 || next.value < 0 || utf8proc_grapheme_break_stateful(last.value, next.value, &state) != 0)
      break;
    cluster.bytes += next.bytes;
    cluster.width += width_of(next);
    const bool picture =
        next.value == kEmojiStyle ? is_pictograph(first.value) : next.value == kKeycap && last.value == kEmojiStyle;
    wide = wide || width_of(next) > 1 || picture || is_regional_indicator(next.value);
    last = next;
  }
  // Of a wide cluster (an emoji with skin tone, a family, a flag) terminals show one picture of two columns.
  cluster.width = wide ? 2 : cluster.width;
  return cluster;
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(
      text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

struct Cut {
  std::size_t bytes = 0;
  std::size_t width = 0;
};

/// As many whole clusters as fit into `width` columns.
Cut fit(std::string_view text, std::size_t width) {
  Cut cut;
  while (cut.bytes < text.size()) {
    const Cluster next = first_cluster(text.substr(cut.bytes));
    if (cut.width + next.width > width) break;
    cut.bytes += next.bytes;
    cut.width += next.width;
  }
  return cut;
}

/// Breaks one line; at least one cluster goes on every line, so a width of 0 ends as well.
void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& lines) {
  while (display_width(line) > width) {
    std::size_t end = fit(line, width).bytes;
    if (end == 0) end = first_cluster(line).bytes;
    const auto first_word = line.find_first_not_of(' ');
    const auto blank = end < line.size() && line[end] == ' ' ? end : line.substr(0, end).rfind(' ');
    const bool at_blank = blank != std::string_view::npos && first_word != std::string_view::npos && blank > first_word;
    const std::string_view head = line.substr(0, at_blank ? blank : end);
    lines.emplace_back(head.substr(0, head.find_last_not_of(' ') + 1));
    line.remove_prefix(head.size());
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.empty()) return;
  }
  lines.emplace_back(line);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  return is_plain_ascii(text) ? text.size() : fit(text, std::string_view::npos).width;
}

std::string truncate(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  return std::string(text.substr(0, fit(text, width - 1).bytes)).append(kEllipsis);
}

std::string pad_right(std::string_view text, std::size_t width) {
  std::string padded(text);
  const std::size_t used = display_width(text);
  return used < width ? padded.append(width - used, ' ') : padded;
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ').append(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (const std::string& line : split(text, '\n')) wrap_line(line, width, lines);
  return lines;
}

}  // namespace crmtrack::util
