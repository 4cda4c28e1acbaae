#pragma once

#include <string>

#include "document/document.hpp"
#include "story/policy_trial.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// Tells people which entries of policy apply to a complaint: its promises, then the levels. `shown` is its short id.
document::Document policy_trial_text(const Setting& setting, const std::string& shown, int level,
                                     const story::PolicyTrial& trial);

/// The promises as a table, one row each, for programs.
document::Table policy_trial_table(const story::PolicyTrial& trial);
/// The JSON item of a complaint's trial: `promises` and `levels`.
document::Value policy_trial_item(const std::string& complaint, int level, const story::PolicyTrial& trial);

}  // namespace crmtrack::view
