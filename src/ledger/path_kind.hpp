#pragma once

#include <string_view>

#include "git/object/object_store.hpp"

namespace crmtrack::ledger {

/// What may stand at a path of the ledger: a record or an attachment, a file of `ledgers/`, or nothing.
enum class PathKind { record, ledger_file, none };
PathKind kind_of(std::string_view path);

/// Whether a file may stand at its path: in `ledgers/` it has to say a format too.
bool may_stand(const git::ObjectStore& objects, std::string_view path, const git::ObjectId& blob);

/// Whether a path of the ledger is a record's, and no attachment's. Cheaper than taking it apart: only for paths of
/// which `kind_of` has been asked, or that are only counted.
bool is_record_path(std::string_view path);

}  // namespace crmtrack::ledger
