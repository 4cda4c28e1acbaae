#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "policy/entry_reader.hpp"
#include "policy/policy.hpp"

namespace crmtrack::policy {

/// Reads a form; its filter may use facts of the complaint alone, in words of `policy`, its patterns must be ones that
/// RE2 takes. `text` is the whole file, by which the column of a fault inside a filter is found.
Form read_form(EntryReader& reader, std::string_view text, const Policy& policy);

/// A pattern ready to match, in bounded memory. Check `ok()`: a bad one says why by `error()`.
std::shared_ptr<const re2::RE2> compile_pattern(std::string_view pattern);

}  // namespace crmtrack::policy
