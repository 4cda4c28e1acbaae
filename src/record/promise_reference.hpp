#pragma once

#include <string_view>

namespace crmtrack::record {

/// A record, and the number of one of the promises that it made, as `answers` names them: `RECORD` or `RECORD.N`.
struct PromiseReference {
  std::string_view record;
  int n = 0;  ///< from 1; 0: no number was given
};
PromiseReference parse_promise_reference(std::string_view text);
/// Whether the text names a whole record id, with a number or without.
bool is_promise_reference(std::string_view text);

}  // namespace crmtrack::record
