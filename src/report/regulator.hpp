#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/case.hpp"

namespace crmtrack::report {

/// How fast a final or summary response was sent (DISP 1.5 and 1.6).
enum class ResponseBand {
  three_days,   ///< by the close of the third business day after the day of receipt
  eight_weeks,  ///< later, within 56 days
  later
};

/// A complaint of the regulator's return. Its texts are in Input::texts.
struct ReturnCase {
  CaseIndex complaint = 0;
  std::string_view firm, product, cause, vulnerable;
  std::string_view amount, currency;              ///< the redress of the answer that stands
  ResponseBand band = ResponseBand::eight_weeks;  ///< of one that was answered
};

/// The regulator's return, by firm, in the layout of the FCA's consolidated complaints return (PS25/19;
/// docs/measures.md, report regulator). `firms` are all that have to make one, those with nothing to report too.
Report make_regulator(const Input& input, const std::vector<ReturnCase>& cases, const std::vector<std::string>& firms);

}  // namespace crmtrack::report
