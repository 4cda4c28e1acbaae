#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "story/clocks.hpp"
#include "story/ladders.hpp"
#include "story/silence.hpp"

namespace crmtrack::story {

/// The part of policy that a fold reads: who stands at an escalation level, by which clocks promises are due, what
/// happens when they break, and how long silence takes to become acceptance. Under two policies of equal terms every
/// story folds alike.
struct Terms {
  struct Level {
    int level = 0;
    std::string role, from;
    friend bool operator==(const Level&, const Level&) = default;
  };
  struct Person {
    std::string email, role, valid_to, from;
    friend bool operator==(const Person&, const Person&) = default;
  };
  struct Project {
    std::string id, manager;
    std::map<int, std::vector<std::string>> people;
    std::string from;
    friend bool operator==(const Project&, const Project&) = default;
  };
  std::vector<Level> levels;
  std::vector<Person> people;
  std::vector<Project> projects;
  Clocks clocks;
  Ladders ladders;
  SilenceRule silence;

  /// As policy::Policy::people_at.
  [[nodiscard]] std::vector<std::string> people_at(std::string_view project, int level, std::string_view date) const;

  friend bool operator==(const Terms&, const Terms&) = default;
};

/// Calendars without a zone of their own count in the ledger's (settings.yaml), or in UTC where it has none.
Terms terms_of(const policy::Policy& policy);

}  // namespace crmtrack::story
