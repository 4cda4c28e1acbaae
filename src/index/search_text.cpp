#include "index/search_text.hpp"

#include <algorithm>

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

/// util::words_of for plain ASCII, where folding is a matter of one bit: most records are, and this is much of what an
/// index from nothing costs.
std::string joined_ascii_words(std::string_view text) {
  std::string words;
  words.reserve(text.size() + 1);
  bool inside = false;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || is_digit(c)) {
      if (!inside && !words.empty()) {
        words += ' ';
      }
      words += upper ? static_cast<char>(c | 0x20) : c;
      inside = true;
    } else {
      inside = false;
    }
  }
  return words;
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
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  return ascii ? joined_ascii_words(text) : util::join(util::words_of(text), " ");
}

}  // namespace crmtrack::index
