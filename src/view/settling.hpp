#pragma once

#include <string>
#include <string_view>

#include "story/complaint.hpp"
#include "story/customer.hpp"

namespace crmtrack::view {

/// The command that settles a conflict of a complaint: it repeats what stands, and the user may put another value
/// there. `shown` is the id that the user types.
std::string settling_command(const story::Complaint& complaint, const story::Conflict& conflict,
                             std::string_view shown);
/// The command that settles a conflict of a customer; empty where no single command does.
std::string settling_command(const story::Customer& customer, const story::Conflict& conflict);

}  // namespace crmtrack::view
