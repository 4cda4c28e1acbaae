#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "record/vocabulary.hpp"
#include "story/fold/readings.hpp"

namespace crmtrack::story {

/// The evidence of a mail of ours as mail programs report it, and the record of the report that decides.
struct ReportedEvidence {
  record::Evidence evidence = record::Evidence::asserted;
  std::string record;
};

/// The mails of ours whose evidence reports change (docs/domain.md, Evidence), by entry. A report is an automatic
/// activity that names a mail by `about`, or the delivery of one that was handed over, which makes it `sent`:
/// `delivered` and `read` raise it, `attempted` lowers it unless another report says that it arrived. Evidence that
/// somebody stated above `delivered`, or corrected, is not lowered. `find` gives the entry that an id names, or −1.
std::map<int, ReportedEvidence> find_reported_evidence(const std::vector<Reading>& readings,
                                                       const std::function<int(const Reading& report)>& find);

}  // namespace crmtrack::story
