#pragma once

#include <string>
#include <string_view>

#include "warning/signal.hpp"

namespace crmtrack::warning {

/// A signal in words, without its group: `17 complaints in 2026-w48, where 4.2 a week are usual; the excess of the last
/// weeks adds up to 9 (limit 5.5)`. `last` is the name of the last complete period, `unit` its length.
std::string sentence_of(const Signal& signal, std::string_view last, std::string_view unit);

/// A figure for people: three digits, no zeros behind the point.
std::string short_figure(double value);

}  // namespace crmtrack::warning
