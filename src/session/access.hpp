#pragma once

namespace crmtrack::session {

/// How a session opens the repository before a command works with it (Session::open).
enum class Access {
  nothing,  ///< not at all: the command works without one, or makes it
  reads,    ///< with what a fetch brought merged, or as it was, by --as-of
  writes,   ///< with what a fetch brought merged
  as_is,    ///< as it stands: for what judges or mends it, and merges nothing unasked
};

}  // namespace crmtrack::session
