#pragma once

#include <string>
#include <vector>

#include "report/case.hpp"
#include "report/terms/term_counter.hpp"

namespace crmtrack::report {

/// A word or pair of words that sets a group of complaints apart, or that goes together with a word.
struct FoundTerm {
  CountedTerm counted;
  double score = 0;  ///< G², or bits of mutual information
};

/// At most so many are shown; the others are counted.
inline constexpr std::size_t kMostTerms = 50;

/// The terms that are over-represented in the group, the most surprising first: G² ≥ 15.13, at least 5 cases of at
/// least 3 customers.
std::vector<FoundTerm> choose_terms(std::vector<CountedTerm> counted, std::size_t group, std::size_t others);
/// The terms that go together with the word which the cases of the group have, the most bits first; at least 5 cases
/// have both.
std::vector<FoundTerm> choose_near(std::vector<CountedTerm> counted, std::size_t group, std::size_t others);

/// The group of complaints that the terms were looked for in.
struct TermGroup {
  std::size_t cases = 0, others = 0;
  std::string language;
  std::string near;  ///< the word that all cases of the group have; empty: the filter made the group
};

/// The report of the terms; `found` are all of them.
Report make_terms(const Input& input, const TermGroup& group, const std::vector<FoundTerm>& found);

}  // namespace crmtrack::report
