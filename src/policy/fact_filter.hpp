#pragma once

#include <span>
#include <string>
#include <string_view>

#include "policy/entry_reader.hpp"
#include "policy/policy.hpp"

namespace crmtrack::policy {

/// A filter of policy, and its text as written.
struct FactFilter {
  query::Filter filter;
  std::string text;
};

/// Reads the filter of an entry under `key`: it may ask for facts of the complaint alone, never for folded state.
/// `text` is the whole file, so that a finding names the place within the filter.
FactFilter read_fact_filter(EntryReader& reader, std::string_view text, const Policy& policy,
                            std::string_view key = "filter");
/// Reads the filter of an entry whose filter may ask for `keys`.
FactFilter read_fact_filter(EntryReader& reader, std::string_view text, const Policy& policy,
                            std::span<const query::KeySpec> keys, std::string_view key = "filter");

}  // namespace crmtrack::policy
