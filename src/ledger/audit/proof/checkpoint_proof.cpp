#include "ledger/audit/proof/checkpoint_proof.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "git/object/commit_object.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/references.hpp"

namespace crmtrack::ledger {
namespace {

/// The value of one of a tag object's headers; empty where it has none.
std::string_view tag_header(std::string_view tag, std::string_view key) {
  while (!tag.empty() && tag[0] != '\n') {
    const std::string_view line = tag.substr(0, tag.find('\n'));
    if (line.starts_with(key) && line.substr(key.size()).starts_with(' ')) return line.substr(key.size() + 1);
    tag.remove_prefix(std::min(tag.size(), line.size() + 1));
  }
  return {};
}

std::string_view tag_message(std::string_view tag) {
  const std::size_t end = tag.find("\n\n");
  return end == std::string_view::npos ? std::string_view() : tag.substr(end + 2);
}

bool stands_alone(std::string_view message, const Checkpoint& checkpoint) {
  const std::string line = render_checkpoint(checkpoint) + "\n";
  if (!message.starts_with(line)) return false;
  const std::string_view rest = message.substr(line.size());
  return rest.empty() || rest.starts_with("-----BEGIN ");
}

bool fits_time(std::string_view name, util::Instant time) {
  const std::string expected = checkpoint_reference(time);
  if (!name.starts_with(expected)) return false;
  const std::string_view rest = name.substr(expected.size());
  return rest.empty() || (rest.size() > 1 && rest[0] == '-' &&
                          rest.substr(1).find_first_not_of("0123456789") == std::string_view::npos);
}

/// nullopt where the object is another kind's, or cannot be read.
std::optional<std::string> find_tag_text(const git::ObjectStore& objects, const git::ObjectId& id) {
  constexpr std::size_t kLargest = 1U << 20U;
  if (objects.find_size(id).value_or(kLargest + 1) > kLargest) return std::nullopt;
  try {
    return objects.read(id, git::ObjectKind::tag);
  } catch (const util::Error&) {
    return std::nullopt;
  }
}

}  // namespace

std::string checkpoint_reference(util::Instant time) {
  std::string text = util::format_utc(time);
  std::replace(text.begin(), text.end(), ':', '-');
  return std::string(kCheckpointTags) + text;
}

std::vector<std::string> find_checkpoints_at(const git::Repository& repository,
                                             const std::vector<git::ObjectId>& commits) {
  std::vector<std::string> names;
  for (const git::Reference& tag : git::list_references(repository, {kCheckpointTags}))
    if (std::ranges::find(commits, tag.commit) != commits.end())
      names.push_back(tag.name.substr(std::string_view("refs/tags/").size()));
  return names;
}

tl::expected<CheckpointTag, std::string> read_checkpoint_tag(const git::ObjectStore& objects, std::string_view name,
                                                             const git::ObjectId& id) {
  const auto text = find_tag_text(objects, id);
  if (!text) return tl::unexpected(std::string("it is no annotated tag"));
  auto checkpoint = find_checkpoint(tag_message(*text));
  if (!checkpoint) return tl::unexpected(std::move(checkpoint.error()));
  if (tag_header(*text, "object") != checkpoint->head)
    return tl::unexpected(std::string("it stands at another commit than its line"));
  if (!fits_time(name, checkpoint->time)) return tl::unexpected(std::string("its name is not the time of its line"));
  const bool is_alone = stands_alone(tag_message(*text), *checkpoint);
  return CheckpointTag{std::move(*checkpoint), git::parse_person(tag_header(*text, "tagger")), is_alone};
}

std::optional<std::string> find_checkpoint_fault(const git::ObjectStore& objects, const Checkpoint& checkpoint,
                                                 const std::vector<git::ObjectId>& heads) {
  const git::ObjectId head = git::get_object_id(checkpoint.head);
  try {
    const git::ObjectId tree = objects.read_commit(head).tree;
    const bool is_there = std::any_of(heads.begin(), heads.end(),
                                      [&](const git::ObjectId& each) { return is_ancestor(objects, head, each); });
    if (!is_there) return "its commit is not in the ledger";
    const TreeDigest digest = digest_tree(objects, tree);
    if (digest.records != checkpoint.records)
      return fmt::format("it counts {} records, its commit has {}", checkpoint.records, digest.records);
    if (digest.sha256 != checkpoint.sha256) return "its digest is not that of its commit's records";
  } catch (const util::Error& error) {
    return fmt::format("it cannot be compared: {}", error.what());
  }
  return std::nullopt;
}

}  // namespace crmtrack::ledger
