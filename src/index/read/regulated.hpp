#pragma once

#include <functional>
#include <string_view>

#include "index/index.hpp"

namespace crmtrack::index {

/// The facts of a complaint that only the regulator's return reads. Texts last until the next row.
struct RegulatedComplaint {
  std::string_view id, company, project, cause, vulnerable, redress_amount, redress_currency;
};

/// Visits all complaints that are not void.
void each_regulated(const Index& index, const std::function<void(const RegulatedComplaint&)>& visit);

}  // namespace crmtrack::index
