#include "session/policy/conflicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/worktrees.hpp"
#include "ledger/main/commit.hpp"
#include "ledger/main/entry_history.hpp"
#include "ledger/main/merge_driver.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/main/policy_merge.hpp"
#include "policy/load.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/sheet_text.hpp"
#include "session/policy/merge_driver.hpp"
#include "session/policy/set_aside.hpp"
#include "session/rights.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::session {
namespace {

using policy::Conflict;
using util::Error;
using util::ErrorKind;

const std::string kConflictsName(policy::kConflictsFile);
const std::string kConflictsPath = "policy/" + kConflictsName;

std::vector<Conflict> conflicts_in(const policy::Files& files) {
  const auto text = files.find(kConflictsName);
  if (text == files.end()) return {};
  auto read = policy::read_conflicts(text->second);
  if (!read) throw Error(ErrorKind::conflict, fmt::format("cannot read '{}': {}", kConflictsPath, read.error()));
  return std::move(*read);
}

std::optional<yaml::Node> find_entry(const policy::Files& files, const Conflict& conflict) {
  const auto text = files.find(conflict.file);
  const auto sheet =
      text == files.end() ? std::nullopt : std::optional(policy::read_sheet_text(conflict.file, text->second));
  const policy::TextEntry* const entry = sheet && *sheet ? (*sheet)->find(conflict.key) : nullptr;
  return entry == nullptr ? std::nullopt : std::optional(entry->value);
}

bool is_same_value(const std::optional<yaml::Node>& a, const std::optional<yaml::Node>& b) {
  return a && b ? policy::says_same(*a, *b) : a.has_value() == b.has_value();
}

/// Looks for conflicts that conflicts.yaml has never listed.
class MissingConflicts {
 public:
  MissingConflicts(const git::Repository& repository, const git::ObjectId& head)
      : repository_(repository), head_(head) {}

  /// Those of the merges that main has gained since `seen`.
  void find_merged(const git::ObjectId& seen) {
    const auto gained = git::compare_histories(repository_.objects, seen, head_).only_newer;
    ledger::EntryHistory list(repository_.objects, kConflictsName);
    std::set<std::string> texts;
    for (const git::ObjectId& commit : gained) texts.insert(list.text_at(commit));
    std::vector<Conflict> listed;
    for (const std::string& text : texts)
      if (const auto read = policy::read_conflicts(text)) listed.insert(listed.end(), read->begin(), read->end());
    for (const git::ObjectId& commit : gained)
      for (Conflict& conflict : ledger::find_conflicts_of_merge(repository_.objects, commit))
        if (std::ranges::none_of(listed, [&](const Conflict& it) { return policy::is_same_conflict(it, conflict); }))
          found_.push_back(std::move(conflict));
  }

  /// Those that a rebase set aside, unless it was given up.
  void find_rebased() {
    for (Conflict& conflict : find_set_aside(repository_.location)) {
      const auto replayed = git::parse_object_id(conflict.other_commit);
      if (replayed && git::is_ancestor(repository_.objects, *replayed, head_)) continue;
      found_.push_back(std::move(conflict));
    }
  }

  [[nodiscard]] bool empty() const { return found_.empty(); }

  /// conflicts.yaml with those that main needs; the same text where it has them.
  ledger::MainChange change_at(const std::string& commit) const {
    const policy::Files files = ledger::policy_files(repository_, commit);
    std::vector<Conflict> added;
    for (Conflict conflict : found_) {
      conflict.stands = find_entry(files, conflict);
      if (!is_same_value(conflict.stands, conflict.other)) added.push_back(std::move(conflict));
    }
    if (added.empty()) return {};
    return {{{kConflictsPath, policy::render_conflicts(policy::add_conflicts(conflicts_in(files), added))}},
            fmt::format("list {} of policy", util::counted(added.size(), "conflict"))};
  }

 private:
  const git::Repository& repository_;
  git::ObjectId head_;
  std::vector<Conflict> found_;
};

bool is_rebase_under_way(const git::Location& location) {
  return std::ranges::any_of(
      git::find_worktrees(location), [](const git::Worktree& worktree) { return is_rebasing(worktree.git_dir); });
}

bool may_change_policy(Session& session) {
  try {
    OwnRights(session).require(policy::Right::policy);
    return true;
  } catch (const Error&) {
    return false;
  }
}

void look_at_main(Session& session, const std::string& head) {
  const git::Repository& repository = session.ledger().repository();
  const auto seen = ledger::find_seen_main(session.location());
  if (!seen) return set_up_policy_merging(repository);
  MissingConflicts missing(repository, git::get_object_id(head));
  if (const auto before = git::parse_object_id(*seen); before && repository.objects.find_size(*before))
    missing.find_merged(*before);
  missing.find_rebased();
  if (!missing.empty() && !may_change_policy(session)) return;  // who has the right adds them
  if (!missing.empty())
    ledger::edit_main(
        session.ledger(), [&](const std::string& commit) { return missing.change_at(commit); }, session.timestamp());
  forget_set_aside(session.location());
  ledger::remember_seen_main(repository, git::read_reference(session.location(), git::kMainRef).value_or(head));
  if (!missing.empty()) session.refresh();
}

std::string file_of(const std::string& word) {
  std::string file = word.starts_with("policy/") ? word.substr(std::string_view("policy/").size()) : word;
  return file.ends_with(".yaml") ? file : file + ".yaml";
}

std::string name_of_conflict(const Conflict& it) {
  return fmt::format("{} {}", it.file.substr(0, it.file.rfind('.')), it.key);
}

/// The conflicts that a settlement names.
std::vector<Conflict> get_named(const std::vector<Conflict>& all, const Settlement& settlement) {
  std::vector<Conflict> named;
  std::vector<std::string> hints;
  for (const Conflict& it : all) {
    const bool is_named =
        it.file == file_of(settlement.file) && policy::compared_key(it.key) == policy::compared_key(settlement.key);
    if (is_named) named.push_back(it);
    hints.push_back(fmt::format("waits: {}", util::visible_line(name_of_conflict(it))));
  }
  if (!named.empty()) return named;
  hints.erase(std::unique(hints.begin(), hints.end()), hints.end());
  throw Error(
      ErrorKind::not_found,
      fmt::format("cannot settle '{}' of {}: no conflict waits there", settlement.key, file_of(settlement.file)),
      hints);
}

/// The version that is to be taken.
const Conflict& choose_version(const std::vector<Conflict>& named, const Settlement& settlement) {
  std::vector<std::string> hints;
  const Conflict* chosen = nullptr;
  std::size_t count = 0;
  for (const Conflict& it : named) {
    hints.push_back(fmt::format("--commit {}: git show {}", it.other_commit.substr(0, 10), it.other_commit));
    if (!it.other_commit.starts_with(settlement.commit)) continue;
    chosen = &it;
    ++count;
  }
  if (count == 1) return *chosen;
  const bool is_none = count == 0;
  throw Error(is_none ? ErrorKind::not_found : ErrorKind::ambiguous,
              is_none ? fmt::format("cannot take the version of commit '{}': none of those that wait is of it",
                                    settlement.commit)
                      : fmt::format("cannot tell which version of '{}' to take: {} wait", settlement.key, count),
              hints);
}

class Settle {
 public:
  Settle(Session& session, const Settlement& settlement) : session_(session), settlement_(settlement) {}

  PolicyEdited run() {
    const std::string seen = session_.ledger().main_head();
    ledger::MainChange change = change_at(seen, OwnRights(session_));
    if (!session_.settings().dry_run) {
      ledger::edit_main(
          session_.ledger(), [&](const std::string& commit) { return change_now(commit); }, session_.timestamp());
      session_.refresh();
    }
    const std::string file = file_of(settlement_.file);
    const std::string& shown = settlement_.take ? file : kConflictsName;
    return {file, key_, subject_, change.files.at("policy/" + shown)};
  }

 private:
  ledger::MainChange change_now(const std::string& commit) {
    const policy::Files files = ledger::policy_files(session_.ledger().repository(), commit);
    return change_at(commit, OwnRights(session_, policy::load(files)));
  }

  ledger::MainChange change_at(const std::string& commit, const OwnRights& rights) {
    const policy::Files before = ledger::policy_files(session_.ledger().repository(), commit);
    const std::vector<Conflict> all = conflicts_in(before), named = get_named(all, settlement_);
    rights.require(policy::Right::policy);
    key_ = named.front().key;
    subject_ = fmt::format("settle {}: {}", name_of_conflict(named.front()), settlement_.take ? "take" : "keep");
    policy::Files after = before;
    after[kConflictsName] = policy::render_conflicts(without(all, named));
    if (settlement_.take) after[named.front().file] = text_with(before, choose_version(named, settlement_));
    require_sound_policy(before, after, settlement_.key);
    ledger::MainChange change;
    for (const auto& [name, text] : after)
      if (const auto old = before.find(name); old == before.end() || old->second != text)
        change.files["policy/" + name] = text;
    change.message = fmt::format("{}\n\n{}\n", subject_, settlement_.why);
    if (settlement_.take) change.files.try_emplace("policy/" + named.front().file, after.at(named.front().file));
    return change;
  }

  static std::vector<Conflict> without(const std::vector<Conflict>& all, const std::vector<Conflict>& named) {
    std::vector<Conflict> rest = all;
    std::erase_if(rest, [&](const Conflict& it) {
      return std::ranges::any_of(named, [&](const Conflict& gone) { return policy::is_same_conflict(it, gone); });
    });
    return rest;
  }

  /// Whether the entry that the conflict is about is in the text, as the version that waits says it.
  static bool has_version(const Conflict& chosen, const std::string& text) {
    const auto sheet = policy::read_sheet_text(chosen.file, text);
    const policy::TextEntry* const entry = sheet ? sheet->find(chosen.key) : nullptr;
    return entry != nullptr && policy::says_same(entry->value, *chosen.other);
  }

  static std::string text_with(const policy::Files& files, const Conflict& chosen) {
    const auto text = files.find(chosen.file);
    auto edited = policy::put_entry(chosen.file, text == files.end() ? "" : text->second, chosen.key, chosen.other);
    // Anybody who may change policy may have edited conflicts.yaml by hand: the version must be one of that very entry.
    const bool is_of_entry = !chosen.other || !edited || has_version(chosen, *edited);
    if (!is_of_entry)
      throw Error(ErrorKind::refused,
                  fmt::format("cannot take the other version of '{}': it is no version of that entry", chosen.key),
                  {"look at policy/conflicts.yaml"});
    if (edited) return std::move(*edited);
    throw Error(ErrorKind::refused, fmt::format("cannot edit 'policy/{}': {}", chosen.file, edited.error()),
                {"edit it by hand, then: crmtrack policy settle … --keep"});
  }

  Session& session_;
  const Settlement& settlement_;
  std::string key_, subject_;  // of the last attempt
};

}  // namespace

void add_missing_conflicts(Session& session) {
  try {
    const auto head = git::read_reference(session.location(), git::kMainRef);
    if (!head || ledger::find_seen_main(session.location()) == *head) return;
    if (is_rebase_under_way(session.location())) return;
    look_at_main(session, *head);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::cancelled) throw;
    session.detail(error.what());  // such as a repository that cannot be written; the next command tries again
  }
}

void tell_conflicts(Session& session) {
  if (!session.settings().as_of.empty()) return;
  try {
    const std::vector<Conflict> waiting = conflicts_in({{kConflictsName, session.policy_text(kConflictsName)}});
    if (waiting.empty()) return;
    const Conflict& first = waiting.front();
    session.warn(fmt::format("policy: {} {} to be settled: crmtrack policy settle {} --keep|--take --why W",
                             util::counted(waiting.size(), "conflict"), waiting.size() == 1 ? "waits" : "wait",
                             util::visible_line(name_of_conflict(first))));
  } catch (const Error& error) {
    session.detail(error.what());
  }
}

PolicyEdited settle_conflict(Session& session, const Settlement& settlement) {
  return Settle(session, settlement).run();
}

}  // namespace crmtrack::session
