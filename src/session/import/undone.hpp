#pragma once

#include <string>
#include <vector>

#include "session/session.hpp"
#include "story/story.hpp"

namespace crmtrack::session {

/// The short id of the record by which `undo` made a complaint void, where it still is void; else empty.
std::string find_undo(Session& session, const story::Story& story);

/// A complaint that `undo` made void.
struct Undone {
  std::string complaint;
  std::string record;  ///< by which it did, in short
};
/// Those of some complaints that `undo` made void, in the order given. To import them once more changes nothing.
std::vector<Undone> find_undone(Session& session, const std::vector<std::string>& complaints);

}  // namespace crmtrack::session
