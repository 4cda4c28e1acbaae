#pragma once

#include <string>
#include <vector>

#include "session/promise/named.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// The open promises and steps of ours that keep a complaint from being closed, each with the commands that settle it.
std::vector<std::string> what_stops_closing(const session::PromisesOf& story, const std::vector<story::Step>& steps);

}  // namespace crmtrack::command
