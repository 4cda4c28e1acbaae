#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "util/random.hpp"
#include "util/time.hpp"

namespace crmtrack::util {

/// Crockford's base 32, lower case: 0-9 and a-z without i, l, o, u.
bool is_crockford(std::string_view text);
/// What people mistype is mended: upper case, `o` for 0, `i` and `l` for 1.
std::string normalize_crockford(std::string_view text);
/// The first `characters` base-32 digits (5 bits each) of `bytes`.
std::string encode_crockford(std::string_view bytes, std::size_t characters);

/// A ULID: 26 lower-case Crockford characters, 48 bits of milliseconds, then 80 random bits. Sorts by time as text.
/// One later than the year 9999 is none.
bool is_ulid(std::string_view text);
std::string make_ulid(Millis time, const std::array<std::uint8_t, 10>& tail);
/// The time of a ULID; nullopt where it is none or lies after the year 9999.
std::optional<Millis> time_of_ulid(std::string_view ulid);
/// The hybrid logical clock (DESIGN §2): time is the larger of now and newest + 1 ms; where that would pass the year
/// 9999, the newest id's tail plus one. `newest` may be empty.
std::string next_record_id(Millis now, std::string_view newest, Random& random, std::string_view context);
/// An id of a record that the machine made: the cause's time and the first 80 bits of SHA-256 over `content`.
std::string derived_record_id(Millis cause, std::string_view content);
/// The random part of a record id by which people name it (the last 16 characters).
std::string_view record_tail(std::string_view record_id);

/// `20261121-7f3q2mxab4`: day of receipt (UTC) and 10 Crockford characters.
bool is_complaint_id(std::string_view text);
std::string make_complaint_id(Instant received, const std::array<std::uint8_t, 10>& random);
/// The random part `7f3q2mxab4`.
std::string_view complaint_tail(std::string_view complaint_id);

}  // namespace crmtrack::util
