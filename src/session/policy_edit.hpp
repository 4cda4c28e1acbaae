#pragma once

#include <functional>
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

/// An edit of one policy file that is yet to be made.
struct PolicyRewrite {
  std::string file;     ///< `calendars.yaml`
  std::string key;      ///< of the entry, for messages
  std::string subject;  ///< of the commit
  std::string why;      ///< its body; may be empty
  /// The new text of the file, made from the policy as it is. Others may change policy at the same time: it is then
  /// asked again.
  std::function<std::string(const policy::Files& files)> rewrite;
};

/// Makes an edit and commits main at once; nothing else that is uncommitted there is touched. Throws Error(refused)
/// where the user may not change policy, or the result would not pass `policy check`.
PolicyEdited edit_policy_file(Session& session, const PolicyRewrite& edit);
/// The text of a policy file to edit: that of the built-in one where the file says nothing, since it holds then.
std::string text_to_edit(const policy::Files& files, std::string_view file);

/// Adds an entry to a policy file and commits main at once; nothing else that is uncommitted there is touched. Throws
/// Error(refused) where the user may not change policy, or the result would not pass `policy check`. `besides` is
/// another entry that goes with it.
PolicyEdited add_policy_entry(Session& session, std::string_view file, const std::string& key, const yaml::Node& entry,
                              const std::string& why, const std::optional<yaml::Node>& besides = {});
/// Sets fields of the entry with this key, and commits main at once. Throws as add_policy_entry does.
PolicyEdited edit_policy_entry(Session& session, std::string_view file, const std::string& key,
                               const yaml::Node& fields, std::string_view verb, const std::string& why);
/// Throws Error(refused) where `after` has an error that `before` has not: an edit must not make policy worse. `key`
/// names what is edited. Gives the warnings that `before` has not.
std::vector<policy::Finding> require_sound_policy(const policy::Files& before, const policy::Files& after,
                                                  const std::string& key);
/// Today, as policy files write it.
std::string today_of(Session& session);

}  // namespace crmtrack::session
