#include "mail/message/headers.hpp"

#include <algorithm>

#include "mail/message/encoded_words.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kMostHeaders = 2000;
constexpr std::size_t kLongestHeader = 64UL << 10U;
constexpr std::size_t kLongestName = 100;

bool is_header_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName &&
         std::ranges::all_of(
             name, [](char c) { return c > ' ' && c < 0x7f && c != ':'; });
}

}  // namespace

Headers::Headers(std::string_view message) {
  while (size_ < message.size()) {
    const std::size_t end = message.find('\n', size_);
    std::string_view line = message.substr(size_, end == std::string_view::npos ? end : end - size_);
    size_ = end == std::string_view::npos ? message.size() : end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return;
    add_line(line);
  }
}

void Headers::add_line(std::string_view line) {
  if (line.front() == ' ' || line.front() == '\t') {
    if (headers_.empty()) return;
    std::string& value = headers_.back().second;
    if (value.size() + line.size() < kLongestHeader) value.append(1, ' ').append(util::trim(line));
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || headers_.size() >= kMostHeaders) return;
  const std::string_view name = util::trim(line.substr(0, colon));
  if (is_header_name(name))
    headers_.emplace_back(util::to_lower_ascii(name), std::string(util::trim(line.substr(colon + 1, kLongestHeader))));
}

std::string_view Headers::find(std::string_view name) const {
  for (const auto& [key, value] : headers_)
    if (key == name) return value;
  return {};
}

bool Headers::has(std::string_view name) const {
  return std::ranges::any_of(
      headers_, [&](const auto& header) { return header.first == name; });
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const auto& [key, value] : headers_)
    if (key == name) found.emplace_back(value);
  return found;
}

std::string Headers::text(std::string_view name) const { return decode_words(find(name)); }

}  // namespace crmtrack::mail
