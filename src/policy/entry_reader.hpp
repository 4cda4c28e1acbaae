#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// Takes the fields of one entry out of its map. A field of the wrong form is a finding and makes the entry bad; keys
/// that nobody asked for are warned of at the end.
class EntryReader {
 public:
  /// `file` and `findings` must outlive the reader.
  EntryReader(const std::string& file, const yaml::Node& entry, std::vector<Finding>& findings);

  std::string text(std::string_view key);
  std::string required(std::string_view key);
  std::string required_slug(std::string_view key);
  std::string required_mail(std::string_view key);
  std::string date(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  /// A whole number within bounds; nullopt where absent or bad.
  std::optional<int> integer(std::string_view key, int least, int most);
  /// A key that the caller reads by itself.
  void known(std::string_view key) { ask(key); }
  /// The map under a key; null where absent or bad.
  const yaml::Node* map(std::string_view key);

  void refuse(yaml::Mark mark, const std::string& message);
  void warn(yaml::Mark mark, const std::string& message);

  /// Warns of keys that are not known. Called once, last.
  void finish();
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] const yaml::Node& entry() const { return entry_; }

 private:
  const yaml::Node* ask(std::string_view key);

  const std::string& file_;
  const yaml::Node& entry_;
  std::vector<Finding>& findings_;
  std::vector<std::string> asked_;
  bool good_ = true;
};

}  // namespace crmtrack::policy
