#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::render {

/// A number for machines: the shortest decimal text that reads back as the same number; empty where it is absent or no
/// number.
std::string plain_number(std::optional<double> value);

/// A number for people, by its unit: `63.2 %` of a share, `12`, else two decimal places at most. `-` where it is absent
/// or no number.
std::string shown_number(std::optional<double> value, std::string_view unit);

/// A number beside a tick of an axis, without zeros at its end: `20 %`, `0.5`, `1500`.
std::string tick_number(double value, std::string_view unit);

/// A unit for people: `calendar days`.
std::string shown_unit(std::string_view unit);

/// The number, where it is there and finite.
std::optional<double> finite(std::optional<double> value);

}  // namespace crmtrack::render
