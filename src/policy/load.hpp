#pragma once

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// Reads the files. Never throws for their content: errors go to `findings`, and all else holds.
Policy load(const Files& files);
/// The settings alone, which cost less to read than all of policy. Their findings are those of `load`.
Settings load_settings(const Files& files);
/// The people, rights and settings alone: the files that say who may do what. Their findings are those of `load`.
Policy load_rights(const Files& files);
/// The files in the form that the machine reads fastest: without comments, in canonical form. A file that has findings
/// stays as written, so that their places stay true.
Files canonical(const Files& files);

}  // namespace crmtrack::policy
