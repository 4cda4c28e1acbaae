#include "session/charter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "git/program/repository.hpp"
#include "ledger/main/entry_history.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "policy/charter.hpp"
#include "util/error.hpp"
#include "util/text/mailbox.hpp"

namespace crmtrack::session {

namespace {

policy::Charter parse_charter(const std::string& text) {
  std::vector<policy::Finding> ignored;  // `policy check` tells them
  return policy::load_charter({{std::string(policy::kCharterFile), text}}, ignored);
}

bool has_signed(const policy::Charter& charter, std::string_view mail) {
  return std::any_of(
      charter.signed_by.begin(), charter.signed_by.end(),
      [&](const std::string& one) { return util::is_same_mailbox(one, mail); });
}

/// Finds in the history of main the commits that added the signatures.
class SignatureSearch {
 public:
  SignatureSearch(Session& session, SignedCharter& charter)
      : session_(session),
        objects_(session.ledger().repository().objects),
        history_(objects_, std::string(policy::kCharterFile)),
        charter_(charter) {}

  void run(const git::ObjectId& head) {
    std::vector<git::ObjectId> waiting{head};
    std::unordered_set<git::ObjectId> seen{head};
    while (!waiting.empty() && missing() > 0) {
      const git::ObjectId commit = waiting.back();
      waiting.pop_back();
      for (const git::ObjectId& parent : look_at(commit))
        if (seen.insert(parent).second) waiting.push_back(parent);
    }
  }

 private:
  [[nodiscard]] std::ptrdiff_t missing() const {
    return std::count_if(
        charter_.signatures.begin(), charter_.signatures.end(),
        [](const CharterSignature& each) { return each.commit.empty(); });
  }

  /// The parents that are to be looked at: of those that have the file as it is here, one is enough.
  std::vector<git::ObjectId> look_at(const git::ObjectId& id) {
    const std::vector<git::ObjectId> parents = objects_.read_commit(id).parents;
    const std::string text = history_.text_at(id);
    for (const git::ObjectId& parent : parents)
      if (history_.text_at(parent) == text) return {parent};
    const policy::Charter here = parse_charter(text);
    std::vector<policy::Charter> before;
    for (const git::ObjectId& parent : parents) before.push_back(parse_charter(history_.text_at(parent)));
    for (CharterSignature& each : charter_.signatures) {
      const bool was_there = std::any_of(
          before.begin(), before.end(), [&](const policy::Charter& charter) { return has_signed(charter, each.mail); });
      if (each.commit.empty() && has_signed(here, each.mail) && !was_there) take(id, here, each);
    }
    return parents;
  }

  void take(const git::ObjectId& id, const policy::Charter& here, CharterSignature& each) {
    const ledger::Commit commit = ledger::read_commit(session_.ledger().repository(), id.hex());
    each.commit = id.hex();
    each.author = commit.author.email;
    each.at = commit.committer.time;
    each.signature = commit.signature.empty() ? "none" : ledger::signature_state(session_.ledger(), id.hex());
    each.covers = here.statement == charter_.statement;
  }

  Session& session_;
  const git::ObjectStore& objects_;
  ledger::EntryHistory history_;
  SignedCharter& charter_;
};

}  // namespace

SignedCharter load_signed_charter(Session& session) {
  const policy::Charter& charter = session.policy().charter;
  SignedCharter found{charter.statement, {}};
  for (const std::string& mail : charter.signed_by) found.signatures.push_back({mail, {}, {}, {}, {}, false});
  const std::string head = session.index().policy_commit();
  if (!head.empty() && !found.signatures.empty()) SignatureSearch(session, found).run(git::get_object_id(head));
  return found;
}

PolicyEdited sign_charter(Session& session) {
  const std::string me = session.me();
  const std::string file(policy::kCharterFile);
  return edit_policy_file(session, {.file = file,
                                    .key = me,
                                    .subject = fmt::format("sign the charter: {}", me),
                                    .why = {},
                                    .rewrite = [&](const policy::Files& files) {
                                      const std::string text = text_to_edit(files, policy::kCharterFile);
                                      if (has_signed(parse_charter(text), me))
                                        throw util::Error(
                                            util::ErrorKind::refused,
                                            fmt::format("cannot sign the charter: {} has signed it already", me),
                                            {"see: crmtrack charter"});
                                      return policy::sign_charter(text, me);
                                    }});
}

}  // namespace crmtrack::session
