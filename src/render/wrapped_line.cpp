#include "render/wrapped_line.hpp"

#include <algorithm>
#include <string_view>

#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {
namespace {

using document::Line;
using document::Role;
using document::Span;

/// A line's text in one piece, and where each role ends in it.
struct PlainLine {
  std::string text;
  std::vector<std::pair<std::size_t, Role>> ends;
};

std::string without_layout(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (text[i] == '\t')
      plain += "    ";
    else
      plain += text[i];
  }
  return util::visible_block(plain);
}

PlainLine flatten(const Line& line, bool keep_breaks) {
  PlainLine plain;
  for (const auto& span : line) {
    plain.text += keep_breaks ? without_layout(span.text) : util::visible_line(span.text);
    plain.ends.emplace_back(plain.text.size(), span.role);
  }
  return plain;
}

Line slice(const PlainLine& plain, std::size_t from, std::size_t until) {
  Line line;
  std::size_t begin = 0;
  for (const auto& [end, role] : plain.ends) {
    const auto first = std::max(begin, from);
    const auto last = std::min(end, until);
    if (first < last) line.push_back({plain.text.substr(first, last - first), role});
    begin = end;
  }
  return line;
}

/// Breaks one stretch without line feeds.
class Wrapper {
 public:
  Wrapper(const PlainLine& plain, std::size_t width, std::vector<Line>& lines)
      : plain_(plain), width_(std::max<std::size_t>(width, 1)), lines_(lines) {}

  void wrap(std::size_t from, std::size_t until) {
    begin_ = end_ = from;
    used_ = 0;
    for (auto at = from; at < until;) {
      const auto word = std::min(plain_.text.find_first_not_of(' ', at), until);
      const auto after = std::min(plain_.text.find(' ', word), until);
      if (word == until) break;
      add_word(word, after);
      at = after;
    }
    lines_.push_back(slice(plain_, begin_, end_));
  }

 private:
  void add_word(std::size_t word, std::size_t after) {
    const auto text = std::string_view{plain_.text}.substr(word, after - word);
    auto needed = util::display_width(text);
    const auto blanks = word - end_;
    if (used_ + blanks + needed > width_ && end_ > begin_) break_at(word);
    if (used_ == 0 && word - begin_ + needed > width_) begin_ = end_ = word;  // an indented word that does not fit
    needed += word - end_;
    if (needed > width_) return cut_word(text, word);
    used_ += needed;
    end_ = after;
  }

  void break_at(std::size_t next) {
    lines_.push_back(slice(plain_, begin_, end_));
    begin_ = end_ = next;
    used_ = 0;
  }

  /// A word that is longer than a line: all pieces but the last are lines of their own.
  void cut_word(std::string_view text, std::size_t word) {
    begin_ = end_ = word;
    const auto pieces = util::wrap(text, width_);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      end_ += pieces[i].size();
      if (i + 1 < pieces.size()) break_at(end_);
    }
    used_ = util::display_width(std::string_view{plain_.text}.substr(begin_, end_ - begin_));
  }

  const PlainLine& plain_;
  std::size_t width_;
  std::vector<Line>& lines_;
  std::size_t begin_ = 0;  ///< of the line that is being filled
  std::size_t end_ = 0;    ///< of what it has so far
  std::size_t used_ = 0;   ///< columns of that
};

}  // namespace

std::vector<Line> wrap_line(const Line& line, std::size_t width, bool keep_breaks) {
  const auto plain = flatten(line, keep_breaks);
  std::vector<Line> lines;
  Wrapper wrapper{plain, width, lines};
  std::size_t from = 0;
  while (keep_breaks) {
    const auto feed = plain.text.find('\n', from);
    if (feed == std::string::npos || feed + 1 == plain.text.size()) break;
    wrapper.wrap(from, feed);
    from = feed + 1;
  }
  const auto until = keep_breaks && plain.text.ends_with('\n') ? plain.text.size() - 1 : plain.text.size();
  wrapper.wrap(from, std::max(from, until));
  return lines;
}

}  // namespace crmtrack::render
