#include "record/path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "util/digest.hpp"
#include "util/id.hpp"
#include "util/text/case.hpp"
#include "util/text/slug.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::record {

namespace {

constexpr std::string_view kComplaints = "complaints/";
constexpr std::string_view kCustomers = "customers/";
constexpr std::string_view kJournal = "journal/";
constexpr std::string_view kRecordEnd = ".yaml";
constexpr std::string_view kAttachmentsEnd = ".files";
constexpr std::size_t kRecordIdLength = 26;
constexpr std::size_t kDayFolderLength = 10;  // 2026/11/21
constexpr std::size_t kLongestKind = 40;
constexpr std::size_t kLongestName = 120;

std::string day_folder(std::string_view root, std::string_view id) {
  return fmt::format("{}{}/{}/{}/{}", root, id.substr(0, 4), id.substr(4, 2), id.substr(6, 2),
                     util::complaint_tail(id));
}

/// Takes `prefix` off the front of `text` where it is there.
bool consume(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

/// Takes what stands before the next `/`, and the slash itself; empty where there is none.
std::string_view consume_segment(std::string_view& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view segment = text.substr(0, slash);
  text.remove_prefix(slash + 1);
  return segment;
}

/// `2026/11/21/7f3q2mxab4/` as the id `20261121-7f3q2mxab4`.
std::optional<std::string> consume_dated_id(std::string_view& text) {
  if (text.size() <= kDayFolderLength || text[4] != '/' || text[7] != '/' || text[kDayFolderLength] != '/')
    return std::nullopt;
  std::string id;
  id.append(text.substr(0, 4)).append(text.substr(5, 2)).append(text.substr(8, 2)).append(1, '-');
  text.remove_prefix(kDayFolderLength + 1);
  id.append(consume_segment(text));
  return util::is_complaint_id(id) ? std::optional(std::move(id)) : std::nullopt;
}

/// The folder above a customer's: the first two hexadecimal digits of the slug's SHA-256. Slugs that begin alike
/// (`cust-0001` to `cust-9999`) are so spread over 256 folders, and a commit stays small.
std::string customer_shard(std::string_view slug) {
  constexpr std::size_t kDigits = 2;
  return util::sha256_hex(slug).substr(0, kDigits);
}

/// `82/acme/` as `acme`.
std::optional<std::string> consume_customer_id(std::string_view& text) {
  const std::string_view shard = consume_segment(text);
  const std::string_view id = consume_segment(text);
  if (!util::is_slug(id) || shard != customer_shard(id)) return std::nullopt;
  return std::string(id);
}

std::optional<StoryRef> consume_story(std::string_view& text) {
  StoryRef story;
  std::optional<std::string> id;
  if (consume(text, kComplaints)) {
    story.kind = StoryKind::complaint;
    id = consume_dated_id(text);
  } else if (consume(text, kCustomers)) {
    story.kind = StoryKind::customer;
    id = consume_customer_id(text);
  } else if (consume(text, kJournal)) {
    story.kind = StoryKind::journal;
    id = consume_dated_id(text);
  }
  if (!id) return std::nullopt;
  story.id = std::move(*id);
  return story;
}

/// A kind's name may be one of a newer version's.
bool is_kind_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestKind && name[0] >= 'a' && name[0] <= 'z' &&
         std::all_of(
             name.begin(), name.end(),
             [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// Control characters of C0 and C1, DEL, and Unicode's line and paragraph separators. Precondition: valid UTF-8.
bool has_control(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte < 0x20 || byte == 0x7f || (byte == 0xc2 && static_cast<unsigned char>(name[i + 1]) < 0xa0)) return true;
  }
  return name.find("\u2028") != std::string_view::npos || name.find("\u2029") != std::string_view::npos;
}

/// `git~1`, `gitmod~1`, `gi7eba~1`: on Windows the short names of `.git`, `.gitmodules` and their like.
bool is_windows_short_git(std::string_view name) {
  return util::to_lower_ascii(name.substr(0, 2)) == "gi" && name.find('~') != std::string_view::npos;
}

}  // namespace

std::string folder_of(const StoryRef& story) {
  switch (story.kind) {
    case StoryKind::complaint:
      return day_folder(kComplaints, story.id);
    case StoryKind::journal:
      return day_folder(kJournal, story.id);
    case StoryKind::customer:
      break;
  }
  return fmt::format("{}{}/{}", kCustomers, customer_shard(story.id), story.id);
}

std::string path_of(const StoryRef& story, std::string_view record_id, const StatedKind& kind) {
  return fmt::format("{}/{}-{}{}", folder_of(story), record_id, kind.name(), kRecordEnd);
}

std::string attachment_path(const StoryRef& story, std::string_view record_id, std::string_view name) {
  return fmt::format("{}/{}{}/{}", folder_of(story), record_id, kAttachmentsEnd, name);
}

std::optional<RecordPath> parse_path(std::string_view path) {
  const auto story = consume_story(path);
  if (!story || path.size() <= kRecordIdLength || !util::is_ulid(path.substr(0, kRecordIdLength))) return std::nullopt;
  RecordPath parts{*story, std::string(path.substr(0, kRecordIdLength)), {}, {}};
  path.remove_prefix(kRecordIdLength);
  if (consume(path, kAttachmentsEnd)) {
    if (!consume(path, "/") || !is_attachment_name(path)) return std::nullopt;
    parts.attachment = path;
    return parts;
  }
  if (!consume(path, "-") || !path.ends_with(kRecordEnd)) return std::nullopt;
  path.remove_suffix(kRecordEnd.size());
  if (!is_kind_name(path)) return std::nullopt;
  parts.kind = StatedKind(path);
  return parts;
}

bool is_attachment_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName && name[0] != '.' &&
         name.find_first_of("/\\") == std::string_view::npos && util::is_valid_utf8(name) && !has_control(name) &&
         !is_windows_short_git(name);
}

}  // namespace crmtrack::record
