#include "exchange/map.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "exchange/map_overrides.hpp"
#include "exchange/map_reader.hpp"
#include "exchange/shipped_maps.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "yaml/read.hpp"

namespace crmtrack::exchange {
namespace {

/// Maps translate long vocabularies: more nodes than a record may have.
constexpr yaml::Limits kMapLimits{256U << 10U, 8, 20000};

bool is_ascii(std::string_view text) {
  return std::all_of(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool joins_words(char c) { return c == '-' || c == '_' || c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::string fold_name(std::string_view text) {
  const std::string folded = is_ascii(text) ? util::to_lower_ascii(text) : util::fold_case(text);
  std::string name;
  bool pending = false;
  for (const char c : folded) {
    if (joins_words(c)) {
      pending = !name.empty();
      continue;
    }
    if (pending) {
      name += '_';
      pending = false;
    }
    name += c;
  }
  return name;
}

bool Map::adds(std::string_view vocabulary) const { return std::find(add.begin(), add.end(), vocabulary) != add.end(); }

Map parse_map(std::string_view name, std::string_view text, const std::vector<std::string>& overrides) {
  auto root = yaml::load(text, kMapLimits);
  if (!root) {
    const auto& fault = root.error();
    throw util::Error(util::ErrorKind::refused, fmt::format("cannot read the map '{}': {}:{}: {}", name,
                                                            fault.mark.line, fault.mark.column, fault.message));
  }
  apply_overrides(*root, overrides);
  return MapReader(std::string(name)).read(*root);
}

std::optional<std::string_view> find_shipped_map(std::string_view name) {
  for (const ShippedMap& map : shipped_maps())
    if (map.name == name) return map.text;
  return std::nullopt;
}

std::vector<std::string> shipped_map_names() {
  std::vector<std::string> names;
  for (const ShippedMap& map : shipped_maps()) names.emplace_back(map.name);
  return names;
}

}  // namespace crmtrack::exchange
