#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "git/program/repository.hpp"

namespace crmtrack::git {

/// A branch or tag, and the commit that it leads to.
struct Reference {
  std::string name;  ///< `refs/remotes/origin/ledger`
  ObjectId commit;
};
/// Lists the references that begin with one of `starts`, sorted by name. Leaves out those that lead to no commit.
std::vector<Reference> list_references(const Repository& repository, const std::vector<std::string_view>& starts);

/// A reference's name as people read it: `origin/ledger` for `refs/remotes/origin/ledger`, with control characters made
/// visible.
std::string shown_reference(std::string_view reference);

/// The whole names of all references, including those that lead to no commit.
std::vector<std::string> list_reference_names(const Repository& repository);

/// The text of the annotated tag with this whole name; empty where there is none.
std::string read_tag(const Repository& repository, const std::string& name);

/// One line of a reference's log: a move from one commit to another.
struct Move {
  ObjectId from, to;
  std::string committed_by = {};  ///< the address of the person who committed it in this clone; empty: nobody did
  util::Instant at{};             ///< by this computer's clock
};
/// Reads the last moves of a reference, the newest first: those in the last quarter of a megabyte of its log.
std::vector<Move> read_moves(const Location& location, const std::string& name);

}  // namespace crmtrack::git
