#include "record/promise_reference.hpp"

#include <charconv>

#include "util/id.hpp"

namespace crmtrack::record {

PromiseReference parse_promise_reference(std::string_view text) {
  const std::size_t point = text.rfind('.');
  if (point == std::string_view::npos) return {text, 0};
  const std::string_view number = text.substr(point + 1);
  int n = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), n);
  if (error != std::errc() || end != number.data() + number.size() || n < 1) return {text, 0};
  return {text.substr(0, point), n};
}

bool is_promise_reference(std::string_view text) { return util::is_ulid(parse_promise_reference(text).record); }

}  // namespace crmtrack::record
