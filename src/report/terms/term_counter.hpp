#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/terms/case_terms.hpp"
#include "statistics/association.hpp"

namespace crmtrack::report {

/// The cases that have a term. Cases, not words: a word that one case says ten times counts once.
struct CountedTerm {
  std::string key;        ///< the stem, or both stems of a pair
  std::string form;       ///< as people read it
  std::size_t cases = 0;  ///< of the group
  std::size_t other_cases = 0;
  std::size_t customers = 0;  ///< of the group's cases that have it; no more than kEnoughCustomers are told apart
};

inline constexpr std::size_t kEnoughCases = statistics::kFewestCases;
inline constexpr std::size_t kEnoughCustomers = 3;

/// Counts terms in two passes over the cases, so that the memory it takes does not grow with the number of terms that
/// occur once or twice, which are nearly all. The first pass estimates how many cases of the group have each term,
/// never too few (a count-min sketch, Cormode and Muthukrishnan 2005, of 16 MiB). The second counts the terms that may
/// have enough.
class TermCounter {
 public:
  TermCounter();

  /// First pass: a case of the group.
  void estimate(const CaseTerms& terms);
  /// Second pass: a case of the group, or one of the others. A case without a customer counts as one of its own.
  void count(const CaseTerms& terms, bool of_group, std::string_view customer);
  /// The terms that at least kEnoughCases of the group have.
  [[nodiscard]] std::vector<CountedTerm> counted() const;

 private:
  static constexpr std::size_t kWidth = std::size_t{1} << 23U;
  static constexpr std::size_t kRows = 2;
  struct Counts {
    std::string form;
    std::uint32_t cases = 0, others = 0;
    std::array<std::uint64_t, kEnoughCustomers> customers{};  ///< their hashes; 0: none
  };

  [[nodiscard]] bool may_be_enough(std::string_view key) const;

  std::array<std::vector<std::uint8_t>, kRows> sketch_;
  std::unordered_map<std::string, Counts> counts_;
};

}  // namespace crmtrack::report
