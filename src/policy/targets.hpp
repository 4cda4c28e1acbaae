#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/entry_reader.hpp"
#include "policy/policy.hpp"

namespace crmtrack::policy {

/// Reads an entry of targets.yaml (crmtrack-targets(5)). `text` is the whole file, so that a finding names the place
/// within a filter.
PromiseTarget read_target(EntryReader& reader, std::string_view text, const Policy& policy);

/// The targets that a project's `regulatory` profile gives, behind those of targets.yaml: of `disp` (FCA DISP 1.5 and
/// 1.6.2R) and `rg271` (ASIC RG 271). Empty for another word.
const std::vector<PromiseTarget>& regulatory_targets(std::string_view profile);
/// The profiles that this version knows.
std::vector<std::string> regulatory_profiles();

}  // namespace crmtrack::policy
