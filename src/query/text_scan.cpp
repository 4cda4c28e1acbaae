#include "query/text_scan.hpp"

#include <algorithm>

#include "util/text/utf8.hpp"

namespace crmtrack::query {

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::optional<std::size_t> find_bad_text(std::string_view text) {
  if (text.find('\0') == std::string_view::npos && util::is_valid_utf8(text)) return std::nullopt;
  std::size_t good = 0;
  while (good < text.size() && text[good] != '\0') {
    std::size_t next = good + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
    if (!util::is_valid_utf8(text.substr(good, next - good))) break;
    good = next;
  }
  return count_characters(text.substr(0, good));
}

int TextScan::column() const { return first_column_ + static_cast<int>(count_characters(text_.substr(0, at_))); }

void TextScan::skip_blanks() {
  while (at_blank()) ++at_;
}

bool TextScan::take(char c) {
  if (!at(c)) return false;
  ++at_;
  return true;
}

std::string_view TextScan::take_until(std::string_view ends) {
  const auto begin = at_;
  at_ = std::min(text_.find_first_of(ends, at_), text_.size());
  return text_.substr(begin, at_ - begin);
}

std::optional<std::string> TextScan::take_quoted() {
  std::string value;
  for (auto i = at_ + 1; i < text_.size(); ++i) {
    if (text_[i] == '"') {
      at_ = i + 1;
      return value;
    }
    const bool escapes = text_[i] == '\\' && i + 1 < text_.size() && (text_[i + 1] == '"' || text_[i + 1] == '\\');
    if (escapes) ++i;
    value += text_[i];
  }
  return std::nullopt;
}

}  // namespace crmtrack::query
