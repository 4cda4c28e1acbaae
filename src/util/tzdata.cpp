#include "util/tzdata.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "util/text/parts.hpp"

namespace crmtrack::util {

namespace {

constexpr std::array kVersionFiles{"/usr/share/zoneinfo/tzdata.zi", "/usr/share/zoneinfo/+VERSION"};

/// `2026a`, and `2026aa` should a year have more than 26.
bool is_version(std::string_view word) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return word.size() >= 5 && word.size() <= 6 && std::all_of(word.begin(), word.begin() + 4, is_digit) &&
         std::all_of(word.begin() + 4, word.end(), is_letter);
}

}  // namespace

std::string parse_tzdata_version(std::string_view text) {
  constexpr std::string_view kHead = "# version ";
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.starts_with(kHead)) line.remove_prefix(kHead.size());
  line = trim(line);
  return is_version(line) ? std::string(line) : std::string();
}

std::string tzdata_version() {
  for (const char* const path : kVersionFiles) {
    std::ifstream file(path);
    std::string line;
    if (file && std::getline(file, line))
      if (std::string version = parse_tzdata_version(line); !version.empty()) return version;
  }
  return {};
}

}  // namespace crmtrack::util
