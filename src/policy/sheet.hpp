#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "yaml/read.hpp"

namespace crmtrack::policy {

/// Policy files are larger than records, and still bounded.
inline constexpr yaml::Limits kPolicyLimits{1U << 20, 8, 100'000};

/// One policy file, read as far as all files are alike: a map with one key, the file's name.
struct Sheet {
  std::string file;    ///< `reasons.yaml`
  yaml::Node content;  ///< what stands under the key: a list, or for lifecycle, settings and signatures a map; empty
                       ///< where nothing does
  bool given = false;  ///< people wrote it; otherwise it is the built-in one
};

/// Reads the file called `name` (`reasons`), or where it is missing or cannot be read the built-in one; what is wrong
/// goes to `findings`.
Sheet read_sheet(const Files& files, std::string_view name, std::vector<Finding>& findings);

/// The names of all files that this version reads, in the order in which they are read.
const std::vector<std::string>& sheet_names();

/// The first line that Git's merge left behind in a file; nullopt where there is none.
std::optional<yaml::Mark> find_conflict_marker(std::string_view text);
/// Nothing but comments and blank lines.
bool says_nothing(std::string_view text);
/// A place that can be printed: from 1 on.
yaml::Mark place_of(yaml::Mark mark);

}  // namespace crmtrack::policy
