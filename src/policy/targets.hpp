#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "policy/entry_reader.hpp"
#include "policy/policy.hpp"

namespace crmtrack::policy {

/// The kinds of promise whose due time comes from policy. The others have the date that somebody stated.
inline constexpr std::array kTargetKinds{record::PromiseKind::acknowledge,    record::PromiseKind::first_response,
                                         record::PromiseKind::update,         record::PromiseKind::resolution,
                                         record::PromiseKind::final_response, record::PromiseKind::summary,
                                         record::PromiseKind::confirm,        record::PromiseKind::commitment,
                                         record::PromiseKind::accept,         record::PromiseKind::follow_up};

/// Reads an entry of targets.yaml (crmtrack-targets(5)). `text` is the whole file, so that a finding names the place
/// within a filter.
PromiseTarget read_target(EntryReader& reader, std::string_view text, const Policy& policy);

/// The targets that a project's `regulatory` profile gives, behind those of targets.yaml: of `disp` (FCA DISP 1.5 and
/// 1.6.2R) and `rg271` (ASIC RG 271). Empty for another word.
const std::vector<PromiseTarget>& regulatory_targets(std::string_view profile);
/// The profiles that this version knows.
std::vector<std::string> regulatory_profiles();

}  // namespace crmtrack::policy
