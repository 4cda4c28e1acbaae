#pragma once

#include "command/spec.hpp"

/// Options that commands share: each has one meaning, one parser and one completion.
namespace crmtrack::command::option {

extern const OptionSpec kCustomer, kProject, kReason, kSeverity, kVulnerable, kChannel, kAt, kBy, kRef, kAttach,
    kMessage, kFile, kWhy, kEvidence, kIn, kOut, kInternal, kWith, kMinutes, kGood, kBad, kExpects, kPromise,
    kPromiseTo, kAnswers, kPurpose, kVisibility, kFilter, kSet, kAll, kLimit, kSort, kNul;

}  // namespace crmtrack::command::option
