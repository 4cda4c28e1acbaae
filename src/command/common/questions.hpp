#pragma once

#include <string>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// What a complaint is made of before it is a record; empty: not stated.
struct NewComplaint {
  std::string customer, project, reason, severity, channel, summary, description;
};

/// Asks for everything that is missing, with defaults from context: the customer's last project, their open complaints
/// shown so that one is not entered twice, the reasons most used for this project first. Throws Error(cancelled).
void ask_for_complaint(Context& context, NewComplaint& complaint);
/// The project of the customer's newest complaint, else the only project there is; empty where neither tells.
std::string usual_project(Context& context, const std::string& customer);

}  // namespace crmtrack::command
