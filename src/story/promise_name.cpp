#include "story/promise_name.hpp"

#include <fmt/format.h>

namespace crmtrack::story {

PromiseName parse_promise_name(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return {text, std::nullopt};
  return {text.substr(0, at), record::parse_promise_reference(text.substr(at + 1))};
}

std::string full_name_of(const Promise& promise) {
  return fmt::format("{}@{}", record::name_of(promise.kind), reference_of(promise));
}

}  // namespace crmtrack::story
