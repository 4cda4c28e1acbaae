#pragma once

#include <string>
#include <vector>

#include "report/case.hpp"
#include "report/report.hpp"

/// Reports that tell what was written down, word for word, in place of figures.
namespace crmtrack::report {

/// A review that says a lesson or a root cause.
struct Lesson {
  CaseIndex complaint = 0;
  util::Instant at{};
  std::string root_cause, went_wrong, lesson;
};

/// Somebody whom a review praises, or a compliment of a customer.
struct Praise {
  util::Instant at{};
  std::string complaint, customer;  ///< whichever there is
  std::string person;               ///< empty: a compliment
  std::string by;                   ///< who wrote it down
  std::string text;
  std::string customer_name = {};  ///< how people know the customer, where the slug does not tell
};

Report make_lessons(const Input& input, const std::vector<Lesson>& lessons);
/// In the order of time: nobody is ranked, and nobody's praise is counted.
Report make_praise(const Input& input, const std::vector<Praise>& praise);

}  // namespace crmtrack::report
