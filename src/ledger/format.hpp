#pragma once

#include <string>
#include <string_view>

#include "ledger/object_store.hpp"

namespace crmtrack::ledger {

inline constexpr std::string_view kFormatFolder = "ledgers";

/// `ledgers/<id>.yaml`, the file that a ledger begins with.
std::string format_path(std::string_view ledger_id);
/// `format: 1`.
std::string format_text();
/// Throws Error(repository) where the ledger at this tree says that it is of a newer format than ours: the highest
/// number of any file in `ledgers/` counts; or where there is no such folder, so that it is no ledger of ours.
void refuse_newer_format(const ObjectStore& objects, const ObjectId& root);

}  // namespace crmtrack::ledger
