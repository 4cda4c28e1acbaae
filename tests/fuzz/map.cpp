#include "target.hpp"

#include <optional>
#include <string>
#include <vector>

#include "exchange/map.hpp"
#include "imported.hpp"
#include "util/error.hpp"

/// Map files, and the overrides of the command line: lines before the map that begin with `set `. A map that is taken
/// is tried on a small table.
namespace crmtrack::fuzz {
namespace {

constexpr std::string_view kTable =
    "A,B,D,P,Created,Ticket ID\n"
    "03/12/2014,one,yes,Hoch,2025-04-18 18:48:47,T-1\n"
    "2014-03-12,\"two\r\nlines\",,n/a,18.04.2025,T-2\n"
    "31/12/2014,,no,\"3,50\",1700000000,T-1\n"
    ",\xc3\xa9t\xc3\xa9 \xe6\x9d\xb1\xe4\xba\xac,yes,,Apr 18 2025 6:48 PM,\n";

std::vector<std::string> take_overrides(std::string_view& text) {
  constexpr std::string_view kSet = "set ";
  std::vector<std::string> overrides;
  while (text.starts_with(kSet)) {
    const auto end = text.find('\n');
    overrides.emplace_back(text.substr(kSet.size(), end == std::string_view::npos ? end : end - kSet.size()));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return overrides;
}

std::optional<exchange::Map> read_map(std::string_view text, const std::vector<std::string>& overrides) {
  try {
    return exchange::parse_map("fuzzed", text, overrides);
  } catch (const util::Error& error) {
    require(error.kind() == util::ErrorKind::refused || error.kind() == util::ErrorKind::usage,
            "a map that is refused as something else");
    return std::nullopt;
  }
}

}  // namespace

void try_map(std::string_view text) {
  const std::vector<std::string> overrides = take_overrides(text);
  const auto map = read_map(text, overrides);
  if (map) check_import(kTable, *map, "");
  if (!overrides.empty()) {
    if (const auto changed = read_map(*exchange::find_shipped_map("tickets"), overrides))
      check_import(kTable, *changed, "");
  }
}

}  // namespace crmtrack::fuzz
