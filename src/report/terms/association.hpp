#pragma once

#include <cstddef>
#include <optional>

/// How much a word sets a group of cases apart, and how strongly two words go together (docs/measures.md, Words).
namespace crmtrack::report {

/// The log-likelihood ratio G² = 2 Σ O ln(O/E) over the four cells: cases of the group with and without the word, and
/// the others with and without it; 0·ln 0 is 0. χ² with one degree of freedom: 15.13 is p ≈ 0.0001. Dunning 1993.
/// Precondition: hits ≤ group, other_hits ≤ others.
double g_squared(std::size_t hits, std::size_t group, std::size_t other_hits, std::size_t others);

/// Pointwise mutual information in bits: log2 of the cases with both words over those expected if they had nothing to
/// do with each other. Church and Hanks 1990. nullopt where `both` is 0.
std::optional<double> mutual_information(std::size_t both, std::size_t one, std::size_t other, std::size_t cases);

}  // namespace crmtrack::report
