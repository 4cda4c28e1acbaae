#include "git/reference/refspec.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace crmtrack::git {
namespace {

/// The text that `*` stands for, if the pattern fits. A pattern without `*` has to be equal to the reference.
std::optional<std::string> match_pattern(std::string_view pattern, std::string_view reference) {
  const auto star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == reference ? std::optional<std::string>("") : std::nullopt;
  const std::string_view before = pattern.substr(0, star), after = pattern.substr(star + 1);
  if (reference.size() < before.size() + after.size()) return std::nullopt;
  if (!reference.starts_with(before) || !reference.ends_with(after)) return std::nullopt;
  return std::string(reference.substr(before.size(), reference.size() - before.size() - after.size()));
}

}  // namespace

std::optional<std::string> map_reference(const std::vector<std::string>& refspecs, std::string_view reference) {
  std::optional<std::string> mapped;
  for (std::string_view spec : refspecs) {
    if (spec.starts_with('^')) {
      if (match_pattern(spec.substr(1), reference)) return std::nullopt;
      continue;
    }
    if (spec.starts_with('+')) spec.remove_prefix(1);
    const auto colon = spec.find(':');
    if (mapped || colon == std::string_view::npos) continue;
    const auto middle = match_pattern(spec.substr(0, colon), reference);
    const std::string_view target = spec.substr(colon + 1);
    if (!middle || target.empty()) continue;
    const auto star = target.find('*');
    mapped = star == std::string_view::npos
                 ? std::string(target)
                 : fmt::format("{}{}{}", target.substr(0, star), *middle, target.substr(star + 1));
  }
  return mapped;
}

std::optional<std::string> find_tracking_reference(const Settings& settings, const std::string& remote,
                                                   std::string_view branch) {
  return map_reference(settings.find_all(fmt::format("remote.{}.fetch", remote)), branch);
}

std::string shown_address(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::string(url);
  const std::size_t host = scheme + 3;
  const std::string_view authority = url.substr(host, url.find('/', host) - host);
  const auto at = authority.rfind('@');
  const auto colon = authority.find(':');
  if (at == std::string_view::npos || colon == std::string_view::npos || colon > at) return std::string(url);
  return fmt::format("{}{}{}", url.substr(0, host + colon), "@", url.substr(host + at + 1));
}

}  // namespace crmtrack::git
