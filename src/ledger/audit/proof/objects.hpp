#pragma once

#include <string>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// The objects of Git by which an outsider can check some stories without seeing any other: the stories' files, and
/// single ones that a correction has moved to them; the folders on the way to them, which hold names alone, as they
/// were at the head and at each commit that added to the stories; these commits and the head. With the history also all
/// commits from the oldest of these up to the head, whose messages name other complaints and customers, and the folders
/// before each.
struct ProofObjects {
  std::vector<std::string> objects;  ///< ids
  std::vector<std::string> shallow;  ///< the commits whose parents are left out, as Git's `shallow` file lists them
};

/// Collects the objects that an outsider needs to check the stories in `folders`, to which `commits` added records,
/// without seeing other stories.
ProofObjects collect_proof_objects(const Ledger& ledger, const std::string& head,
                                   const std::vector<std::string>& folders, const std::vector<std::string>& commits,
                                   bool with_history, const git::Progress& progress);

}  // namespace crmtrack::ledger
