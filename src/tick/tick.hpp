#pragma once

#include <vector>

#include "session/session.hpp"
#include "tick/deed.hpp"

namespace crmtrack::tick {

/// Does what has fallen due by now: takes the rungs of the ladder that promises have crossed, and the silence that has
/// become acceptance, all in one commit. Each is named by its cause, so any number of hosts and runs do it once. Gives
/// what it did or, with --dry-run, would have done, by complaint and time. Throws Error(refused) where the user may not
/// write the machine's records, and Error(usage) with --as-of.
std::vector<Deed> run(session::Session& session);

}  // namespace crmtrack::tick
