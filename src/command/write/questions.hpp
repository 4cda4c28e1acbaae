#pragma once

#include <functional>
#include <map>
#include <string>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// The fields of a complaint that is not a record yet; an empty field is not stated.
struct NewComplaint {
  std::string customer, project, reason, severity, channel, summary, description;
  std::string customer_name;                   ///< of a new customer, as the user typed it
  std::map<std::string, std::string> further;  ///< what forms ask for
};

/// Asks the user for every field that is missing, and again where an answer cannot be taken. It offers defaults: the
/// customer's last project, and the reasons most used for this project first. It shows the customer's open complaints,
/// so that the user does not enter one twice. Throws Error(cancelled).
void ask_for_complaint(Context& context, NewComplaint& complaint);
/// Asks for the fields that forms require and the complaint lacks. `fields_of` makes the record's fields of it.
void ask_for_forms(Context& context, NewComplaint& complaint,
                   const std::function<yaml::Node(const NewComplaint&)>& fields_of);
/// The project of the customer's newest complaint, else the only project that policy has; empty where neither tells.
std::string usual_project(Context& context, const std::string& customer);

}  // namespace crmtrack::command
