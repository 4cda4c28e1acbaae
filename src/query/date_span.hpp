#pragma once

#include <optional>
#include <string_view>

#include "query/filter.hpp"

namespace crmtrack::query {

/// A stretch of time, half-open: [from, until).
struct Span {
  util::Instant from;
  util::Instant until;
};

/// The span that a date of the filter language means at a moment: a second (`2026-11-21T09:12:00+01:00`), a minute
/// (`2026-11-21T09:12`), a local day (`2026-11-21`, `today`, `yesterday`, `tomorrow`, `-30d`, `-2w`), a month
/// (`2026-11`), a quarter (`2026-q3`) or a year (`2026`). nullopt where the text is no date; that does not depend on
/// the moment.
std::optional<Span> parse_span(std::string_view text, const Moment& moment);

/// The local dates on which a complaint of that age (in days) was received.
Span span_of_age(int days, const Moment& moment);

/// The hint for a mistyped date.
inline constexpr std::string_view kDateForms =
    "2026-11-21, 2026-11-21T09:12, 2026-11, 2026-q3, 2026, today, yesterday, -30d, -2w";

}  // namespace crmtrack::query
