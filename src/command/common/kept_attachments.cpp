#include "command/common/kept_attachments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "ledger/read/contents.hpp"
#include "ledger/rule/bounds.hpp"
#include "story/short_record.hpp"
#include "util/digest.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

std::int64_t size_of(const yaml::Node& attachment) {
  const std::string text = attachment.text_of("size");
  std::int64_t size = 0;
  std::from_chars(text.data(), text.data() + text.size(), size);
  return size;
}

std::string full_name(const KeptAttachment& attachment) {
  return fmt::format("{}/{}", attachment.short_record, attachment.name);
}

std::vector<std::string> lines_of(const std::vector<KeptAttachment>& attachments) {
  std::vector<std::string> lines;
  for (const KeptAttachment& attachment : attachments)
    lines.push_back(
        fmt::format("{}  {} bytes, by {}", util::visible_line(full_name(attachment)), attachment.size, attachment.by));
  return lines;
}

template <class Fits>
std::vector<KeptAttachment> those_that(const std::vector<KeptAttachment>& all, Fits fits) {
  std::vector<KeptAttachment> found;
  std::copy_if(all.begin(), all.end(), std::back_inserter(found), fits);
  return found;
}

/// A whole name goes before a beginning, so that `letter` can be had beside `letter.pdf`.
std::vector<KeptAttachment> named(const std::vector<KeptAttachment>& all, std::string_view word) {
  if (word.empty()) return all;
  auto found =
      those_that(all, [&](const KeptAttachment& each) { return each.name == word || full_name(each) == word; });
  if (!found.empty()) return found;
  return those_that(all, [&](const KeptAttachment& each) {
    return each.name.starts_with(word) || full_name(each).starts_with(word);
  });
}

}  // namespace

std::vector<KeptAttachment> kept_attachments(const story::Complaint& complaint) {
  return kept_attachments({record::StoryKind::complaint, complaint.id}, complaint.entries);
}

std::vector<KeptAttachment> kept_attachments(const record::StoryRef& folder, const std::vector<story::Entry>& entries) {
  std::vector<KeptAttachment> all;
  for (const story::Entry& entry : entries) {
    const yaml::Node* list = entry.fault.empty() ? entry.record.body.find("attachments") : nullptr;
    if (list == nullptr) continue;
    for (const yaml::Node& item : list->items)
      all.push_back({{folder.kind, entry.moved_from.empty() ? folder.id : entry.moved_from},
                     entry.record.id,
                     story::short_record(entries, entry.record.id),
                     item.text_of("name"),
                     item.text_of("sha256"),
                     size_of(item),
                     entry.record.at.utc,
                     entry.record.by});
  }
  return all;
}

KeptAttachment get_attachment(const std::vector<KeptAttachment>& all, std::string_view word, std::string_view of) {
  if (all.empty()) throw Error(ErrorKind::not_found, fmt::format("cannot find an attachment of '{}': it has none", of));
  std::vector<KeptAttachment> found = named(all, word);
  if (found.size() == 1) return std::move(found.front());
  if (found.empty())
    throw Error(ErrorKind::not_found, fmt::format("cannot find attachment '{}' of '{}'", util::visible_line(word), of),
                lines_of(all));
  const std::string subject = word.empty() ? "" : fmt::format(" '{}'", util::visible_line(word));
  throw Error(ErrorKind::ambiguous,
              fmt::format("cannot tell which attachment{} of '{}' is meant: there are {}", subject, of, found.size()),
              lines_of(found));
}

std::string read_attachment(Context& context, const KeptAttachment& attachment) {
  const std::string path = record::attachment_path(attachment.folder, attachment.record, attachment.name);
  const std::string shown = util::visible_line(attachment.name);
  std::optional<std::string> bytes;
  for (const std::string& head : context.index().ledger_heads())
    if (!bytes) bytes = ledger::find_file(context.ledger().repository(), head, path, ledger::kLargestAttachment);
  if (!bytes)
    throw Error(ErrorKind::repository, fmt::format("cannot read attachment '{}': it is not in the ledger", shown),
                {"see: crmtrack audit"});
  if (util::sha256_hex(*bytes) != attachment.sha256)
    throw Error(ErrorKind::repository,
                fmt::format("cannot trust attachment '{}': its SHA-256 is not the one that its record states", shown),
                {"see: crmtrack audit"});
  return std::move(*bytes);
}

}  // namespace crmtrack::command
