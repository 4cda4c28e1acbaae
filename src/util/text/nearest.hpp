#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::util {

/// The candidates nearest to `word`, nearest first (optimal string alignment distance, at most a third of its length).
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most = 3);

}  // namespace crmtrack::util
