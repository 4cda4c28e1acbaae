#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/audit/content/audited_file.hpp"
#include "ledger/audit/content/older_records.hpp"
#include "ledger/audit/content/references.hpp"
#include "ledger/read/remainder.hpp"
#include "ledger/rule/judge.hpp"
#include "story/story.hpp"

namespace crmtrack::ledger {

/// Finds records that put themselves in the place of others: a second complaint record of a complaint, a
/// record of another kind under an id that is there, a machine's record of a key that another has, or one that lies
/// before its complaint's own record. Which came first is what the commits say and, of complaint records that know
/// nothing of each other, which of them people have gone on from (story::Following), so that nobody is blamed for what
/// was added later.
class RivalsAudit {
 public:
  /// `files` are those that are looked at, sorted by path. All must outlive it.
  RivalsAudit(const git::ObjectStore& objects, LedgerLookup& lookup, Judge& judge,
              const std::vector<AuditedFile>& files, OlderRecords& older)
      : objects_(objects), lookup_(lookup), judge_(judge), files_(files), older_(older), remainders_(objects) {
    lookup_.choose_by([this](const record::StoryRef& story, const std::string& id) { return kind_of(story, id); });
  }

  /// What is wrong with a record, in words for people.
  std::optional<std::string> fault_of(const AuditedFile& file, const record::RecordPath& path,
                                      const record::Record& record, std::string_view text);

  /// Records that are not among the files and share a place with some that were asked about since the last call: their
  /// paths.
  std::set<std::string> take_older() { return std::exchange(rivals_, {}); }
  /// Such a record, as the commit added it that the index takes it from; nullopt where it cannot be read.
  std::optional<AuditedFile> find_older(const std::string& path);

  /// Why a person's record would not count that needs a right, by the policies of another commit that added its
  /// complaint's own record, where the machine made that one's id: who adds it once more, beside the real one, would
  /// be judged by none of what the real one's history names.
  std::optional<std::string> lifted_right(const AuditedFile& file, const record::RecordPath& path,
                                          const record::Record& record);

  /// Whether a folder without a complaint holds nothing but activities that corrections there move elsewhere, and
  /// corrections: what an export of some complaints has of the others.
  bool is_remainder(const record::StoryRef& story);

 private:
  enum class Order { first, beside, after, set_aside };
  std::optional<std::string> second_complaint(const AuditedFile& file, const record::RecordPath& path,
                                              const std::string& key);
  std::optional<std::string> out_of_place(const AuditedFile& file, const record::RecordPath& path,
                                          const std::string& key);
  [[nodiscard]] std::optional<std::string> second_of_id(const record::RecordPath& path);
  [[nodiscard]] record::StatedKind kind_of(const record::StoryRef& story, const std::string& id);
  [[nodiscard]] Order order_of_complaints(const AuditedFile& file, const record::RecordPath& path,
                                          const std::string& other);
  [[nodiscard]] std::vector<AuditedFile> adders_of(const std::string& path);
  void note_rival(const std::string& path);
  [[nodiscard]] const std::vector<story::Entry>& entries_of(const record::StoryRef& story);
  [[nodiscard]] std::optional<story::Entry> read_entry(const AuditedFile& file);
  [[nodiscard]] Order order_of(const AuditedFile& file, const std::string& other_path) const;
  [[nodiscard]] bool is_intruder(const record::RecordPath& path);
  [[nodiscard]] std::string key_of(const record::StoryRef& story, const std::string& id,
                                   const StoryFolder::Place& place) const;

  const git::ObjectStore& objects_;
  LedgerLookup& lookup_;
  Judge& judge_;
  const std::vector<AuditedFile>& files_;
  OlderRecords& older_;
  Remainders remainders_;
  record::StoryRef current_;
  std::vector<story::Entry> entries_;  ///< of the current story
  std::set<std::string> rivals_;       ///< that are older than the files
};

}  // namespace crmtrack::ledger
