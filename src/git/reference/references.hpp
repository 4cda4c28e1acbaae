#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "git/program/repository.hpp"

namespace crmtrack::git {

/// A branch or tag, and the commit that it stands for in the end.
struct Reference {
  std::string name;  ///< `refs/remotes/origin/ledger`
  ObjectId commit;
};
/// All that begin with one of these, sorted by name; those that lead to no commit are left out.
std::vector<Reference> list_references(const Repository& repository, const std::vector<std::string_view>& starts);

/// A name as people read it: `origin/ledger` for `refs/remotes/origin/ledger`, nothing in it that a terminal obeys.
std::string shown_reference(std::string_view reference);

/// The whole names of all references, whatever they lead to.
std::vector<std::string> list_reference_names(const Repository& repository);

/// The object that a tag's own name stands for, and its text; empty where it is no annotated tag.
std::string read_tag(const Repository& repository, const std::string& name);

/// One line of a reference's log.
struct Move {
  ObjectId from, to;
  std::string committed_by = {};  ///< the address of who made the commit in this clone; empty: it came by other means
  util::Instant at{};             ///< by this computer's clock
};
/// The last moves of a reference, the newest first; as many as stand in the last quarter of a megabyte of its log.
std::vector<Move> read_moves(const Location& location, const std::string& name);

}  // namespace crmtrack::git
