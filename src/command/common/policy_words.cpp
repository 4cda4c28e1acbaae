#include "command/common/policy_words.hpp"

#include <fmt/format.h>

#include "command/common/rights.hpp"

namespace crmtrack::command {

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

}  // namespace

void add_policy_words(Context& context, const std::vector<exchange::PolicyWord>& words) {
  const std::string seen = context.ledger().main_head();
  policy::Files files = context.ledger().policy_files(seen);
  std::map<std::string, std::string> changed;
  std::size_t count = 0;
  for (const exchange::PolicyWord& word : words) {
    if (is_listed(context.policy(), word)) continue;
    const std::string name = word.vocabulary + ".yaml";
    if (files.find(name) == files.end()) files[name] = policy::templates().at(name);
    files[name] = policy::add_entry(name, files[name], entry_of(word));
    changed["policy/" + name] = files[name];
    ++count;
  }
  if (changed.empty()) return;
  OwnRights(context).require(policy::Right::policy);
  context.ledger().commit_main(changed, fmt::format("add {} words of an import", count), context.timestamp(), seen);
  context.refresh();
  context.say(fmt::format("policy: {} new words from the import (see: git log refs/heads/main)", count));
}

}  // namespace crmtrack::command
