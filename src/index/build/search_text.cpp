#include "index/build/search_text.hpp"

#include <algorithm>
#include <array>

#include "util/id.hpp"
#include "util/text/words.hpp"
#include "util/time.hpp"

namespace crmtrack::index {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

bool is_time(std::string_view text) {
  return text.size() >= 20 && is_digit(text[0]) && text[4] == '-' && text[10] == 'T' && util::parse_rfc3339(text);
}
bool is_digest(std::string_view text) { return text.size() == 64 && std::all_of(text.begin(), text.end(), is_hex); }
bool is_text(const yaml::Node& scalar) {
  const std::string& text = scalar.text;
  return !scalar.is_null() && !(text.size() == 26 && util::is_ulid(text)) && !is_time(text) && !is_digest(text);
}

void append(const yaml::Node& node, std::string& text) {
  if (node.is_scalar()) {
    if (is_text(node)) {
      text += node.text;
      text += '\n';
    }
    return;
  }
  for (const yaml::Node& item : node.items) append(item, text);
  for (const auto& [key, value] : node.entries) append(value, text);
}

bool is_ascii(char c) { return static_cast<signed char>(c) >= 0; }
bool is_blank(char c) { return c == ' ' || c == '\n'; }

/// Each ASCII character as it stands in a word: a capital as its small letter, and 0 for one that parts words.
constexpr std::array<char, 128> kInWords = [] {
  std::array<char, 128> table{};
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c | 0x20);
  return table;
}();

/// util::words_of for plain ASCII, where folding is a matter of one bit: most words are, and this is much of what an
/// index from nothing costs.
void append_ascii_words(std::string_view text, std::string& words) {
  std::size_t length = words.size();
  words.resize(length + text.size() + 1);  // at most a blank for each character that parts words, and one before all
  bool inside = false;
  for (const char c : text) {
    const char folded = kInWords[static_cast<std::size_t>(c)];
    if (folded != 0) {
      if (!inside && length > 0) words[length++] = ' ';
      words[length++] = folded;
    }
    inside = folded != 0;
  }
  words.resize(length);
}

/// Appends the words of any text, a blank between them.
void append_words(std::string_view text, std::string& words) {
  if (text.empty()) return;
  for (const std::string& word : util::words_of(text)) {
    words += words.empty() ? "" : " ";
    words += word;
  }
}

}  // namespace

std::string searchable_text(const record::Record& record) {
  std::string text;
  for (const auto& [key, value] : record.body.entries)
    if (key != "kind" && key != "after") append(value, text);
  return text;
}

std::string joined_words(std::string_view text) {
  std::string words;
  words.reserve(text.size() + 1);
  while (!text.empty()) {
    const auto beyond = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_ascii) - text.begin());
    // A blank parts words and takes part in no other character, so the text between two can be folded alone.
    std::size_t begin = beyond;
    while (beyond < text.size() && begin > 0 && !is_blank(text[begin - 1])) --begin;
    append_ascii_words(text.substr(0, begin), words);
    const std::size_t end = static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(beyond), text.end(), is_blank) - text.begin());
    append_words(text.substr(begin, end - begin), words);
    text.remove_prefix(end);
  }
  return words;
}

}  // namespace crmtrack::index
