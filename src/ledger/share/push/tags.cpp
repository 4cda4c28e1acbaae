#include "ledger/share/push/tags.hpp"

#include <fmt/format.h>

#include "git/reference/references.hpp"
#include "ledger/audit/proof/checkpoint_proof.hpp"
#include "ledger/audit/tolerances.hpp"
#include "util/digest.hpp"
#include "util/text/case.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::size_t kMostTagsCompared = 20;

/// The next step for the pusher of the tag.
std::string making_another(const PushedReference& reference) {
  return fmt::format("git tag -d {}, then crmtrack checkpoint",
                     util::visible_line(reference.name.substr(std::string_view("refs/tags/").size())));
}

}  // namespace

PushedTags::PushedTags(const git::Repository& repository, const Pusher& pusher, PushedTagRules rules)
    : repository_(repository), pusher_(pusher), rules_(std::move(rules)) {}

std::optional<std::string> PushedTags::find_fault(const PushedReference& reference) {
  const std::string shown = util::visible_line(reference.name);
  if (reference.newer.empty()) return find_deletion_fault(reference);
  if (!reference.older.empty()) return fmt::format("'{}' may not be moved", shown);
  if (++compared_ > kMostTagsCompared)
    return fmt::format("'{}' is one checkpoint too many: push at most {} at a time", shown, kMostTagsCompared);
  if (const auto why = find_maker_fault(reference))
    return fmt::format("'{}' cannot be taken as a checkpoint: {}", shown, *why);
  return std::nullopt;
}

std::optional<std::string> PushedTags::find_deletion_fault(const PushedReference& reference) {
  const std::string shown = util::visible_line(reference.name);
  if (reference.older.empty()) return fmt::format("'{}' may not be deleted: it is not here", shown);
  const auto tag = read_checkpoint_tag(repository_.objects, reference.name, git::get_object_id(reference.older));
  if (tag && !find_checkpoint_fault(repository_.objects, tag->checkpoint, rules_.ledger_heads))
    return fmt::format("'{}' may not be deleted: it is a checkpoint that holds", shown);
  if (!pusher_.email)
    return fmt::format("'{}' may not be deleted: the server does not say who you are; on the server: git tag -d",
                       shown);
  if (!rules_.may_delete()) return fmt::format("'{}' may not be deleted by who lacks the right 'policy'", shown);
  return std::nullopt;
}

/// Why the tag is no checkpoint of the pusher's.
std::optional<std::string> PushedTags::find_maker_fault(const PushedReference& reference) {
  const auto tag = read_checkpoint_tag(repository_.objects, reference.name, git::get_object_id(reference.newer));
  if (!tag) return tag.error();
  if (!tag->is_alone) return "something stands beside its line";
  if (tag->checkpoint.time > pusher_.now + kClockSkew) return "its time has not come yet";
  if (pusher_.email && util::to_lower_ascii(tag->tagger.email) != util::to_lower_ascii(*pusher_.email) &&
      !rules_.may_relay()) {
    return fmt::format("{} made it, but {} pushes it", util::visible_line(tag->tagger.email),
                       util::visible_line(*pusher_.email));
  }
  if (!rules_.is_one_of_ours(tag->tagger.email))
    return fmt::format("{} made it, who is not in people.yaml", util::visible_line(tag->tagger.email));
  if (!has_line(tag->checkpoint.previous))
    return fmt::format("the checkpoint before it is not here: push that too; where that is refused: {}",
                       making_another(reference));
  if (auto why = find_checkpoint_fault(repository_.objects, tag->checkpoint, rules_.ledger_heads))
    return fmt::format("{}; to make another: {}", *why, making_another(reference));
  // The clock of that commit's author may have been off by as much as is taken.
  const auto written = repository_.objects.read_commit(git::get_object_id(tag->checkpoint.head)).committer.time;
  if (tag->checkpoint.time + kClockOff < written) return "its time is more than a day before its commit's";
  return std::nullopt;
}

/// Whether a checkpoint with this digest is here, or comes with the push; `none` is.
bool PushedTags::has_line(const std::string& digest) {
  if (lines_) return lines_->contains(digest);
  lines_ = {"none"};
  const auto add = [&](const std::string& name, const git::ObjectId& id) {
    if (const auto tag = read_checkpoint_tag(repository_.objects, name, id))
      lines_->insert(util::sha256_hex(render_checkpoint(tag->checkpoint)));
  };
  for (const git::Reference& reference : git::list_references(repository_, {kCheckpointTags}))
    if (const auto id = git::find_branch(repository_, reference.name)) add(reference.name, *id);
  for (const PushedReference& reference : rules_.pushed)
    if (reference.name.starts_with(kCheckpointTags) && !reference.newer.empty())
      add(reference.name, git::get_object_id(reference.newer));
  return lines_->contains(digest);
}

}  // namespace crmtrack::ledger
