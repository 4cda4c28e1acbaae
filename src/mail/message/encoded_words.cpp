#include "mail/message/encoded_words.hpp"

#include <algorithm>
#include <optional>

#include "mail/text/charset.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

/// `=?utf-8?Q?gr=C3=BC=C3=9Fe?=`, its bytes decoded, its charset not yet.
struct EncodedWord {
  std::string charset, bytes;
  std::size_t length = 0;
};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decode_q(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '=' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    if (low >= 0) {
      bytes += static_cast<char>(static_cast<unsigned char>((high << 4) | low));
      i += 2;
    } else {
      bytes += text[i] == '_' ? ' ' : text[i];
    }
  }
  return bytes;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

std::optional<EncodedWord> word_at(std::string_view text) {
  constexpr std::size_t kLongest = 2000;
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?')
    return std::nullopt;
  const std::size_t begin = charset_end + 3;
  const std::size_t end = text.substr(0, kLongest).find("?=", begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view content = text.substr(begin, end - begin);
  const char encoding = text[charset_end + 1];
  EncodedWord word;
  word.charset = util::to_lower_ascii(text.substr(2, std::min(charset_end, text.find('*')) - 2));
  word.length = end + 2;
  if (encoding == 'q' || encoding == 'Q')
    word.bytes = decode_q(content);
  else if (encoding == 'b' || encoding == 'B')
    word.bytes = decode_base64(content);
  else
    return std::nullopt;
  return word;
}

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\t', ' ');
  return std::string(util::trim(text));
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') {
      count = 0;
      continue;
    }
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = ((bits << 6U) | static_cast<unsigned>(digit)) & 0xFFFFFFU;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(static_cast<unsigned char>((bits >> static_cast<unsigned>(count)) & 0xFFU));
    }
  }
  return bytes;
}

std::string decode_words(std::string_view value) {
  std::string text;
  std::string charset, bytes;  // of the words just read
  const auto end_words = [&] {
    text += decode_text(bytes, charset);
    bytes.clear();
  };
  std::size_t plain = 0;
  for (std::size_t at = value.find("=?"); at != std::string_view::npos; at = value.find("=?", at)) {
    auto word = word_at(value.substr(at));
    if (!word) {
      at += 2;
      continue;
    }
    const std::string_view between = value.substr(plain, at - plain);
    const bool is_neighbour = !bytes.empty() && util::trim(between).empty();
    if (!is_neighbour || word->charset != charset) end_words();
    if (!is_neighbour) text += decode_text(between, {});
    charset = std::move(word->charset);
    bytes += word->bytes;
    at += word->length;
    plain = at;
  }
  end_words();
  text += decode_text(value.substr(plain), {});
  return on_one_line(std::move(text));
}

}  // namespace crmtrack::mail
