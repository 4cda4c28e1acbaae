#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::util {

std::string_view trim(std::string_view text);
/// The parts between separators. There is one more part than separators, so an empty text has one empty part.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace crmtrack::util
