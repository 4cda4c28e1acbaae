#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "git/object/object_id.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// Resolves any revision that Git takes (`HEAD~3`, a tag, an abbreviated id, `ledger@{yesterday}`) to a commit.
/// `ledger` and `main` are the branches, even where a tag or file has that name. nullopt where it is none.
std::optional<std::string> find_revision(const Ledger& ledger, const std::string& revision);
/// Reads a blob. Throws Error(refused) where it is over the limit.
std::string read_blob(const Ledger& ledger, const std::string& id, std::size_t limit);
std::string read_blob(const Ledger& ledger, const git::ObjectId& id, std::size_t limit);
bool is_ancestor(const Ledger& ledger, const std::string& older, const std::string& newer);
/// The state of a commit's signature: `good`, `bad`, `unknown_key` or `none`. Asks the user's own gpg or ssh-keygen
/// through `git verify-commit`.
std::string signature_state(const Ledger& ledger, const std::string& commit);

}  // namespace crmtrack::ledger
