#pragma once

#include <cstddef>
#include <string_view>

#include "git/object/object_store.hpp"
#include "yaml/read.hpp"

namespace crmtrack::ledger {

/// The largest record that we read (256 KiB).
inline constexpr std::size_t kLargestRecord = yaml::Limits{}.bytes;
/// The largest attachment that a ledger may hold (40 MiB).
inline constexpr std::size_t kLargestAttachment = 40U << 20U;

/// Whether a record is larger than any that we read (256 KiB), or an attachment than a ledger may hold.
bool is_oversized(const git::ObjectStore& objects, std::string_view path, const git::ObjectId& blob);

}  // namespace crmtrack::ledger
