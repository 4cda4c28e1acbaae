#pragma once

#include "report/report.hpp"

namespace crmtrack::report {

/// Withholds from a report about a person's complaints each figure of fewer than kFewestPersons complaints, promises or
/// interactions, all tables, and of groups one more where a single one is withheld: nobody can tell it from the total.
void withhold_small(Report& report);
/// Withholds every figure of a report: those of all complaints less these would tell of too few.
void withhold_all(Report& report);

}  // namespace crmtrack::report
