#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "git/object/object_store.hpp"
#include "record/path.hpp"

namespace crmtrack::ledger {

/// A record as its story's folder names it.
struct FolderRecord {
  record::RecordPath path;
  git::ObjectId blob;
};
std::vector<FolderRecord> list_records(const git::ObjectStore& objects, const record::StoryRef& story,
                                       const git::ObjectId& folder);

/// Tells what an import of a part of an export left in a complaint's folder: activities that corrections there move to
/// another complaint, and corrections, without the complaint's own record. They were founded when they came, whatever
/// comes later. Reads each record once.
class Remainders {
 public:
  /// Whether a record came along from another folder; a correction may be of such a one.
  using IsBeside = std::function<bool(const std::string& id)>;

  explicit Remainders(const git::ObjectStore& objects) : objects_(objects) {}

  /// Without `is_beside` whatever is corrected may have come along.
  bool is_remainder(const std::vector<FolderRecord>& records, const IsBeside& is_beside = {});
  /// Whether one of the records `from` names the record `id` in `after`, directly or by way of others of the folder.
  bool lead_to(const std::string& id, const std::vector<FolderRecord>& from, const std::vector<FolderRecord>& folder);

 private:
  struct Said {
    std::string corrects;
    bool moves = false;  ///< to another complaint
    std::vector<std::string> after;
  };
  const Said& said_by(const FolderRecord& record);

  const git::ObjectStore& objects_;
  std::unordered_map<git::ObjectId, Said> said_;  ///< by blob
};

/// The path of a record that keeps a complaint's own record out: the complaint's folder in `ledger` (a commit) is a
/// part of an export, and none of its records goes on from one of the records `added`, by their ids. The server refuses
/// such a complaint (`complaint_unseen`). nullopt where nothing does.
std::optional<std::string> find_part_in_the_way(const git::ObjectStore& objects, const git::ObjectId& ledger,
                                                const record::StoryRef& story, const std::vector<std::string>& added);

}  // namespace crmtrack::ledger
