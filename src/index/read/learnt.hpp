#pragma once

#include <string>
#include <vector>

#include "index/index.hpp"

/// Where lessons and praise stand: the stories that are worth folding for them.
namespace crmtrack::index {

/// The complaints with a review.
std::vector<std::string> reviewed_complaints(const Index& index, util::Instant now);
/// The complaints with a compliment.
std::vector<std::string> praised_complaints(const Index& index, util::Instant now);
/// The customers with a compliment that belongs to no complaint.
std::vector<std::string> praised_customers(const Index& index, util::Instant now);

}  // namespace crmtrack::index
