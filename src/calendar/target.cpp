#include "calendar/target.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "util/text/safe.hpp"

namespace crmtrack::calendar {

namespace {

/// A number and the word behind it: `2bd`. Numbers of more than nine digits are too large for all that we measure.
struct Quantity {
  std::int64_t number = 0;
  std::string_view unit;
};

std::optional<Quantity> parse_quantity(std::string_view text) {
  constexpr std::size_t kMostDigits = 18;
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  Quantity quantity{0, text.substr(digits)};
  std::from_chars(text.data(), text.data() + digits, quantity.number);
  return quantity;
}

std::string shown(std::string_view text) { return util::visible_line(text.substr(0, 40)); }

std::optional<Target::Unit> parse_unit(std::string_view word) {
  if (word == "h") return Target::Unit::hours;
  if (word == "bd") return Target::Unit::business_days;
  if (word == "d") return Target::Unit::days;
  return std::nullopt;
}

std::string_view word_of(Target::Unit unit) {
  if (unit == Target::Unit::hours) return "h";
  return unit == Target::Unit::business_days ? "bd" : "d";
}

/// `62.5` as 6,250: up to two digits behind the point, above 0 and at most `most`.
std::optional<std::int64_t> parse_percent(std::string_view text, std::int64_t most) {
  const auto point = text.find('.');
  const auto whole = parse_quantity(text.substr(0, point));
  if (!whole || !whole->unit.empty() || whole->number > most / kPercent) return std::nullopt;
  std::int64_t share = whole->number * kPercent;
  if (point != std::string_view::npos) {
    const std::string_view behind = text.substr(point + 1);
    const auto part = parse_quantity(behind);
    if (!part || !part->unit.empty() || behind.size() > 2) return std::nullopt;
    share += behind.size() == 1 ? part->number * 10 : part->number;
  }
  return share > 0 && share <= most ? std::optional(share) : std::nullopt;
}

}  // namespace

tl::expected<Target, std::string> parse_target(std::string_view text, Zero zero) {
  const auto quantity = parse_quantity(text);
  const auto unit = quantity ? parse_unit(quantity->unit) : std::nullopt;
  if (!unit)
    return tl::unexpected(
        fmt::format("'{}' is no target: write 4h (business hours), 2bd (business days) or 30d (days)", shown(text)));
  const int most = *unit == Target::Unit::hours ? kMostHours : kMostDays;
  if (quantity->number > most)
    return tl::unexpected(
        fmt::format("'{}' is too long: a target is ten years at most, {}{}", shown(text), most, word_of(*unit)));
  if (quantity->number == 0 && zero == Zero::refused)
    return tl::unexpected(fmt::format("'{}' leaves no time: a target is at least 1{}", shown(text), word_of(*unit)));
  return Target{static_cast<int>(quantity->number), *unit};
}

std::string format_target(const Target& target) { return fmt::format("{}{}", target.count, word_of(target.unit)); }

tl::expected<WarningPoint, std::string> parse_warning_point(std::string_view text) {
  constexpr std::int64_t kHour = 3600;
  if (text.ends_with('%')) {
    if (const auto share = parse_percent(text.substr(0, text.size() - 1), kWholeTarget))
      return WarningPoint{WarningPoint::Kind::share, *share};
  } else if (const auto quantity = parse_quantity(text); quantity && (quantity->unit == "h" || quantity->unit == "m")) {
    const std::int64_t unit = quantity->unit == "h" ? kHour : 60;
    if (quantity->number <= kMostHours * kHour / unit)
      return WarningPoint{WarningPoint::Kind::before_due, quantity->number * unit};
  }
  return tl::unexpected(fmt::format(
      "'{}' is no time to warn: write a share of the target up to 100%, such as 75%, or 1h or 30m before the end",
      shown(text)));
}

std::string format_warning_point(const WarningPoint& point) {
  if (point.kind == WarningPoint::Kind::before_due)
    return point.amount % 3600 == 0 ? fmt::format("{}h", point.amount / 3600) : fmt::format("{}m", point.amount / 60);
  return format_share(point.amount);
}

tl::expected<std::int64_t, std::string> parse_rung_share(std::string_view text) {
  if (text.ends_with('%'))
    if (const auto share = parse_percent(text.substr(0, text.size() - 1), kMostShare)) return *share;
  return tl::unexpected(fmt::format("'{}' is no share of a target: write 75%, 100% or 125%, at most {}%", shown(text),
                                    kMostShare / kPercent));
}

std::string format_share(std::int64_t share) {
  const std::int64_t part = share % kPercent;
  if (part == 0) return fmt::format("{}%", share / kPercent);
  return part % 10 == 0 ? fmt::format("{}.{}%", share / kPercent, part / 10)
                        : fmt::format("{}.{:02}%", share / kPercent, part);
}

}  // namespace crmtrack::calendar
