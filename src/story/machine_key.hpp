#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/record.hpp"
#include "record/vocabulary.hpp"
#include "story/promise.hpp"

/// The keys of the records that `tick` writes. A key names what a record stands for, so that any number of hosts and
/// runs write one of it.
namespace crmtrack::story {

/// A rung of the ladder that a promise has crossed.
struct LadderKey {
  record::PromiseKind kind = record::PromiseKind::acknowledge;
  std::string reference;     ///< of the promise: its record, and its number where that made several
  std::optional<int> level;  ///< none: the owner is told
  int cycle = 1;
};

/// `ladder/<complaint>/<promise>@<record>/<level or owner>/<cycle>`.
std::string ladder_key(std::string_view complaint, const Promise& promise, std::optional<int> level);
/// Takes such a key apart; none where it is another one.
std::optional<LadderKey> parse_ladder_key(std::string_view key);
/// Whether a promise is the one that a key names.
bool is_of(const LadderKey& key, const Promise& promise);

/// `silence/<complaint>/<answer>/<cycle>`: the customer's silence about an answer counts as acceptance.
std::string silence_key(std::string_view complaint, std::string_view answer, int cycle);
bool is_silence_key(std::string_view key);

/// A mailbox in the keys of messages: no address stands in them.
std::string recipient_mark(std::string_view mail);

/// The key of a record of the ladder; none for other records.
std::optional<LadderKey> ladder_key_of(const record::Record& record);
/// Whether a record says that silence counted, and a machine wrote it.
bool is_silence_of_machine(const record::Record& record);

}  // namespace crmtrack::story
