#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "document/document.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// A record with what Git knows of the commit that brought it.
struct TrailEntry {
  const story::Entry* entry;
  ledger::Commit commit;
  std::string signature;  ///< see Ledger::signature_state
};

/// In the order in which the ledger came to know the records.
std::vector<TrailEntry> trail_of(Context& context, const std::vector<story::Entry>& entries);

/// Where a record lies in the ledger: in the complaint's folder, or in that which a correction moved it from.
std::string path_of(const story::Complaint& complaint, const story::Entry& entry);

/// The file for an auditor: each record of a complaint as the ledger holds it, to the letter, with both times, author,
/// commit and signature.
document::Document trail_document(Context& context, const story::Complaint& complaint);
/// The same as a table, one row a record.
document::Table trail_table(Context& context, const story::Complaint& complaint);

/// `report trail ID…`.
int report_trail(Context& context, const std::vector<std::string>& words);

}  // namespace crmtrack::command
