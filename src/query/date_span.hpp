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
/// (`2026-11-21T09:12`), a local day (`2026-11-21`, `today`, `yesterday`, `tomorrow`), a week of ISO 8601 (`2026-w45`,
/// `this-week`, `last-week`), a month (`2026-11`, `this-month`, `last-month`), a quarter (`2026-q3`, `this-quarter`,
/// `last-quarter`), a year (`2026`, `this-year`, `last-year`), the last days (`-7d`, `-2w`: today and the six or
/// thirteen days before it), or from one of them to the end of another (`2026-11-02..2026-11-08`). nullopt where the
/// text is no date; that does not depend on the moment.
std::optional<Span> parse_span(std::string_view text, const Moment& moment);
/// The span that a date means where a modifier compares with it: as parse_span, but `-7d` is the day seven days ago.
std::optional<Span> parse_bound(std::string_view text, const Moment& moment);
/// The span of the same kind just before one that a text means: of `2026-11` October, of `-7d` the seven days before,
/// of other stretches (`A..B`) as many days.
Span span_before(std::string_view text, const Span& span, const Moment& moment);

/// The local dates on which a complaint of that age (in days) was received.
Span span_of_age(int days, const Moment& moment);

/// The hint for a mistyped date.
inline constexpr std::string_view kDateForms =
    "2026-11-21, 2026-11-21T09:12, 2026-w45, 2026-11, 2026-q3, 2026-h1, 2026, today, yesterday, "
    "this-week or last-week (-month, -quarter, -half, -year), -30d, 2026-11-02..2026-11-08";

}  // namespace crmtrack::query
