#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "session/session.hpp"
#include "yaml/node.hpp"

namespace crmtrack::session {

/// An edit of a policy file: it was committed or, with --dry-run, would have been.
struct PolicyEdited {
  std::string file;     ///< `reasons.yaml`
  std::string key;      ///< of the entry
  std::string subject;  ///< of the commit: `add reason billing`
  std::string text;     ///< the whole file with the edit
};

/// Adds an entry to a policy file and commits main at once; nothing else that is uncommitted there is touched. Throws
/// Error(refused) where the user may not change policy, or the result would not pass `policy check`. `besides` is
/// another entry that goes with it.
PolicyEdited add_policy_entry(Session& session, std::string_view file, const std::string& key, const yaml::Node& entry,
                              const std::string& why, const std::optional<yaml::Node>& besides = {});
/// Sets fields of the entry with this key, and commits main at once. Throws as add_policy_entry does.
PolicyEdited edit_policy_entry(Session& session, std::string_view file, const std::string& key,
                               const yaml::Node& fields, std::string_view verb, const std::string& why);
/// Throws Error(refused) where `after` has an error that `before` has not: an edit must not make policy worse. `key`
/// names what is edited.
void require_sound_policy(const policy::Files& before, const policy::Files& after, const std::string& key);
/// Today, as policy files write it.
std::string today_of(Session& session);

}  // namespace crmtrack::session
