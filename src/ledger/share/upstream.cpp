#include "ledger/share/upstream.hpp"

#include <fmt/format.h>

#include "git/reference/refspec.hpp"

namespace crmtrack::ledger {

std::optional<std::string> find_upstream(const git::Settings& settings) {
  if (auto chosen = settings.find("crmtrack.remote"); chosen && !chosen->empty()) return chosen;
  if (auto of_main = settings.find("branch.main.remote"); of_main && *of_main != "." && !of_main->empty())
    return of_main;
  if (settings.find("remote.origin.url")) return "origin";
  const auto remotes = settings.subsections("remote", "url");
  return remotes.size() == 1 ? std::optional(remotes.front()) : std::nullopt;
}

bool is_of_other_remote(const git::Settings& settings, std::string_view tracking, std::string_view branch) {
  const auto upstream = find_upstream(settings);
  return upstream && tracking.starts_with("refs/remotes/") &&
         git::find_tracking_reference(settings, *upstream, branch) != tracking;
}

}  // namespace crmtrack::ledger
