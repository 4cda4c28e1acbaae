#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "story/complaint.hpp"
#include "util/time.hpp"

namespace crmtrack::view {

struct TrailPerson {
  std::string name, mail;
};

/// A record with what Git knows of the commit that brought it.
struct TrailEntry {
  const story::Entry* entry = nullptr;
  TrailPerson author, committer;
  std::string blob;       ///< the id that Git gives the record's bytes
  std::string signature;  ///< of the commit: good, bad, none …
};

/// The state of the ledger that a trail was made from.
struct LedgerState {
  std::string commit;  ///< several, with blanks between them, where clones had not met
  std::string policy_commit;
  util::Instant now{};
};

/// Where a record lies in the ledger: in the complaint's folder, or in that which a correction moved it from.
std::string path_of(const story::Complaint& complaint, const story::Entry& entry);
/// The file for an auditor: each record of a complaint as the ledger holds it, to the letter, with both times, author,
/// commit and signature.
document::Document trail_document(const LedgerState& ledger, const story::Complaint& complaint,
                                  const std::vector<TrailEntry>& trail);
/// The trail of a complaint as a table, one row a record.
document::Table trail_table(const story::Complaint& complaint, const std::vector<TrailEntry>& trail);

}  // namespace crmtrack::view
