#include "policy/signatures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "policy/entry_reader.hpp"
#include "policy/sheet.hpp"
#include "util/text/ascii.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

using yaml::Node;

constexpr std::string_view kKeyForm = "a public SSH key such as \"ssh-ed25519 AAAA…\", or \"fingerprint\" in its place";

bool is_key_type(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kTypes{"ssh-ed25519",
                                                          "ssh-rsa",
                                                          "ecdsa-sha2-nistp256",
                                                          "ecdsa-sha2-nistp384",
                                                          "ecdsa-sha2-nistp521",
                                                          "sk-ssh-ed25519@openssh.com",
                                                          "sk-ecdsa-sha2-nistp256@openssh.com"};
  return std::find(kTypes.begin(), kTypes.end(), word) != kTypes.end();
}

bool is_base64(std::string_view text) {
  return !text.empty() && std::all_of(
                              text.begin(), text.end(),
                              [](char c) { return util::is_alphanumeric(c) || c == '+' || c == '/' || c == '='; });
}

/// Type and key without the comment behind them; empty where it is no public key.
std::string bare_key(std::string_view text) {
  const std::size_t type_end = text.find(' ');
  if (type_end == std::string_view::npos || !is_key_type(text.substr(0, type_end))) return {};
  const std::string_view rest = util::trim(text.substr(type_end));
  const std::string_view key = rest.substr(0, rest.find(' '));
  return is_base64(key) ? fmt::format("{} {}", text.substr(0, type_end), key) : std::string();
}

/// `1234 ABCD …` as Git tells it: 40 digits of OpenPGP or X.509, 64 of OpenPGP's newest keys; empty where it is none.
std::string bare_fingerprint(std::string_view text) {
  constexpr std::array<std::size_t, 2> kLengths{40, 64};
  std::string digits;
  for (const char c : text) {
    if (c == ' ' || c == ':') continue;
    const char upper = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    if ((upper < '0' || upper > '9') && (upper < 'A' || upper > 'F')) return {};
    digits += upper;
  }
  return std::find(kLengths.begin(), kLengths.end(), digits.size()) == kLengths.end() ? std::string() : digits;
}

/// A day (its beginning in UTC) or an RFC 3339 time.
std::optional<util::Instant> parse_time(const std::string& text) {
  if (const auto day = util::parse_date(text)) return util::Instant(std::chrono::sys_days(*day));
  const auto time = util::parse_rfc3339(text);
  return time ? std::optional(time->utc) : std::nullopt;
}

std::optional<util::Instant> read_time(EntryReader& reader, std::string_view key) {
  const std::string text = reader.text(key);
  if (text.empty()) return std::nullopt;
  auto time = parse_time(text);
  if (!time) {
    reader.refuse(reader.entry().find(key)->mark,
                  fmt::format("'{}' is '{}', but must be a date such as 2026-11-21 or an RFC 3339 time", key, text));
  }
  return time;
}

void read_key(EntryReader& reader, Signer& signer) {
  const std::string key = reader.text("key");
  const std::string fingerprint = reader.text("fingerprint");
  if (key.empty() == fingerprint.empty()) {
    reader.refuse(reader.entry().mark, "must have either 'key', a public SSH key, or 'fingerprint', an OpenPGP key's");
    return;
  }
  signer.ssh_key = key.empty() ? key : bare_key(key);
  signer.fingerprint = fingerprint.empty() ? fingerprint : bare_fingerprint(fingerprint);
  if (!key.empty() && signer.ssh_key.empty())
    reader.refuse(reader.entry().find("key")->mark, fmt::format("'key' must be {}", kKeyForm));
  if (!fingerprint.empty() && signer.fingerprint.empty()) {
    reader.refuse(reader.entry().find("fingerprint")->mark,
                  "'fingerprint' must be the whole fingerprint of a key: 40 hexadecimal digits");
  }
}

std::optional<Signer> read_signer(const std::string& file, const Node& item, std::vector<Finding>& findings) {
  EntryReader reader(file, item, findings);
  if (!reader.good()) return std::nullopt;
  Signer signer;
  signer.email = util::to_lower_ascii(reader.required_mail("principal"));
  read_key(reader, signer);
  signer.valid_after = read_time(reader, "valid_after");
  signer.valid_before = read_time(reader, "valid_before");
  if (signer.valid_after && signer.valid_before && *signer.valid_before <= *signer.valid_after)
    reader.refuse(item.find("valid_before")->mark, "'valid_before' must be after 'valid_after'");
  reader.text("why");
  reader.finish();
  return reader.good() ? std::optional(std::move(signer)) : std::nullopt;
}

/// `true`, `false`, or the time from which it holds.
std::optional<util::Instant> read_require(EntryReader& reader) {
  const std::string text = reader.text("require");
  if (text.empty() || text == "false") return std::nullopt;
  return text == "true" ? util::Instant() : read_time(reader, "require");
}

void read_signers(const Sheet& sheet, const Node* list, Signatures& signatures, std::vector<Finding>& findings) {
  if (list == nullptr || list->is_null()) return;
  if (!list->is_list()) {
    findings.push_back({sheet.file, place_of(list->mark), "'allowed_signers' must be a list", false});
    return;
  }
  for (const Node& item : list->items)
    if (auto signer = read_signer(sheet.file, item, findings)) signatures.signers.push_back(std::move(*signer));
}

/// `20261121091200Z`.
std::string signer_time(util::Instant time) {
  std::string text = util::format_utc(time);
  std::erase_if(text, [](char c) { return c == '-' || c == ':' || c == 'T'; });
  return text;
}

}  // namespace

bool Signer::is_valid_at(util::Instant time) const {
  return (!valid_after || time >= *valid_after) && (!valid_before || time < *valid_before);
}

std::vector<Signer> Signatures::of(std::string_view email, std::optional<util::Instant> came_after) const {
  std::vector<Signer> found;
  const std::string wanted = util::to_lower_ascii(email);
  std::copy_if(signers.begin(), signers.end(), std::back_inserter(found), [&](const Signer& signer) {
    const bool has_ended = came_after && signer.valid_before && *signer.valid_before <= *came_after;
    return signer.email == wanted && !has_ended;
  });
  return found;
}

Signatures load_signatures(const Files& files, std::vector<Finding>& findings) {
  Signatures signatures;
  const Sheet sheet = read_sheet(files, "signatures", findings);
  if (!sheet.content.is_map()) return signatures;
  EntryReader reader(sheet.file, sheet.content, findings);
  signatures.require_from = read_require(reader);
  reader.known("allowed_signers");
  read_signers(sheet, sheet.content.find("allowed_signers"), signatures, findings);
  reader.finish();
  return signatures;
}

std::string render_allowed_signers(const std::vector<Signer>& signers) {
  std::string text;
  for (const Signer& signer : signers) {
    if (signer.ssh_key.empty()) continue;
    text += "author namespaces=\"git\"";
    if (signer.valid_after) text += fmt::format(",valid-after=\"{}\"", signer_time(*signer.valid_after));
    if (signer.valid_before) text += fmt::format(",valid-before=\"{}\"", signer_time(*signer.valid_before));
    text += fmt::format(" {}\n", signer.ssh_key);
  }
  return text;
}

}  // namespace crmtrack::policy
