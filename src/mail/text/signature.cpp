#include "mail/text/signature.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kMostSignatureLines = 10;

/// A line of three or more of one sign, or the mark that a tracking program leaves.
bool is_ruling(std::string_view line) {
  constexpr std::string_view kTracked = "ᐧ";
  const std::string_view text = util::trim(line);
  if (text == kTracked || text == "--") return true;
  return text.size() >= 3 && std::string_view("-_*#~=+").find(text.front()) != std::string_view::npos &&
         text.find_first_not_of(text.front()) == std::string_view::npos;
}

/// `Sent from my iPhone`, in the languages of its users.
bool names_the_device(std::string_view line) {
  constexpr std::array<std::string_view, 12> kBeginnings{"sent from my ",    "sent from mail for ", "sent from outlook",
                                                         "get outlook for ", "von meinem ",         "gesendet von ",
                                                         "envoyé de mon ",   "envoyé depuis ",      "enviado desde mi ",
                                                         "inviato da ",      "verstuurd vanaf ",    "skickat från "};
  const std::string folded = util::to_lower_ascii(util::trim(line));
  return folded.size() < 80 &&
         std::ranges::any_of(kBeginnings, [&](std::string_view w) { return folded.starts_with(w); });
}

std::size_t without_end(const std::vector<std::string_view>& lines, std::size_t end) {
  while (end > 0 && (util::trim(lines[end - 1]).empty() || is_ruling(lines[end - 1]))) --end;
  return end;
}

/// The line `--` that begins the signature; `end` where none does.
std::size_t find_mark(const std::vector<std::string_view>& lines, std::size_t end) {
  std::size_t texts = 0;
  for (std::size_t at = end; at > 0 && texts <= kMostSignatureLines; --at) {
    const std::string_view line = util::trim(lines[at - 1]);
    if (line == "--") return at - 1;
    if (line.starts_with('>')) return end;
    if (!line.empty()) ++texts;
  }
  return end;
}

}  // namespace

std::size_t begin_of_signature(const std::vector<std::string_view>& lines, std::size_t end) {
  std::size_t begin = without_end(lines, find_mark(lines, end));
  if (begin > 1 && names_the_device(lines[begin - 1])) begin = without_end(lines, begin - 1);
  const bool says_nothing = std::all_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                        [](std::string_view line) { return util::trim(line).empty(); });
  return says_nothing ? end : begin;
}

}  // namespace crmtrack::mail
