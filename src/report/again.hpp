#pragma once

#include "report/case.hpp"

/// Complaints that come back: reopened, or made again.
namespace crmtrack::report {

/// Of the complaints first resolved in the period, those reopened within 30 days (`reopen_rate`). Those whose 30 days
/// are not over are left out, and told in the note.
Measure reopen_rate_of(const Input& input);
/// Of the customers with a complaint in the period, those with another of the same reason 0 to 30 days after it
/// (`repeat_contact`). Complaints whose 30 days are not over are left out, and told in the note.
Measure repeat_contact_of(const Input& input);

}  // namespace crmtrack::report
