#include "mail/text/charset.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>

#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kLongestLabel = 40;

/// The characters of Windows-1252 at 0x80 to 0x9F.
constexpr std::array<std::int32_t, 32> kWindows1252{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

/// Labels that programs write where they mean a larger set.
constexpr std::array<std::array<std::string_view, 2>, 13> kLarger{{{"us-ascii", "windows-1252"},
                                                                   {"ascii", "windows-1252"},
                                                                   {"iso-8859-1", "windows-1252"},
                                                                   {"latin1", "windows-1252"},
                                                                   {"iso-8859-9", "windows-1254"},
                                                                   {"gb2312", "gb18030"},
                                                                   {"gbk", "gb18030"},
                                                                   {"x-gbk", "gb18030"},
                                                                   {"shift_jis", "cp932"},
                                                                   {"x-sjis", "cp932"},
                                                                   {"ks_c_5601-1987", "cp949"},
                                                                   {"euc-kr", "cp949"},
                                                                   {"big5", "big5-hkscs"}}};

/// The label as iconv takes it; empty where it is none. iconv reads options behind a slash, which a mail does not set.
std::string known_label(std::string_view label) {
  const std::string folded = util::to_lower_ascii(util::trim(label));
  if (folded.size() > kLongestLabel ||
      folded.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.+") != std::string::npos)
    return {};
  for (const auto& [written, meant] : kLarger)
    if (folded == written) return std::string(meant);
  return folded == "unicode-1-1-utf-7" ? "utf-7" : folded;
}

bool decides_before_utf8(std::string_view label) {
  constexpr std::array<std::string_view, 8> kBeginnings{"iso-2022", "hz",     "utf-7", "utf7",
                                                        "utf-16",   "utf-32", "ucs-2", "ucs-4"};
  return std::ranges::any_of(kBeginnings, [&](std::string_view beginning) { return label.starts_with(beginning); });
}

bool has_several_bytes(std::string_view label) {
  constexpr std::array<std::string_view, 7> kBeginnings{"gb", "cp932", "cp949", "big5", "euc", "johab", "utf-16"};
  return std::ranges::any_of(kBeginnings, [&](std::string_view beginning) { return label.starts_with(beginning); });
}

class Iconv {
 public:
  explicit Iconv(const std::string& from) : handle_(iconv_open("UTF-8", from.c_str())) {}
  ~Iconv() {
    if (is_open()) iconv_close(handle_);
  }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;
  [[nodiscard]] bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  [[nodiscard]] iconv_t handle() const { return handle_; }

 private:
  iconv_t handle_;
};

struct Converted {
  std::string text;
  std::size_t unfit = 0;  ///< bytes that fit no character
};

/// The bytes by a label, U+FFFD for each that does not fit it; nullopt where iconv does not know it.
std::optional<Converted> convert(std::string_view bytes, const std::string& label) {
  const Iconv iconv_of(label);
  if (!iconv_of.is_open()) return std::nullopt;
  Converted converted;
  std::array<char, 4096> buffer{};
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  bool is_flushed = false;
  while (!is_flushed) {
    is_flushed = left == 0;
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t done =
        iconv(iconv_of.handle(), is_flushed ? nullptr : &in, is_flushed ? nullptr : &left, &out, &room);
    const int failure = done == static_cast<std::size_t>(-1) ? errno : 0;
    converted.text.append(buffer.data(), buffer.size() - room);
    if ((failure != EILSEQ && failure != EINVAL) || left == 0) continue;
    converted.text.append(kReplacement);
    ++converted.unfit;
    ++in;
    --left;
  }
  return converted;
}

/// UTF-8 where the bytes are a sequence of it, Windows-1252 where they are not.
std::string mixed(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  while (!bytes.empty()) {
    const util::CodePoint step = util::first_code_point(bytes);
    if (step.value >= 0) {
      text.append(bytes.substr(0, step.bytes));
    } else {
      const auto byte = static_cast<unsigned char>(bytes.front());
      util::append_utf8(text, byte >= 0x80 && byte < 0xA0 ? kWindows1252.at(byte - 0x80U) : byte);
    }
    bytes.remove_prefix(step.bytes);
  }
  return text;
}

std::string decode(std::string_view bytes, const std::string& label) {
  if (decides_before_utf8(label))
    if (auto converted = convert(bytes, label)) return std::move(converted->text);
  if (util::is_valid_utf8(bytes)) return std::string(bytes);
  if (!label.empty() && label != "utf-8" && label != "utf8") {
    constexpr std::size_t kMostUnfit = 20;  // one byte in so many
    if (auto converted = convert(bytes, label))
      if (converted->unfit <= (has_several_bytes(label) ? bytes.size() / kMostUnfit : 0))
        return std::move(converted->text);
  }
  return mixed(bytes);
}

/// Line ends as LF, and nothing that a record or terminal cannot show.
std::string cleaned(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\r') {
      if (i + 1 == text.size() || text[i + 1] != '\n') clean += '\n';
    } else if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f) {
      clean.append(kReplacement);
    } else {
      clean += c;
    }
  }
  return clean;
}

}  // namespace

std::string decode_text(std::string_view bytes, std::string_view label) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  std::string text = cleaned(decode(bytes, known_label(label)));
  return util::is_valid_utf8(text) ? text : cleaned(mixed(text));
}

}  // namespace crmtrack::mail
