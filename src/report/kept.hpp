#pragma once

#include <functional>

#include "report/case.hpp"

namespace crmtrack::report {

using WhichDue = std::function<bool(const Due&)>;

/// The share kept in time of the promises that `which` chooses and that were due in the period: those that were kept,
/// kept late, or are overdue. Waived and void ones are left out, and told in the note.
Measure kept_share(const Input& input, const WhichDue& which, const char* name, const char* title);
/// The five shares of promises: ours, of these those made in words, the customers', those among ourselves, and third
/// parties' replies.
void add_kept_shares(const Input& input, Report& report);

}  // namespace crmtrack::report
