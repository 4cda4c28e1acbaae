#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/object/object_id.hpp"
#include "git/object/signature.hpp"

namespace crmtrack::git {

/// A commit as Git stores it.
struct CommitObject {
  ObjectId tree;
  std::vector<ObjectId> parents;
  Signature author, committer;
  std::string message;
  std::string signature;        ///< the signature header, its lines joined again; empty: unsigned
  std::string_view fault = {};  ///< why Git's fsck refuses it (git_rules.hpp), if it was read; empty: it does not
};

/// Writes `Asha Rao <asha@example.com> 1700000000 +0100`, as in a commit and in a reference log.
std::string render_person(const Signature& person);
/// Reads `Asha Rao <asha@example.com> 1700000000 +0100`. A malformed part stays empty, a malformed time 0.
Signature parse_person(std::string_view line);
/// The bytes of a commit. Where `signature` is empty, these are the bytes to sign.
std::string render_commit(const CommitObject& commit);
/// Reads the bytes of a commit; nullopt where they are none. Passes over headers that we do not use (encoding,
/// mergetag). A person whose time is malformed has time 0.
std::optional<CommitObject> parse_commit(std::string_view bytes);
/// A commit's message: subject, empty line, trailers. Line breaks and control characters inside a line become blanks.
std::string render_message(std::string_view subject, const std::vector<std::string>& trailers);

}  // namespace crmtrack::git
