#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "ledger/ledger.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// Tells who came first of records that cannot all count: complaint records of one complaint, machine's records of one
/// key, and records of several kinds under one id: the one whose commit the others' commits have in their history. Of
/// complaint records of which neither has the other it is the one that people have gone on from (story::Following).
class Firstcomers {
 public:
  explicit Firstcomers(const ledger::Ledger& ledger) : ledger_(ledger) {}

  /// Sets `Provenance::came_after` of a folder's entries; whether one was otherwise before.
  bool settle(std::vector<story::Entry>& entries);

 private:
  using Rivals = std::vector<story::Entry*>;
  enum class Share { place, key, id };  ///< what only one record can have
  using Named = std::vector<std::tuple<Share, std::string_view, story::Entry*>>;
  bool settle_named(const std::vector<story::Entry>& entries, Named& named);
  void count_before(const std::vector<story::Entry>& entries, Rivals& rivals, std::map<story::Entry*, int>& before);
  bool goes_before(const std::vector<story::Entry>& entries, const story::Entry& one, const story::Entry& other);
  bool is_before(const std::string& older, const std::string& newer);

  const ledger::Ledger& ledger_;
  std::map<std::pair<std::string, std::string>, bool> known_;
};

}  // namespace crmtrack::index
