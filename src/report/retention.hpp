#pragma once

#include <string_view>
#include <vector>

#include "report/case.hpp"

namespace crmtrack::report {

/// A contact from a customer: on a complaint, or in their own story.
struct CustomerContact {
  std::string_view customer;
  std::optional<CaseIndex> complaint;
  util::Instant at{};
};

/// Whether customers stay in touch after a complaint as they did before (docs/measures.md, report retention).
Report make_retention(const Input& input, const std::vector<CustomerContact>& contacts);

}  // namespace crmtrack::report
