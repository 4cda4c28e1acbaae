#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// A list that somebody named (views.yaml): `list @NAME` shows it.
struct View {
  std::string name, filter;
  std::vector<std::string> columns;  ///< as `--fields` takes them; empty: the usual ones
  std::vector<std::string> sort;     ///< as `--sort` takes them; empty: newest first
  std::string from;
  yaml::Mark mark;
};

/// The views of views.yaml; those with errors are findings, and left out.
std::vector<View> load_views(const Files& files, std::vector<Finding>& findings);

/// Reads a view of one line, as `git config crmtrack.view.NAME` has it: a filter, and in it `--sort KEYS` and
/// `--columns NAMES`.
View parse_view(std::string_view name, std::string_view line);

}  // namespace crmtrack::policy
