#pragma once

#include <string>

#include "warning/periods.hpp"
#include "warning/signal.hpp"

namespace crmtrack::warning {

/// A signal in words, without its group: `17 complaints in 2026-w48, where 4.2 a week are usual; the excess of the last
/// weeks adds up to 9 (limit 5.5)`. `periods` are those in which it was found.
std::string sentence_of(const Signal& signal, const Periods& periods);

/// A figure for people: three digits, no zeros behind the point.
std::string short_figure(double value);

}  // namespace crmtrack::warning
