#pragma once

#include <cstddef>
#include <optional>

namespace crmtrack::statistics {

/// Complaints by whether they are of a group, and whether they have a term.
struct Cells {
  std::size_t with = 0;            ///< of the group, with the term
  std::size_t without = 0;         ///< of the group, without it
  std::size_t others_with = 0;     ///< of the others, with the term
  std::size_t others_without = 0;  ///< of the others, without it
};

/// A term sets a group apart from this on: χ² with one degree of freedom, p about 0.0001.
constexpr double kSetsApart = 15.13;
/// Fewest complaints that a term stands in, for it to say anything.
constexpr std::size_t kFewestCases = 5;

/// G² = 2ΣO ln(O/E) over the four cells, with 0·ln 0 = 0. Dunning 1993. 0 where the group has the term no more often
/// than the others.
double log_likelihood(const Cells& cells);
/// log₂ of how much more often both stand together than chance would put them. Church and Hanks 1990. nullopt where
/// they do so in fewer than kFewestCases.
std::optional<double> mutual_information(const Cells& cells);

}  // namespace crmtrack::statistics
