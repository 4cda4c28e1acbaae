#pragma once

#include <optional>
#include <vector>

#include "warning/counts.hpp"
#include "warning/periods.hpp"
#include "warning/series.hpp"
#include "warning/trial.hpp"

namespace crmtrack::warning {

/// Tests whether events of a rare series follow more closely than the gaps of its baseline allow: the shortest gap that
/// ends in the last complete period. nullopt where the baseline has fewer than kFewestGaps, and in a period without an
/// event.
std::optional<Trial> try_gaps(const Series& series, const Counted& counted, const Periods& periods);
inline constexpr std::size_t kFewestGaps = 5;

/// A customer with fewer contacts is none who usually comes.
inline constexpr std::size_t kUsualContacts = 10;
/// Tests whether a usually active customer has stayed away: the gap since the last contact against the mean gap of the
/// customer's contacts, which is taken for exponential. nullopt for a customer who is not usually active, and for one
/// whose silence began to be remarkable more than 84 days ago: they have gone.
std::optional<Trial> try_silence(const Contacts& contacts, const Periods& periods);

}  // namespace crmtrack::warning
