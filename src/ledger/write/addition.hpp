#pragma once

#include <string>
#include <vector>

namespace crmtrack::ledger {

/// One file that a command adds to the ledger.
struct NewFile {
  std::string path;
  std::string bytes;
};

/// The files that a command adds, in one commit.
struct Addition {
  std::vector<NewFile> files;
  std::string subject;
  std::vector<std::string> trailers;  ///< `Complaint: …`, `Record: …`, `Policy: …`
  /// Folders that must still be as they were at `base` when the commit lands: the story that the command judged.
  std::vector<std::string> unchanged;
  std::string base;  ///< the ledger commit that the command looked at; empty: an empty ledger
};

}  // namespace crmtrack::ledger
