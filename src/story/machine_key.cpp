#include "story/machine_key.hpp"

#include <fmt/format.h>

#include <charconv>
#include <vector>

#include "story/words.hpp"
#include "util/digest.hpp"
#include "util/text/mailbox.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::story {

namespace {

constexpr std::string_view kLadder = "ladder/";
constexpr std::string_view kSilence = "silence/";
constexpr std::string_view kOwner = "owner";
/// A key of ours is far shorter; another one is not taken apart.
constexpr std::size_t kLongest = 300;

std::optional<int> parse_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string ladder_key(std::string_view complaint, const Promise& promise, std::optional<int> level) {
  return fmt::format("{}{}/{}@{}/{}/{}", kLadder, complaint, record::name_of(promise.kind), reference_of(promise),
                     level ? fmt::to_string(*level) : kOwner, promise.cycle);
}

std::optional<LadderKey> parse_ladder_key(std::string_view text) {
  if (!text.starts_with(kLadder) || text.size() > kLongest) return std::nullopt;
  const std::vector<std::string> parts = util::split(text.substr(kLadder.size()), '/');
  if (parts.size() != 4) return std::nullopt;
  const std::size_t at = parts[1].find('@');
  const auto kind = record::parse_promise_kind(std::string_view(parts[1]).substr(0, at));
  const auto cycle = parse_number(parts[3]);
  if (!kind || at == std::string::npos || !cycle) return std::nullopt;
  LadderKey key{*kind, parts[1].substr(at + 1), std::nullopt, *cycle};
  if (parts[2] == kOwner) return key;
  key.level = parse_number(parts[2]);
  return key.level ? std::optional(key) : std::nullopt;
}

bool is_of(const LadderKey& key, const Promise& promise) {
  return promise.kind == key.kind && promise.cycle == key.cycle && reference_of(promise) == key.reference;
}

std::string silence_key(std::string_view complaint, std::string_view answer, int cycle) {
  return fmt::format("{}{}/{}/{}", kSilence, complaint, answer, cycle);
}

bool is_silence_key(std::string_view key) { return key.starts_with(kSilence); }

std::string recipient_mark(std::string_view mail) {
  constexpr std::size_t kLength = 16;
  return util::sha256_hex(util::mailbox_key(mail)).substr(0, kLength);
}

std::optional<LadderKey> ladder_key_of(const record::Record& record) {
  return record.kind == record::Kind::escalation ? parse_ladder_key(word(record.body, "key")) : std::nullopt;
}

bool is_silence_of_machine(const record::Record& record) {
  return record.kind == record::Kind::change && is_silence_key(word(record.body, "key"));
}

}  // namespace crmtrack::story
