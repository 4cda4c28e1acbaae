#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// Another repository that this one exchanges records with, by Git's configuration.
struct Remote {
  std::string name;
  std::string url;              ///< for messages: without a password
  std::string tracking_main;    ///< `refs/remotes/origin/main`; empty where its fetch refspecs do not bring it
  std::string tracking_ledger;  ///< `refs/remotes/origin/ledger`; empty where its fetch refspecs do not bring it
  bool gives_receipts = false;  ///< a fetch brings its receipts here
};

/// The settings that were made for a remote that the ledger is shared with.
struct SetUp {
  std::string remote = {};
  bool branches = false;  ///< main and ledger follow it, and a plain push sends both
  bool receipts = false;  ///< a fetch brings its receipts
};

/// A remote by name; nullopt where no remote of that name has an address.
std::optional<Remote> find_remote(const Ledger& ledger, const std::string& name);
/// The remote that the ledger is shared with: `crmtrack.remote`, else that of main's upstream, else `origin`, else
/// the only one.
std::optional<Remote> find_upstream_remote(const Ledger& ledger);
std::vector<std::string> remotes(const Ledger& ledger);
/// Sets the upstream up, once, if that is not yet done: as the upstream of main and ledger, with push refspecs, so
/// that plain `git push` and `git pull` share both, and with a fetch refspec for the server's receipts. The user's
/// own settings stay, and other remotes are never configured. Throws Error(repository) where the configuration cannot
/// be written.
SetUp set_up_upstream(Ledger& ledger);

}  // namespace crmtrack::ledger
