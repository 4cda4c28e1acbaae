#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// Who may do what by one policy, ready to be asked of very many commits. Dates are ISO dates of UTC, so that every
/// clone answers alike; an empty one is after all others.
class Authority {
 public:
  explicit Authority(const Policy& policy) : Authority(policy.people, policy.rights) {}
  Authority(std::vector<Person> people, std::vector<Grant> grants);

  /// Why an author is none of ours: where people.yaml lists anybody, whoever is not in it, or has left. Reads on to
  /// nothing: `zed@example.com is not in people.yaml`.
  [[nodiscard]] std::optional<std::string> stranger(std::string_view author, std::string_view date) const;
  /// Whether the directory has ever listed an author.
  [[nodiscard]] bool lists(std::string_view author) const { return find(author, {}) != nullptr; }
  /// Why an author has not this right; a stranger has none. `ben@example.com may not close: rights.yaml gives that to
  /// complaints_manager`.
  [[nodiscard]] std::optional<std::string> refusal(std::string_view author, Right right, std::string_view date) const;
  /// The first reason against an author who needs all of these.
  [[nodiscard]] std::optional<std::string> refusal(std::string_view author, const RightSet& needed,
                                                   std::string_view date) const;
  /// The addresses of those who have a right, for a hint; `nobody` where nobody has a role that it is given to. Empty
  /// where it is everybody's.
  [[nodiscard]] std::string holders(Right right, std::string_view date) const;

  /// Whether any answer depends on the date.
  [[nodiscard]] bool is_dated() const { return dated_; }
  /// Whether both answer every question alike.
  friend bool operator==(const Authority& a, const Authority& b);

 private:
  [[nodiscard]] const Person* find(std::string_view author, std::string_view date) const;
  [[nodiscard]] const Grant* find_grant(Right right, std::string_view date) const;

  std::map<std::string, std::vector<Person>, std::less<>> people_;  ///< by address, its case folded
  std::vector<Grant> grants_;
  bool dated_ = false;
};

/// Today, of UTC, as Authority is asked.
std::string authority_date(util::Instant time);

}  // namespace crmtrack::policy
