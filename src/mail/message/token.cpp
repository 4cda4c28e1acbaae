#include "mail/message/token.hpp"

#include "util/digest.hpp"
#include "util/id.hpp"
#include "util/text/case.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::string_view kTokenMark = "crm-";
constexpr std::size_t kTokenLength = 16;
constexpr std::size_t kMostTokens = 5;

/// The token at the front of a text; empty where none stands there.
std::string token_at(std::string_view text) {
  if (text.size() < kTokenMark.size() + kTokenLength) return {};
  const std::string token = util::normalize_crockford(text.substr(kTokenMark.size(), kTokenLength));
  return util::is_crockford(token) ? token : std::string();
}

}  // namespace

std::vector<std::string> tokens_of_subject(std::string_view subject) {
  std::vector<std::string> tokens;
  const std::string folded = util::to_lower_ascii(subject);
  for (std::size_t at = folded.find("[crm-"); at != std::string::npos && tokens.size() < kMostTokens;
       at = folded.find("[crm-", at + 1)) {
    const std::string token = token_at(std::string_view(folded).substr(at + 1));
    if (!token.empty() && folded.substr(at + 1 + kTokenMark.size() + kTokenLength).starts_with(']'))
      tokens.push_back(token);
  }
  return tokens;
}

std::string token_of_address(std::string_view mail) {
  const std::string folded = util::to_lower_ascii(mail);
  for (const char mark : {'+', '-', '='}) {
    const std::size_t at = folded.find(std::string(1, mark) + std::string(kTokenMark));
    if (at == std::string::npos) continue;
    const std::size_t end = at + 1 + kTokenMark.size() + kTokenLength;
    const std::string token = token_at(std::string_view(folded).substr(at + 1));
    if (!token.empty() && end < folded.size() && folded[end] == '@') return token;
  }
  return {};
}

std::string token_digest(std::string_view token) { return util::sha256_hex(token); }

}  // namespace crmtrack::mail
