#pragma once

#include <functional>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "document/value.hpp"
#include "record/path.hpp"
#include "record/record.hpp"
#include "story/story.hpp"

namespace crmtrack::exchange {

/// Gives the bytes of a record's attachment by its name; nullopt where it cannot, and the attachment stands without.
using ReadAttachment = std::function<std::optional<std::string>(const std::string& name)>;

/// A record as JSON: id, kind, at, by, after, recorded_at, author, commit, refused (why it
/// does not count), and beside them its own fields as written
/// (plain integers, booleans and nulls as such, all else text). An own field that has one of those names stands under
/// `own`, with the fields behind it. With `read_attachment`, each attachment carries its bytes as `base64`.
document::Value record_to_value(const record::Record& record, const story::Provenance& provenance,
                                const ReadAttachment& read_attachment = {});

/// A record and the files beside it.
struct ReadRecord {
  record::Record record;
  std::vector<std::pair<std::string, std::string>> attachments;  ///< name, bytes
};
/// The inverse: what stood in the file again, to the byte for a canonical record. The provenance is left out. The error
/// says which field cannot be. `story` is whose record it is.
tl::expected<ReadRecord, std::string> value_to_record(const record::StoryRef& story, const document::Value& value);

}  // namespace crmtrack::exchange
