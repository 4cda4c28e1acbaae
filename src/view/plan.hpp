#pragma once

#include <vector>

#include "document/document.hpp"
#include "document/value.hpp"
#include "story/step.hpp"
#include "story/story.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// Adds the steps of a plan for people: two lines a step, or more where it was reviewed. Nothing where there are none.
void add_plan(const Setting& setting, const std::vector<story::Step>& steps, const std::vector<story::Entry>& entries,
              document::Document& document);
/// The JSON of the steps of a plan (docs/json.md, `steps[]`).
document::Value::List plan_value(const Setting& setting, const std::vector<story::Step>& steps);
/// Whole days, as local dates differ, by which the date of a step was put off.
std::int64_t slip_days(const util::Zone& zone, const story::Step& step);

}  // namespace crmtrack::view
