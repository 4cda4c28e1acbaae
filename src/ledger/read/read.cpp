#include "ledger/read/read.hpp"

#include <fmt/format.h>

#include "git/program/signing.hpp"
#include "git/reference/histories.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/revision.hpp"
#include "ledger/rule/signature_check.hpp"
#include "util/process.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
std::optional<std::string> find_revision(const Ledger& ledger, const std::string& revision) {
  if (revision.empty() || revision.find('\0') != std::string::npos) return std::nullopt;
  if (is_commit(ledger.repository(), revision)) return revision;
  const std::string whole = with_whole_branch(ledger.repository(), revision);
  if (const auto plain = find_plain_revision(ledger.repository(), whole)) return plain->hex();
  git_object* raw = nullptr;
  if (git::git2().git_revparse_single(&raw, ledger.repository().handle.get(), whole.c_str()) < 0) return std::nullopt;
  const git::ObjectHandle named(raw);
  if (git::git2().git_object_peel(&raw, named.get(), GIT_OBJECT_COMMIT) < 0) return std::nullopt;
  const git::ObjectHandle commit(raw);
  return git::object_id_from(git::git2().git_object_id(commit.get())->id).hex();
}

std::string read_blob(const Ledger& ledger, const std::string& id, std::size_t limit) {
  return ledger.repository().objects.read_blob(git::get_object_id(id), limit);
}

std::string read_blob(const Ledger& ledger, const git::ObjectId& id, std::size_t limit) {
  return ledger.repository().objects.read_blob(id, limit);
}

bool is_ancestor(const Ledger& ledger, const std::string& older, const std::string& newer) {
  return git::is_ancestor(ledger.repository().objects, git::get_object_id(older), git::get_object_id(newer));
}

namespace {

/// By the keys that policy gives the commit's author, as an audit judges it.
std::string judge_signature(const git::Repository& repository, const policy::Signatures& policy,
                            const git::ObjectId& id, const git::CommitObject& commit) {
  using State = SignatureVerdict::State;
  const SignedCommit signed_commit{id, commit.author.email, commit.committer.time};
  const State state = SignatureCheck(repository, policy).verify({signed_commit}, [](std::size_t) {}).front().state;
  if (state == State::good) return "good";
  if (state == State::bad) return "bad";
  return state == State::untrusted ? "untrusted" : "unknown_key";
}

}  // namespace

std::string signature_state(const Ledger& ledger, const std::string& commit) {
  const git::ObjectId id = git::get_object_id(commit);
  const git::CommitObject object = ledger.repository().objects.read_commit(id);
  const std::string& signature = object.signature;
  if (signature.empty()) return "none";
  std::vector<policy::Finding> findings;
  const policy::Signatures policy = policy::load_signatures(
      load_policy_in_force(ledger.repository(), ledger.main_head(), {"signatures.yaml"}).files, findings);
  if (!policy.signers.empty()) return judge_signature(ledger.repository(), policy, id, object);
  std::vector<std::string> words{"git", "--no-replace-objects", "--git-dir",
                                 ledger.repository().location.git_dir.string()};
  for (const std::string& setting : git::verifying_programs(ledger.repository().settings))
    words.insert(words.end(), {"-c", setting});
  words.insert(words.end(), {"log", "-1", "--no-walk", "--format=%G?", id.hex()});
  const auto result = util::run_process(words);
  const std::string_view state = util::trim(result.out);
  // U: to gpg a key that is there but not certified, to ssh one that stands for nobody.
  if (state == "U" && signature.starts_with("-----BEGIN SSH")) return "unknown_key";
  if (state == "G" || state == "U" || state == "X" || state == "Y") return "good";
  if (state == "B" || state == "R") return "bad";
  return "unknown_key";
}

}  // namespace crmtrack::ledger
