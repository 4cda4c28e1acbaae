#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::query {

/// The number of characters (code points) of a text, by which columns are counted.
std::size_t count_characters(std::string_view text);
/// The number of characters before the first byte that is not UTF-8, or before a NUL; nullopt for good text.
std::optional<std::size_t> find_bad_text(std::string_view text);

/// A place in a text that is being read; it knows its column.
class TextScan {
 public:
  explicit TextScan(std::string_view text, int first_column = 1) : text_(text), first_column_(first_column) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool at(char c) const { return !at_end() && text_[at_] == c; }
  [[nodiscard]] bool at_blank() const { return at(' ') || at('\t') || at('\n') || at('\r'); }
  [[nodiscard]] bool at_quote() const { return at('"'); }
  [[nodiscard]] bool follows(std::size_t ahead, char c) const {
    return at_ + ahead < text_.size() && text_[at_ + ahead] == c;
  }
  /// The column of the next character, counted from that of the first.
  [[nodiscard]] int column() const;
  template <class Predicate>
  [[nodiscard]] std::string_view peek_while(Predicate predicate) const {
    std::size_t end = at_;
    while (end < text_.size() && predicate(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

  void skip(std::size_t bytes) { at_ += bytes; }
  void skip_blanks();
  bool take(char c);
  /// Takes everything up to one of the `ends`, or up to the end of the text.
  std::string_view take_until(std::string_view ends);
  /// Takes the text between quotes, with `\"` and `\\` resolved. nullopt, with nothing taken, where no quote ends it.
  std::optional<std::string> take_quoted();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int first_column_;
};

}  // namespace crmtrack::query
