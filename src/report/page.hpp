#pragma once

#include <string>

#include "document/document.hpp"
#include "report/report.hpp"

/// Reports as people read them: figures under headings, each with its interval, its basis and the period before.
namespace crmtrack::report {

/// The page of a report. A figure that has no value says nothing and is left out, unless Measure::instead says why.
document::Document to_document(const Report& report);

/// A measure's value for people: `63.2 %`, `3.5 days`, `12`.
std::string shown_value(const Measure& measure);
/// The difference of a measure that has both values to the period before: `+3`, `-1.5 points`.
std::string shown_change(const Measure& measure);

}  // namespace crmtrack::report
