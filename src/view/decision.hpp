#pragma once

#include <vector>

#include "document/document.hpp"
#include "document/value.hpp"
#include "story/decision.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// Decisions as a table, one a row, as `decide list` prints them.
document::Table decision_table(const Setting& setting, const std::vector<story::Decision>& decisions, Reader reader);
/// The JSON item of a decision, with its reviews.
document::Value decision_item(const Setting& setting, const story::Decision& decision);
/// A decision whole: its words, the measure by which it shows, and the findings of each review.
document::Document decision_document(const Setting& setting, const story::Decision& decision);

}  // namespace crmtrack::view
