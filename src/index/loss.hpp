#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ledger/ledger.hpp"

namespace crmtrack::index {

/// The commits of which the index on the disk was made.
struct Indexed {
  std::string commit;
  std::int64_t records = 0;
};
/// Reads them from the index. nullopt where there is none of this version, or it cannot be read. Changes nothing, and
/// opens no ledger.
std::optional<Indexed> look_at_index(const git::Location& location) noexcept;

/// One line for people, if the ledger has lost records since an index was made of it: its branch was moved back, or put
/// on another history. nullopt where it has lost none.
std::optional<std::string> describe_loss(const git::Location& location, const ledger::Ledger& ledger,
                                         const Indexed& before, const std::optional<Indexed>& now);

}  // namespace crmtrack::index
