#pragma once

#include <functional>
#include <map>
#include <string>

namespace crmtrack::ledger {

/// New texts of files of main (`policy/reasons.yaml` → text), and the message of their commit.
struct MainChange {
  std::map<std::string, std::string> files;
  std::string message;
};
/// Makes a change from a commit of main; empty: there is none yet.
using MainEdit = std::function<MainChange(const std::string& commit)>;

}  // namespace crmtrack::ledger
