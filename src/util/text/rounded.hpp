#pragma once

#include <string>

namespace crmtrack::util {

/// A figure with this number of decimal places, for people. A half is rounded away from zero, as people round: 1/8 to
/// two places is 0.13. A value less than 5 · 10⁻¹⁰ away from a half counts as one, since few halves are binary
/// fractions.
std::string rounded(double value, int places);

}  // namespace crmtrack::util
