#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/kind.hpp"

namespace crmtrack::record {

/// The kind of story that a folder of the ledger holds. The id of a complaint and of a journal story is
/// `20261121-7f3q2mxab4`, that of a customer a slug.
enum class StoryKind { complaint, customer, journal };

struct StoryRef {
  StoryKind kind = StoryKind::complaint;
  std::string id;
  friend auto operator<=>(const StoryRef&, const StoryRef&) = default;
};

/// `complaints/2026/11/21/7f3q2mxab4`, `customers/82/acme` (82: the first two hexadecimal digits of the slug's
/// SHA-256), `journal/2026/11/21/<id>`. Precondition: a valid id.
std::string folder_of(const StoryRef& story);
/// `<folder>/<record id>-<kind>.yaml`.
std::string path_of(const StoryRef& story, std::string_view record_id, const StatedKind& kind);
/// `<folder>/<record id>.files/<name>`.
std::string attachment_path(const StoryRef& story, std::string_view record_id, std::string_view name);

/// A path of the ledger, taken apart: a record's, or an attachment's.
struct RecordPath {
  StoryRef story;
  std::string record_id;
  StatedKind kind;         ///< of a record
  std::string attachment;  ///< the file's name; empty for a record

  [[nodiscard]] bool is_record() const { return attachment.empty(); }
};

/// Takes a path apart; nullopt where it is none of ours. Paths under `ledgers/` belong to the ledger module.
std::optional<RecordPath> parse_path(std::string_view path);
/// A file name that may be an attachment's: no separators, control characters, leading dot; at most 120 bytes of valid
/// UTF-8; none of the short names by which Windows reaches `.git` and its like, since `git fsck` rejects trees with
/// them.
bool is_attachment_name(std::string_view name);

}  // namespace crmtrack::record
