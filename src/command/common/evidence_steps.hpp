#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// What an evidence archive is about, as places in the ledger.
struct EvidencePlaces {
  std::vector<std::string> folders;         ///< of the complaints
  std::set<std::string> moved;              ///< records that lie in the folders of others, which this is not about
  std::map<std::string, std::string> adds;  ///< path of each record → the commit that added it
};

/// A record's path up to its kind.
std::string stem_of(const std::string& path);
/// Where the attachments of a record lie.
std::string attachments_of(const std::string& path);

/// `summary.txt` of an evidence archive: each record's path, who recorded it, when and in which commit, and its text.
/// It is what the commands of step 5 print, to the byte, so that whoever got the archive can make it anew from the
/// objects in it. What crmtrack computes of the records (a status, whether a record counts) is not in it: no stock tool
/// could prove that.
std::string evidence_summary(Context& context, const std::map<std::string, std::string>& adds);

/// What the steps say beside the places.
struct EvidenceFacts {
  std::size_t complaints = 0;
  std::string head;                         ///< of the ledger
  std::vector<std::string> signed_commits;  ///< of those that added the records
  bool has_signers = false;                 ///< the archive has `allowed_signers`
  bool with_history = false;
};

/// `README.txt` of an evidence archive: the commands of stock tools by which somebody who trusts nobody checks it.
std::string evidence_steps(const EvidencePlaces& places, const EvidenceFacts& facts);

}  // namespace crmtrack::command
