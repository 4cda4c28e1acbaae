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
  std::string_view fault = {};  ///< why Git's fsck refuses it, where it was read (git_rules.hpp); empty: it does not
};

/// `Asha Rao <asha@example.com> 1700000000 +0100`, as in a commit and in a reference log.
std::string render_person(const Signature& person);
/// Reads `Asha Rao <asha@example.com> 1700000000 +0100`; what is malformed stays empty, or at the time 0.
Signature parse_person(std::string_view line);
/// The bytes of a commit: what a signature is made over where `signature` is empty.
std::string render_commit(const CommitObject& commit);
/// nullopt where the bytes are no commit. Headers that are not ours (encoding, mergetag) are passed over; a person
/// whose time is malformed has time 0.
std::optional<CommitObject> parse_commit(std::string_view bytes);
/// Subject, empty line, trailers; line breaks and control characters inside a line become blanks.
std::string render_message(std::string_view subject, const std::vector<std::string>& trailers);

}  // namespace crmtrack::git
