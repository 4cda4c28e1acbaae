#pragma once

#include <string_view>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/content/audited_file.hpp"
#include "ledger/audit/report.hpp"
#include "ledger/rule/judge.hpp"

namespace crmtrack::ledger {

class OlderRecords;

/// Checks the content of records: each can be read, fits its path, and refers to existing records; its attachments fit
/// their digests; its author was allowed to write it; and it was entered soon after it happened. `tree` is the ledger's
/// tree. `older` has the additions of other commits; with `looks_back`, those whose place one of the files takes are
/// checked as well. Sorts the files by path. Returns the mails that people say to have sent.
std::vector<SentMail> audit_records(const git::Repository& repository, const git::ObjectId& tree, Judge& judge,
                                    std::vector<AuditedFile>& files, OlderRecords& older, bool looks_back,
                                    const git::Progress& progress, std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
