#pragma once

#include <filesystem>
#include <vector>

#include "git/reference/location.hpp"

namespace crmtrack::git {

/// The files of references, HEAD too, that name nothing, and packed-refs where it is cut short. A power cut leaves such
/// files. Git then does not fetch, and where it is HEAD, Git does nothing at all.
std::vector<std::filesystem::path> find_broken_references(const Location& location);

}  // namespace crmtrack::git
