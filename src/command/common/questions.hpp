#pragma once

#include <string>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// The fields of a complaint that is not a record yet; an empty field is not stated.
struct NewComplaint {
  std::string customer, project, reason, severity, channel, summary, description;
};

/// Asks the user for every field that is missing. It offers defaults: the customer's last project, and the reasons most
/// used for this project first. It shows the customer's open complaints, so that the user does not enter one twice.
/// Throws Error(cancelled).
void ask_for_complaint(Context& context, NewComplaint& complaint);
/// The project of the customer's newest complaint, else the only project that policy has; empty where neither tells.
std::string usual_project(Context& context, const std::string& customer);

}  // namespace crmtrack::command
