#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ledger/ledger.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// Tells who came first of records that cannot all count: complaint records of one complaint, and machine's records of
/// one key. Nothing that a record says decides that, only which commit has which in its history.
class Firstcomers {
 public:
  explicit Firstcomers(const ledger::Ledger& ledger) : ledger_(ledger) {}

  /// Sets `Provenance::came_after` of a folder's entries; whether one was otherwise before.
  bool settle(std::vector<story::Entry>& entries);

 private:
  using Rivals = std::vector<story::Entry*>;
  bool settle_rivals(Rivals& rivals);
  bool is_before(const std::string& older, const std::string& newer);

  const ledger::Ledger& ledger_;
  std::map<std::pair<std::string, std::string>, bool> known_;
};

}  // namespace crmtrack::index
