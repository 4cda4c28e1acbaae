#pragma once

#include <string>
#include <vector>

#include "calendar/explanation.hpp"
#include "document/document.hpp"
#include "story/complaint.hpp"
#include "story/promise.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// The due time of a promise, explained: `clock` says how it was counted; none where somebody stated the date.
struct ExplainedPromise {
  const story::Promise& promise;
  std::optional<calendar::Explanation> clock;
};

/// Works the explanation out. `tzdata` is the version of the time zone data, which may move a due time.
ExplainedPromise explain(const story::Promise& promise, const std::string& tzdata);

/// Adds the explanation for people: calendar, target, each interval with its length, each pause, and the sum. Times are
/// those of the calendar's zone; `zone` is for those without a calendar.
void add_explanation(const Setting& setting, const ExplainedPromise& explained,
                     const std::vector<story::Entry>& entries, const util::Zone& zone, document::Document& document);

/// The explanation for programs: the promise's own fields and the steps, durations in seconds.
document::Value explanation_value(const Setting& setting, const ExplainedPromise& explained);

}  // namespace crmtrack::view
