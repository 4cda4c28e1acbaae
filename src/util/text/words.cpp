#include "util/text/words.hpp"

#include <utf8proc.h>

#include "util/text/plain.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::util {

namespace {

/// Written without blanks between words, so each character is taken for a word.
bool stands_alone(std::int32_t value) {
  const bool kana = (value >= 0x3041 && value <= 0x30ff && value != 0x30fb) || (value >= 0x31f0 && value <= 0x31ff) ||
                    (value >= 0x1aff0 && value <= 0x1b16f);
  const bool han = value == 0x3005 || value == 0x3007 || (value >= 0x3021 && value <= 0x3029) ||
                   (value >= 0x3400 && value <= 0x4dbf) || (value >= 0x4e00 && value <= 0x9fff) ||
                   (value >= 0xf900 && value <= 0xfaff) || (value >= 0x20000 && value <= 0x323af);
  return kana || han;
}

bool is_word_character(std::int32_t value) {
  if (value < 0x80)
    return (value >= 'a' && value <= 'z') || (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z');
  const auto category = utf8proc_category(value);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;  // L*, M*, N* stand in a row
}

/// Invalid bytes part words, and must not keep the rest from being folded.
std::string valid_part(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    valid += next.value < 0 ? std::string_view(" ") : text.substr(0, next.bytes);
    text.remove_prefix(next.bytes);
  }
  return valid;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  const std::string folded = fold_plain(is_valid_utf8(text) ? text : std::string_view(valid_part(text)));
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  };
  for (std::string_view rest = folded; !rest.empty();) {
    const CodePoint next = first_code_point(rest);
    const std::string_view bytes = rest.substr(0, next.bytes);
    rest.remove_prefix(next.bytes);
    if (!is_word_character(next.value)) {
      finish();
    } else if (stands_alone(next.value)) {
      finish();
      words.emplace_back(bytes);
    } else {
      word += bytes;
    }
  }
  finish();
  return words;
}

}  // namespace crmtrack::util
