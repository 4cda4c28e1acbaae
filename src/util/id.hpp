#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "util/random.hpp"
#include "util/time.hpp"

namespace crmtrack::util {

/// Whether the text is in Crockford's base 32, lower case: 0-9 and a-z without i, l, o, u.
bool is_crockford(std::string_view text);
/// The text with common mistakes put right: upper case, `o` for 0, `i` and `l` for 1.
std::string normalize_crockford(std::string_view text);
/// The first `characters` base-32 digits (5 bits each) of `bytes`.
std::string encode_crockford(std::string_view bytes, std::size_t characters);

/// Whether the text is a ULID: 26 lower-case Crockford characters, 48 bits of milliseconds, then 80 random bits. ULIDs
/// sort by time as text. One later than the year 9999 is refused.
bool is_ulid(std::string_view text);
std::string make_ulid(Millis time, const std::array<std::uint8_t, 10>& tail);
/// The time of a ULID; nullopt where the text is none.
std::optional<Millis> time_of_ulid(std::string_view ulid);
/// The next record id of a story by the hybrid logical clock (docs/domain.md, Times and clocks): its time is the larger
/// of now and the newest id plus 1 ms. Where that would pass the year 9999, it is the newest id with its tail plus one.
/// `newest` may be empty.
std::string next_record_id(Millis now, std::string_view newest, Random& random, std::string_view context);
/// The id of a record that a machine makes: the time of its cause, and the first 80 bits of SHA-256 over `content`.
std::string derived_record_id(Millis cause, std::string_view content);
/// The last 16 characters of a record id, which are random. People name a record by them.
std::string_view record_tail(std::string_view record_id);

/// Whether the text is a complaint id such as `20261121-7f3q2mxab4`: the day of receipt (UTC) and 10 Crockford
/// characters.
bool is_complaint_id(std::string_view text);
std::string make_complaint_id(Instant received, const std::array<std::uint8_t, 10>& random);
/// The random part of a complaint id: `7f3q2mxab4`.
std::string_view complaint_tail(std::string_view complaint_id);

}  // namespace crmtrack::util
