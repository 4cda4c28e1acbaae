#include "index/search_text.hpp"

#include <algorithm>
#include <array>

#include "util/id.hpp"
#include "util/text.hpp"
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
  for (const yaml::Node& item : node.items) {
    append(item, text);
  }
  for (const auto& [key, value] : node.entries) {
    append(value, text);
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

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

}  // namespace

std::string searchable_text(const record::Record& record) {
  std::string text;
  for (const auto& [key, value] : record.body.entries) {
    if (key != "kind" && key != "after") {
      append(value, text);
    }
  }
  return text;
}

std::string joined_words(std::string_view text) {
  std::string words;
  words.reserve(text.size() + 1);
  if (is_ascii(text)) {
    append_ascii_words(text, words);
    return words;
  }
  // A blank parts words and takes part in no other character, so that what stands between two can be folded alone.
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view piece = text.substr(0, end);
    if (is_ascii(piece)) {
      append_ascii_words(piece, words);
    } else {
      for (const std::string& word : util::words_of(piece)) {
        words += words.empty() ? "" : " ";
        words += word;
      }
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace crmtrack::index
