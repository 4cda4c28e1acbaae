#include "util/id.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>

#include <fmt/format.h>

#include "util/digest.hpp"
#include "util/error.hpp"

namespace crmtrack::util {

namespace {

constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kUlidLength = 26;
constexpr std::size_t kUlidTimeLength = 10;
constexpr std::size_t kComplaintTailLength = 10;
constexpr std::int64_t kLatestMillis = 253402300799999;  // 9999-12-31T23:59:59.999Z

constexpr std::array<std::int8_t, 256> make_values() {
  std::array<std::int8_t, 256> values{};
  for (auto& value : values) value = -1;
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    values[static_cast<unsigned char>(kDigits[i])] = static_cast<std::int8_t>(i);
  return values;
}

constexpr std::array<std::int8_t, 256> kValues = make_values();

int value_of(char c) { return kValues[static_cast<unsigned char>(c)]; }

std::string_view view_of(const std::array<std::uint8_t, 10>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::int64_t clamp_millis(Millis time) {
  return std::clamp<std::int64_t>(time.time_since_epoch().count(), 0, kLatestMillis);
}

/// The ULID after this one at the same time: the tail plus one.
std::string with_next_tail(std::string_view ulid) {
  std::string next(ulid);
  for (std::size_t i = kUlidLength; i-- > kUlidTimeLength;) {
    const auto value = static_cast<std::size_t>(value_of(next[i]) + 1);
    next[i] = kDigits[value % kDigits.size()];
    if (value < kDigits.size()) return next;
  }
  throw Error(ErrorKind::refused, fmt::format("cannot make a record id after '{}': it is the last there is", ulid));
}

}  // namespace

bool is_crockford(std::string_view text) {
  return !text.empty() && std::all_of(
                              text.begin(), text.end(), [](char c) { return value_of(c) >= 0; });
}

std::string normalize_crockford(std::string_view text) {
  std::string normal(text);
  for (char& c : normal) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (c == 'o')
      c = '0';
    else if (c == 'i' || c == 'l')
      c = '1';
  }
  return normal;
}

std::string encode_crockford(std::string_view bytes, std::size_t characters) {
  std::string text;
  text.reserve(characters);
  std::size_t next = 0;
  unsigned pending = 0;
  unsigned bits = 0;
  while (text.size() < characters) {
    if (bits < 5) {
      pending = (pending << 8U) | (next < bytes.size() ? static_cast<unsigned char>(bytes[next]) : 0U);
      ++next;
      bits += 8;
    }
    bits -= 5;
    text += kDigits[(pending >> bits) & 31U];
  }
  return text;
}

bool is_ulid(std::string_view text) { return time_of_ulid(text).has_value(); }

std::string make_ulid(Millis time, const std::array<std::uint8_t, 10>& tail) {
  std::string ulid(kUlidTimeLength, '0');
  auto millis = static_cast<std::uint64_t>(clamp_millis(time));
  for (std::size_t i = kUlidTimeLength; i-- > 0; millis >>= 5U) ulid[i] = kDigits[millis & 31U];
  return ulid + encode_crockford(view_of(tail), kUlidLength - kUlidTimeLength);
}

std::optional<Millis> time_of_ulid(std::string_view ulid) {
  if (ulid.size() != kUlidLength || !is_crockford(ulid)) return std::nullopt;
  std::int64_t millis = 0;
  for (const char c : ulid.substr(0, kUlidTimeLength)) millis = (millis << 5) | value_of(c);
  if (millis > kLatestMillis) return std::nullopt;
  return Millis(std::chrono::milliseconds(millis));
}

std::string next_record_id(Millis now, std::string_view newest, Random& random, std::string_view context) {
  const auto newest_time = time_of_ulid(newest);
  if (newest_time && newest_time->time_since_epoch().count() == kLatestMillis) return with_next_tail(newest);
  const Millis earliest = newest_time ? *newest_time + std::chrono::milliseconds(1) : Millis{};
  return make_ulid(std::max(now, earliest), random.draw(context));
}

std::string derived_record_id(Millis cause, std::string_view content) {
  const auto digest = sha256(content);
  std::array<std::uint8_t, 10> tail{};
  std::copy_n(digest.begin(), tail.size(), tail.begin());
  return make_ulid(cause, tail);
}

std::string_view record_tail(std::string_view record_id) {
  return record_id.size() <= kUlidTimeLength ? record_id : record_id.substr(kUlidTimeLength);
}

bool is_complaint_id(std::string_view text) {
  if (text.size() != 9 + kComplaintTailLength || text[8] != '-' || !is_crockford(text.substr(9))) return false;
  const std::array date{text[0], text[1], text[2], text[3], '-', text[4], text[5], '-', text[6], text[7]};
  return parse_date({date.data(), date.size()}).has_value();
}

std::string make_complaint_id(Instant received, const std::array<std::uint8_t, 10>& random) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(received));
  return fmt::format("{:04}{:02}{:02}-{}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()), encode_crockford(view_of(random), kComplaintTailLength));
}

std::string_view complaint_tail(std::string_view complaint_id) {
  const auto dash = complaint_id.find('-');
  return dash == std::string_view::npos ? complaint_id : complaint_id.substr(dash + 1);
}

}  // namespace crmtrack::util
