#pragma once

#include <optional>

#include "git/object/object_store.hpp"
#include "record/path.hpp"
#include "record/record.hpp"

namespace crmtrack::ledger {

/// The record that a blob holds for a path; nullopt for an attachment's path, and where the blob is absent, larger than
/// a record may be, or cannot be read as one.
std::optional<record::Record> find_stored_record(const git::ObjectStore& objects, const record::RecordPath& path,
                                                 const git::ObjectId& blob);

}  // namespace crmtrack::ledger
