#pragma once

#include <span>
#include <string_view>

namespace crmtrack::exchange {

/// A map file of src/exchange/maps, made part of the program when it is built, so that `--map cfpb` needs no
/// installation.
struct ShippedMap {
  std::string_view name, text;
};
std::span<const ShippedMap> shipped_maps();

}  // namespace crmtrack::exchange
