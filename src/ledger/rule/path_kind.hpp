#pragma once

#include <string_view>

#include "git/object/object_store.hpp"

namespace crmtrack::ledger {

/// The meaning of a path of the ledger: a record or an attachment, a file of `ledgers/`, or none.
enum class PathKind { record, ledger_file, none };
PathKind kind_of(std::string_view path);

/// Whether a file may stand at its path. In `ledgers/` it has to say a format too.
bool may_stand(const git::ObjectStore& objects, std::string_view path, const git::ObjectId& blob);

/// Whether a path of the ledger is a record's, and not an attachment's. Cheaper than taking the path apart.
/// Precondition: `kind_of` has accepted the path, or the caller only counts.
bool is_record_path(std::string_view path);

}  // namespace crmtrack::ledger
