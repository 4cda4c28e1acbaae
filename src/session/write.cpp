#include "session/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "index/read/lookup.hpp"
#include "ledger/main/commit.hpp"
#include "ledger/write/append.hpp"
#include "ledger/write/maintain.hpp"
#include "policy/sheet.hpp"
#include "record/kinds.hpp"
#include "record/open.hpp"
#include "record/record.hpp"
#include "record/validate.hpp"
#include "session/commit_message.hpp"
#include "session/effects.hpp"
#include "session/lookup.hpp"
#include "session/rights.hpp"
#include "util/digest.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/id.hpp"
#include "yaml/read.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// How often a command starts over because another writer was faster, before it says "busy".
constexpr int kAttempts = 20;

/// The end of a story: the newest records, which the next record names, and the newest id, which its id follows.
struct Tip {
  std::vector<std::string> heads;
  std::string newest;
  bool exists = false;
};

Tip find_tip(Session& session, const record::StoryRef& ref) {
  auto story = index::find_story(session.index(), ref);
  if (!story) return {};
  Tip tip{{}, "", true};
  // The corrections of a moved record may lie in several folders. The next one must have a later id than they have.
  for (const story::Entry& entry : story->entries)
    if (entry.moved_from.empty() || entry.record.kind == record::Kind::correction)
      tip.newest = std::max(tip.newest, entry.record.id);
  std::erase_if(story->entries, [](const story::Entry& entry) { return !entry.moved_from.empty(); });
  tip.heads = story::heads_of(story->entries);
  return tip;
}

std::string name_of(const record::StoryRef& ref) {
  return ref.kind == record::StoryKind::complaint ? std::string(util::complaint_tail(ref.id)) : ref.id;
}

void check(const record::StoryRef& story, const record::Record& record, const std::string& text) {
  const auto problems = record::validate(record);
  if (!problems.empty())
    throw Error(ErrorKind::refused, fmt::format("cannot record this {}: {} {}", record.kind.name(),
                                                problems.front().field, problems.front().message));
  if (text.size() > yaml::Limits{}.bytes)
    throw Error(ErrorKind::refused,
                fmt::format("cannot record this {}: it has {} bytes, at most {} fit", record.kind.name(), text.size(),
                            yaml::Limits{}.bytes),
                {"put the long text into a file and attach it with --attach FILE"});
  // We read the text again before it is written, so that nothing unreadable enters the ledger.
  if (const auto again = record::open({story, record.id, record.kind, {}}, text); !again)
    throw Error(ErrorKind::refused,
                fmt::format("cannot record this {}: {}", record.kind.name(), again.error().message));
}

/// Gives the draft its id and place in the story, checks it, and adds its files to the commit.
void complete(Session& session, const OwnRights& rights, Draft& draft, Tip& tip, ledger::Addition& addition) {
  if (!draft.attachments.empty()) draft.fields.set("attachments", attachment_list(draft.attachments));
  std::vector<std::string> after = tip.heads;
  after.insert(after.end(), draft.also_after.begin(), draft.also_after.end());
  std::sort(after.begin(), after.end());
  after.erase(std::unique(after.begin(), after.end()), after.end());
  record::Record record = record::make(draft.kind, draft.at, draft.by, std::move(after), draft.fields);
  const std::string content = record::render(record);
  if (draft.id.empty())
    draft.id = util::next_record_id(session.clock(), tip.newest, session.random(), addition.base + content);
  record.id = draft.id;
  check(draft.story, record, content);
  rights.require(record);
  addition.files.push_back({record::path_of(draft.story, draft.id, draft.kind), content});
  for (const Attachment& attachment : draft.attachments)
    addition.files.push_back({record::attachment_path(draft.story, draft.id, attachment.name), attachment.bytes});
  tip.heads = {draft.id};
  tip.newest = std::max(tip.newest, draft.id);
}

void add_message(Session& session, const std::vector<Draft>& drafts, ledger::Addition& addition) {
  CommitAbout about;
  for (const Draft& draft : drafts) {
    if (draft.story.kind == record::StoryKind::complaint) about.complaints.insert(draft.story.id);
    if (draft.story.kind == record::StoryKind::customer) about.customers.insert(draft.story.id);
    if (!draft.customer.empty()) about.customers.insert(draft.customer);
    about.records.push_back(draft.id);
  }
  const Draft& last = drafts.back();
  set_message(session, about, fmt::format("{} {}: {}", record::name_of(last.kind), name_of(last.story), last.says),
              addition);
}

ledger::Addition assemble(Session& session, std::vector<Draft>& drafts) {
  ledger::Addition addition;
  addition.base = session.index().ledger_commit();
  const OwnRights rights(session);
  std::map<record::StoryRef, Tip> tips;
  for (Draft& draft : drafts) {
    const auto [tip, fresh] = tips.try_emplace(draft.story);
    if (fresh) {
      tip->second = find_tip(session, draft.story);
      if (tip->second.exists) addition.unchanged.push_back(record::folder_of(draft.story));
    }
    complete(session, rights, draft, tip->second, addition);
  }
  require_effects(session, rights, drafts);
  add_message(session, drafts, addition);
  return addition;
}

/// The files of the work tree's policy folder that have conflict markers, as `policy/NAME`. Reads the files itself,
/// which takes a tenth of the time that git needs to name the changed ones; the caller asks git only where it found
/// markers.
std::vector<std::string> find_conflicted_policy_files(const git::Location& location) {
  constexpr std::size_t kLargest = std::size_t{4} << 20;
  std::vector<std::string> conflicted;
  std::error_code none;
  for (const auto& file : std::filesystem::directory_iterator(location.work_tree / "policy", none)) {
    if (file.path().extension() != ".yaml" || !file.is_regular_file(none) || file.is_symlink(none)) continue;
    if (file.file_size(none) > kLargest) continue;  // too large for a policy file
    const auto text = util::find_file_text(file.path(), kLargest);
    if (text && policy::find_conflict_marker(*text))
      conflicted.push_back(fmt::format("policy/{}", file.path().filename().string()));
  }
  return conflicted;
}

/// Tells of a merge of policy in the work tree that a person has to end. Recording goes on meanwhile, by the policy
/// that main has: what happened must not wait for a decision about words.
void tell_unfinished_merge(Session& session) {
  if (session.location().work_tree.empty()) return;
  const std::vector<std::string> conflicted = find_conflicted_policy_files(session.location());
  if (conflicted.empty()) return;
  for (const std::string& file : ledger::uncommitted_policy_files(session.ledger())) {
    if (std::find(conflicted.begin(), conflicted.end(), file) == conflicted.end()) continue;
    session.warn(fmt::format("{} waits for somebody to settle a Git merge; what main has is in force", file));
    return session.hint("choose what stands, then: git add and git commit");
  }
}

/// Tells where policy waits for a person: recording goes on by what is in force, the last good version of each file.
void tell_of_policy(Session& session) {
  tell_unfinished_merge(session);
  for (const std::string& note : session.index().policy_notes()) session.warn(note);
}

}  // namespace

yaml::Node attachment_list(const std::vector<Attachment>& attachments) {
  yaml::Node list = yaml::Node::list();
  for (const Attachment& attachment : attachments) {
    yaml::Node entry = yaml::Node::map();
    entry.set("name", yaml::Node::scalar(attachment.name));
    entry.set("size", yaml::Node::integer(static_cast<std::int64_t>(attachment.bytes.size())));
    entry.set("sha256", yaml::Node::scalar(util::sha256_hex(attachment.bytes)));
    list.items.push_back(std::move(entry));
  }
  return list;
}

Written write_records(Session& session, const Compose& compose) {
  if (!session.settings().as_of.empty())
    throw Error(ErrorKind::usage,
                fmt::format("cannot run '{}' with --as-of: it looks at the past, it does not change it",
                            session.settings().command));
  tell_of_policy(session);
  OwnRights(session).require_known();
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (attempt > 0) session.refresh();
    std::vector<Draft> drafts = compose();
    if (drafts.empty()) return {};
    ledger::Addition addition = assemble(session, drafts);
    if (session.settings().dry_run) return {std::move(drafts), std::move(addition.files)};
    if (ledger::append(session.ledger(), addition, session.timestamp()) == ledger::Landed::yes) {
      session.refresh();
      session.detail(fmt::format("ledger: commit {}", session.ledger().head()));
      for (const ledger::NewFile& file : addition.files)
        session.detail(fmt::format("ledger: {} ({} bytes)", file.path, file.bytes.size()));
      ledger::maintain(session.ledger());
      return {std::move(drafts), std::move(addition.files)};
    }
  }
  throw Error(ErrorKind::busy,
              fmt::format("cannot run '{}': others keep writing to the same complaint", session.settings().command),
              {"try again"});
}

}  // namespace crmtrack::session
