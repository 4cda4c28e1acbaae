#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "git/object/object_store.hpp"
#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// The newest ledger format that this version reads and writes.
inline constexpr int kFormat = 1;

inline constexpr std::string_view kFormatFolder = "ledgers";

/// `ledgers/<id>.yaml`, the file that a ledger begins with.
std::string format_path(std::string_view ledger_id);
/// `format: 1`.
std::string format_text();
/// The number that a file of `ledgers/` gives; nullopt where it is none of a ledger's: absent, larger than 64 KiB, or
/// not with one line `format: N`.
std::optional<int> find_format(const git::ObjectStore& objects, const git::ObjectId& blob);

/// Whether the commit, or any that it descends from, has a folder `ledgers`: else it is no ledger's.
bool is_ledger_history(const git::ObjectStore& objects, const git::ObjectId& commit);
/// Throws Error(repository) where the branch is at a commit without that folder, so that it cannot be read.
void refuse_foreign_tree(const git::ObjectStore& objects, const git::ObjectId& commit);
/// Throws Error(repository) where it is at no ledger's commit.
void refuse_foreign_history(const git::ObjectStore& objects, const git::ObjectId& commit);
/// Throws Error(repository) where the ledger at this commit is of a newer format than ours: the highest number of any
/// file in `ledgers/` counts, of those that somebody with the right `policy` has added (format_right.hpp).
void refuse_newer_format(const git::Repository& repository, const git::ObjectId& commit);

}  // namespace crmtrack::ledger
