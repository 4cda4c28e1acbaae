#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/content/audited_file.hpp"
#include "ledger/rule/policy_lineage.hpp"
#include "record/path.hpp"

namespace crmtrack::ledger {

/// Finds the commits, of those that an audit does not look at, that added the records of a story. It walks back from
/// the newest of them to the beginning of the story, so ask only for records that share a place.
class OlderRecords {
 public:
  /// `lineage` numbers the commits; may be null.
  OlderRecords(const git::ObjectStore& objects, std::optional<git::ObjectId> head,
               std::shared_ptr<PolicyLineage> lineage)
      : objects_(objects), head_(std::move(head)), lineage_(std::move(lineage)) {}

  /// Whether several commits may have added a file: two of `files` (sorted by path) did, or one did and it was there.
  bool may_have_again(const std::string& path, const std::vector<AuditedFile>& files);
  /// The records of a story, each as often as commits added it. The files live as long as this object.
  std::vector<AuditedFile> of_story(const record::StoryRef& story);

 private:
  std::optional<git::ObjectId> find_folder(const git::ObjectId& commit, const std::string& folder);
  [[nodiscard]] bool is_alone(const record::StoryRef& story, const git::ObjectId& folder) const;
  void add_new(const git::ObjectId& id, const record::StoryRef& story, std::vector<AuditedFile>& added);

  const git::ObjectStore& objects_;
  std::optional<git::ObjectId> head_;
  std::shared_ptr<PolicyLineage> lineage_;
  std::deque<std::string> texts_;
};

}  // namespace crmtrack::ledger
