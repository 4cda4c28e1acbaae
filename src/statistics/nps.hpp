#pragma once

#include <cstddef>
#include <optional>

namespace crmtrack::statistics {

/// Answers to "would you recommend us", 0 to 10.
struct Answers {
  std::size_t promoters = 0;   ///< 9 and 10
  std::size_t passives = 0;    ///< 7 and 8
  std::size_t detractors = 0;  ///< 0 to 6
};

/// A net promoter score with its error.
struct Nps {
  double score = 0;  ///< −100 to 100
  double error = 0;  ///< its standard error
  double low = 0;    ///< score ∓ 1.96 errors, cut at ±100
  double high = 0;
  bool is_adjusted = false;  ///< all answers are in one class: score and error are of adjusted counts
  bool is_small = false;     ///< of fewer than 30 answers
};

/// 100(p − d), with the standard error 100√((p + d − (p−d)²)/n). All answers in one class have no scatter to measure:
/// then score and error are of the counts plus ¾, 1½ and ¾. nullopt without answers.
std::optional<Nps> net_promoter(const Answers& answers);

}  // namespace crmtrack::statistics
