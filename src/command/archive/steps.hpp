#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// The places in the ledger of the complaints in an evidence archive.
struct EvidencePlaces {
  std::vector<std::string> folders;         ///< of the complaints
  std::set<std::string> moved;              ///< their records that lie in the folders of others
  std::map<std::string, std::string> adds;  ///< path of each record → the commit that added it
};

/// A record's path up to its kind.
std::string stem_of(const std::string& path);
/// The path of the folder that holds a record's attachments.
std::string attachments_of(const std::string& path);

/// Renders `summary.txt` of an evidence archive: each record's path, who recorded it, when and in which commit, and its
/// text. The commands of step 5 print it to the byte, so that a reader of the archive can make it again from the
/// objects in it. It leaves out what crmtrack computes (a status, whether a record counts), since no stock tool could
/// prove that.
std::string evidence_summary(Context& context, const std::map<std::string, std::string>& adds);

/// The facts that `README.txt` of an evidence archive states beside the places.
struct EvidenceFacts {
  std::size_t complaints = 0;
  std::string head;                         ///< of the ledger
  std::vector<std::string> signed_commits;  ///< the signed ones of the commits that added the records
  bool has_signers = false;                 ///< the archive has `allowed_signers`
  bool with_history = false;
};

/// Renders `README.txt` of an evidence archive: the commands of stock tools with which a reader who trusts nobody
/// checks it.
std::string evidence_steps(const EvidencePlaces& places, const EvidenceFacts& facts);

}  // namespace crmtrack::command
