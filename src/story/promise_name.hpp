#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/promise_reference.hpp"
#include "story/promise.hpp"

namespace crmtrack::story {

/// The name of a promise in waivers and changes: `KIND`, `KIND@RECORD` or `KIND@RECORD.N`.
struct PromiseName {
  std::string_view kind;  ///< as written
  std::optional<record::PromiseReference> of;
};
PromiseName parse_promise_name(std::string_view text);
/// The whole name of a promise, as records keep it.
std::string full_name_of(const Promise& promise);

}  // namespace crmtrack::story
