#include "session/import/policy_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ledger/main/commit.hpp"
#include "ledger/main/policy_files.hpp"
#include "policy/load.hpp"
#include "policy/templates.hpp"
#include "policy/text/edit.hpp"
#include "session/rights.hpp"

namespace crmtrack::session {

namespace {

yaml::Node entry_of(const exchange::PolicyWord& word) {
  yaml::Node entry = yaml::Node::map();
  if (word.vocabulary == "reasons") {
    entry.set("code", yaml::Node::scalar(word.word));
    entry.set("label", yaml::Node::scalar(word.title));
    entry.set("question", yaml::Node::scalar(fmt::format("Is it about: {}?", word.title)));
  } else {
    entry.set("id", yaml::Node::scalar(word.word));
    entry.set("name", yaml::Node::scalar(word.title));
  }
  return entry;
}

bool is_listed(const policy::Policy& policy, const exchange::PolicyWord& word) {
  if (word.vocabulary == "reasons") return policy.find_reason(word.word) != nullptr;
  return policy.find_project(word.word) != nullptr;
}

/// The policy with the words that it does not list yet.
ledger::MainChange add_to(policy::Files files, const std::vector<exchange::PolicyWord>& words) {
  const policy::Policy policy = policy::load(files);
  ledger::MainChange change;
  std::size_t count = 0;
  for (const exchange::PolicyWord& word : words) {
    if (is_listed(policy, word)) continue;
    const std::string name = word.vocabulary + ".yaml";
    if (files.find(name) == files.end()) files[name] = policy::templates().at(name);
    files[name] = policy::add_entry(name, files[name], entry_of(word));
    change.files["policy/" + name] = files[name];
    ++count;
  }
  change.message = fmt::format("add {} words of an import", count);
  return change;
}

}  // namespace

void add_policy_words(Session& session, const std::vector<exchange::PolicyWord>& words) {
  const auto is_known = [&](const exchange::PolicyWord& word) { return is_listed(session.policy(), word); };
  const auto new_words = std::count_if(words.begin(), words.end(), [&](const auto& word) { return !is_known(word); });
  if (new_words == 0) return;
  OwnRights(session).require(policy::Right::policy);
  const std::string seen = session.ledger().main_head();
  const auto change_at = [&](const std::string& commit) {
    policy::Files files = ledger::policy_files(session.ledger().repository(), commit);
    if (commit != seen) OwnRights(session, policy::load(files)).require(policy::Right::policy);
    return add_to(std::move(files), words);
  };
  ledger::edit_main(session.ledger(), change_at, session.timestamp());
  session.refresh();
  session.say(fmt::format("policy: {} new words from the import (see: git log refs/heads/main)", new_words));
}

}  // namespace crmtrack::session
