#include "session/undo.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <queue>
#include <set>

#include "index/read/decisions.hpp"
#include "index/read/lookup.hpp"
#include "index/read/select.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "ledger/share/remotes.hpp"
#include "record/promise_reference.hpp"
#include "session/lookup.hpp"
#include "session/share/sharing.hpp"
#include "session/way_back.hpp"
#include "story/entry_state.hpp"
#include "story/same_id.hpp"
#include "story/short_record.hpp"
#include "story/struck.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::chrono::hours kLongestBack{24};
/// As many commits are looked through: those of others and merges lie between.
constexpr int kCommitsLooked = 1000;
/// A batch that is larger is an import, which is taken back by voiding what it made.
constexpr std::size_t kMostRecords = 1000;

std::string subject_of(const ledger::Commit& commit) { return commit.message.substr(0, commit.message.find('\n')); }

bool is_undo(const std::string& subject) {
  return subject.ends_with(fmt::format(": {}", kUndone)) || subject.starts_with("undo ");
}

bool is_struck_of_customer(Session& session, const index::AddedRecord& record) {
  const auto customer = find_customer(session, record.story.id);
  if (!customer) return false;
  const auto state = customer->notes.find(record.id);
  return state != customer->notes.end() && state->second.struck;
}

/// A record of the journal, such as that a mail was put on a complaint.
bool is_struck_of_journal(Session& session, const index::AddedRecord& record) {
  const auto story = index::find_story(session.index(), record.story);
  return story && story::struck_records(story->entries).contains(record.id);
}

/// Whether a command has only looked at something: that it did so stays.
bool is_only_looked(const std::vector<index::AddedRecord>& records) {
  return std::ranges::all_of(
      records, [](const index::AddedRecord& record) { return record.kind == record::Kind::viewing; });
}

bool is_retired(Session& session, const std::string& id) {
  const auto customer = find_customer(session, id);
  return customer && customer->retired;
}

/// Whether the records of a command count for nothing any more: each was struck, or its complaint is void. A customer
/// who was registered along with others may stay, one who was registered alone is retired.
bool is_undone(Session& session, const std::vector<index::AddedRecord>& records) {
  const bool registers_only = std::ranges::all_of(
      records, [](const index::AddedRecord& record) { return record.kind == record::Kind::customer; });
  return std::ranges::all_of(records, [&](const index::AddedRecord& record) {
    if (record.kind == record::Kind::customer) return !registers_only || is_retired(session, record.story.id);
    if (record.story.kind == record::StoryKind::journal) return is_struck_of_journal(session, record);
    if (record.story.kind == record::StoryKind::customer) return is_struck_of_customer(session, record);
    const story::Complaint complaint = load_complaint(session, record.story.id);
    if (record.kind == record::Kind::complaint) return complaint.status == record::Status::void_;
    const auto state = complaint.notes.find(record.id);
    return state != complaint.notes.end() && state->second.struck;
  });
}

/// The user's own commits of this clone, newest first, as far as one of them counts.
class OwnCommits {
 public:
  explicit OwnCommits(Session& session) : session_(session) { push(session.ledger().head()); }

  std::optional<ledger::Commit> next() {
    while (!waiting_.empty() && looked_ < kCommitsLooked) {
      const ledger::Commit commit = waiting_.top();
      waiting_.pop();
      ++looked_;
      for (const std::string& parent : commit.parents) push(parent);
      if (commit.parents.size() == 1 && commit.author.email == session_.me()) return commit;
    }
    return std::nullopt;
  }

 private:
  struct Older {
    bool operator()(const ledger::Commit& a, const ledger::Commit& b) const {
      return a.committer.time < b.committer.time;
    }
  };

  void push(const std::string& id) {
    if (seen_.insert(id).second) waiting_.push(ledger::read_commit(session_.ledger().repository(), id));
  }

  Session& session_;
  std::priority_queue<ledger::Commit, std::vector<ledger::Commit>, Older> waiting_;
  std::set<std::string> seen_;
  int looked_ = 0;
};

bool is_shared(Session& session, const std::string& commit) {
  const auto upstream = ledger::find_upstream_remote(session.ledger());
  const std::string theirs = upstream ? head_of(session, upstream->tracking_ledger) : std::string();
  return !theirs.empty() && ledger::is_ancestor(session.ledger(), commit, theirs);
}

[[noreturn]] void refuse(Session& session, const LastCommand& command, std::string_view why) {
  throw Error(ErrorKind::refused, fmt::format("cannot undo '{}': {}", command.subject, why),
              ways_back(session, index::records_of_commit(session.index(), command.commit)));
}

bool names(const record::Record& record, const std::set<std::string>& ids) {
  const auto is_one = [&](const std::string& text) {
    return ids.contains(std::string(record::parse_promise_reference(text).record));
  };
  const std::vector<std::string> answers = record.body.texts_of("answers");
  return std::any_of(record.after.begin(), record.after.end(), is_one) ||
         std::any_of(answers.begin(), answers.end(), is_one) || is_one(record.text_of("corrects"));
}

/// Whether an entry says nothing any more: it was struck, or it is the strike of another.
bool is_taken_back(const story::Entry& entry, const std::map<std::string, story::EntryState>& notes) {
  const auto state = notes.find(story::note_key(entry));
  if (state != notes.end() && state->second.struck) return true;
  const yaml::Node* set = entry.record.kind == record::Kind::correction ? entry.record.body.find("set") : nullptr;
  return set != nullptr && set->find("struck") != nullptr;
}

/// The first record that builds on one of these and still counts; null where there is none.
const story::Entry* find_built_on(const std::vector<story::Entry>& entries,
                                  const std::map<std::string, story::EntryState>& notes,
                                  const std::set<std::string>& ids) {
  const auto found = std::ranges::find_if(entries, [&](const story::Entry& entry) {
    return !ids.contains(entry.record.id) && names(entry.record, ids) && !is_taken_back(entry, notes);
  });
  return found == entries.end() ? nullptr : &*found;
}

/// Throws Error(refused) where a later record of the story builds on one of these.
void require_unbuilt(Session& session, const record::StoryRef& story, const std::set<std::string>& ids,
                     const LastCommand& command) {
  const auto require = [&](const auto& folded) {
    if (const story::Entry* later = find_built_on(folded.entries, folded.notes, ids))
      refuse(session, command, fmt::format("record {} came after it", story::shortened(later->record.id)));
  };
  if (story.kind == record::StoryKind::complaint)
    require(load_complaint(session, story.id));
  else if (const auto decision = index::find_decision(session.index(), story.id))
    require(*decision);
  else if (const auto customer = find_customer(session, story.id))
    require(*customer);
}

/// The newest commit of policy, where it is the user's own, and did not take another one back.
std::optional<ledger::Commit> find_own_policy_commit(Session& session) {
  const std::string head = session.ledger().main_head();
  if (head.empty()) return std::nullopt;
  const ledger::Commit commit = ledger::read_commit(session.ledger().repository(), head);
  const bool is_own = commit.parents.size() == 1 && commit.author.email == session.me();
  return is_own && !subject_of(commit).starts_with("Revert ") ? std::optional(commit) : std::nullopt;
}

[[noreturn]] void refuse_policy(const ledger::Commit& commit) {
  throw Error(ErrorKind::refused,
              fmt::format("cannot undo '{}': it changed policy, not the records", subject_of(commit)),
              {fmt::format("take it back where main is checked out: git revert {}", commit.id.substr(0, 10)),
               "or do it by command once more, the other way round"});
}

Draft strike(Session& session, const index::AddedRecord& record) {
  Draft draft;
  draft.story = record.story;
  draft.kind = record::Kind::correction;
  draft.at = session.timestamp();
  draft.by = session.me();
  draft.says = kUndone;
  draft.fields.set("corrects", yaml::Node::scalar(record.id));
  draft.fields.set("set", yaml::Node::map({{"struck", yaml::Node::boolean(true)}}));
  draft.fields.set("why", yaml::Node::scalar(std::string(kUndone)));
  return draft;
}

/// The number of complaints, beside those in `made`, that name a customer and are not void.
std::size_t count_other_complaints(Session& session, const std::string& customer,
                                   const std::set<record::StoryRef>& made) {
  const query::Filter filter{{{.key = "customer", .values = {customer}},
                              {.key = "status", .modifier = query::Modifier::not_, .values = {"void"}}}};
  const auto ids = index::select_ids(session.index(), {filter, session.moment(filter), {}, std::nullopt});
  return static_cast<std::size_t>(std::count_if(ids.begin(), ids.end(), [&](const std::string& id) {
    return !made.contains({record::StoryKind::complaint, id});
  }));
}

/// Whether a record registered its customer, and did not change one who was there.
bool registers(Session& session, const index::AddedRecord& record) {
  const auto customer = find_customer(session, record.story.id);
  return record.kind == record::Kind::customer && customer && customer->entries.front().record.id == record.id;
}

/// Retires a customer whom the command registered, so that no list offers them; nullopt where others name them: then
/// they stay, and the user is told.
std::optional<Draft> take_back_customer(Session& session, const index::AddedRecord& record,
                                        const std::set<std::string>& ids, const std::set<record::StoryRef>& made) {
  const auto customer = find_customer(session, record.story.id);
  if (!customer || customer->retired) return std::nullopt;
  const bool has_more = std::any_of(customer->entries.begin(), customer->entries.end(), [&](const story::Entry& entry) {
    return !ids.contains(entry.record.id) && !is_taken_back(entry, customer->notes);
  });
  const std::size_t others = count_other_complaints(session, customer->id, made);
  if (others > 0 || has_more) {
    session.say_once(fmt::format(
        "customer {} stays registered: {}", customer->id,
        others > 0 ? util::counted(others, "other complaint") + " of theirs is there" : "more is recorded of them"));
    return std::nullopt;
  }
  session.say_once(fmt::format("customer {} is taken back, too: nothing else names them", customer->id));
  Draft draft = strike(session, record);
  draft.kind = record::Kind::change;
  draft.fields = yaml::Node::map();
  draft.fields.set("set", yaml::Node::map({{"retired", yaml::Node::boolean(true)}}));
  draft.fields.set("why", yaml::Node::scalar(std::string(kUndone)));
  return draft;
}

Draft make_void(Session& session, const index::AddedRecord& record) {
  Draft draft = strike(session, record);
  draft.kind = record::Kind::change;
  draft.fields = yaml::Node::map();
  draft.fields.set("set", yaml::Node::map({{"status", yaml::Node::scalar("void")}}));
  draft.fields.set("why", yaml::Node::scalar(std::string(kUndone)));
  return draft;
}

}  // namespace

LastCommand get_last_command(Session& session) {
  const auto policy = find_own_policy_commit(session);
  OwnCommits commits(session);
  while (const auto commit = commits.next()) {
    const std::string subject = subject_of(*commit);
    if (is_undo(subject)) continue;
    const auto records = index::records_of_commit(session.index(), commit->id);
    if (records.empty() || is_only_looked(records) || is_undone(session, records)) continue;
    if (policy && policy->committer.time > commit->committer.time) refuse_policy(*policy);
    if (session.clock() - commit->committer.time > kLongestBack)
      refuse(session, {commit->id, subject}, "it is more than a day old");
    if (is_shared(session, commit->id)) refuse(session, {commit->id, subject}, "it was pushed: others have seen it");
    return {commit->id, subject};
  }
  throw Error(ErrorKind::refused, "cannot undo: no command of yours in this clone is left to take back");
}

std::vector<Draft> undo_drafts(Session& session, const LastCommand& command) {
  const auto records = index::records_of_commit(session.index(), command.commit);
  if (records.size() > kMostRecords) refuse(session, command, fmt::format("it made {} records", records.size()));
  std::set<std::string> ids;
  for (const index::AddedRecord& record : records) ids.insert(record.id);
  std::set<record::StoryRef> checked, made;
  std::vector<Draft> drafts;
  for (const index::AddedRecord& record : records) {
    if (checked.insert(record.story).second) require_unbuilt(session, record.story, ids, command);
    if (record.kind == record::Kind::complaint) {
      made.insert(record.story);
      drafts.push_back(make_void(session, record));
    }
  }
  // All other records of a complaint that is void count for nothing.
  for (const index::AddedRecord& record : records) {
    if (made.contains(record.story)) continue;
    const bool registered = registers(session, record);
    if (record.kind == record::Kind::customer && !registered)
      refuse(session, command, "a customer is changed back by command");
    if (!registered)
      drafts.push_back(strike(session, record));
    else if (auto customer = take_back_customer(session, record, ids, made))
      drafts.push_back(std::move(*customer));
  }
  if (drafts.empty()) refuse(session, command, "others name the customer, or more is recorded of them");
  return drafts;
}

}  // namespace crmtrack::session
