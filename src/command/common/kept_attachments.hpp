#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// An attachment that a record of a complaint, or of a mail in the inbox, names.
struct KeptAttachment {
  record::StoryRef folder;  ///< the story whose folder holds the record
  std::string record, short_record;
  std::string name, sha256;
  std::int64_t size = 0;
  util::Instant at{};
  std::string by;
};

/// The attachments of a complaint's records, in the order of the story.
std::vector<KeptAttachment> kept_attachments(const story::Complaint& complaint);
/// The attachments of the records of a story. `folder` has those that were not moved here from another complaint.
std::vector<KeptAttachment> kept_attachments(const record::StoryRef& folder, const std::vector<story::Entry>& entries);
/// The one that a word names: the name, `RECORD/NAME`, or a beginning of one of these that only one has. Without a word
/// it is the only one. Throws Error(not_found), or Error(ambiguous) with all that are meant as hints.
KeptAttachment get_attachment(const std::vector<KeptAttachment>& all, std::string_view word, std::string_view of);
/// The bytes as they went in. Throws Error(repository) where the ledger does not have them, or they do not have the
/// SHA-256 that the record states.
std::string read_attachment(Context& context, const KeptAttachment& attachment);

}  // namespace crmtrack::command
