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

/// Finds records that put themselves in the place of others: a second complaint record of a complaint, a record of
/// another kind under an id that is taken, a machine's record of a key that another record has, or a record that lies
/// before its complaint's own record. The commits tell which record came first. Of complaint records that know nothing
/// of each other, the one counts as first that people have gone on from (story::Following). So nobody is blamed for a
/// record that somebody added later.
class RivalsAudit {
 public:
  /// `files` are the files that the audit looks at, sorted by path. All arguments must outlive this object.
  RivalsAudit(const git::ObjectStore& objects, LedgerLookup& lookup, Judge& judge,
              const std::vector<AuditedFile>& files, OlderRecords& older)
      : objects_(objects), lookup_(lookup), judge_(judge), files_(files), older_(older), remainders_(objects) {
    lookup_.choose_by([this](const record::StoryRef& story, const std::string& id) { return kind_of(story, id); });
  }

  /// The reason why a record is a rival of others, in words for people; nullopt where it is none.
  std::optional<std::string> fault_of(const AuditedFile& file, const record::RecordPath& path,
                                      const record::Record& record, std::string_view text);

  /// Returns the paths of records that are not among the files, but share a place with a file that fault_of was asked
  /// about since the last call.
  std::set<std::string> take_older() { return std::exchange(rivals_, {}); }
  /// The record at a path of take_older, as added by the commit from which the index takes it; nullopt where it cannot
  /// be read.
  std::optional<AuditedFile> find_older(const std::string& path);

  /// The reason why a person's record that needs a right goes on from a copy of its complaint's record; nullopt where
  /// it does not. A user may add an imported complaint's record once more, so that the policies which the first
  /// commit's history names do not judge what they add to it. This asks those policies too.
  std::optional<std::string> lifted_right(const AuditedFile& file, const record::RecordPath& path,
                                          const record::Record& record);

  /// Whether a folder without a complaint record holds only corrections, and activities that these move to other
  /// complaints: the part of a complaint that an export of others contains.
  bool is_remainder(const record::StoryRef& story);

  /// The records of a story, each as the commit added it that the index takes it from, and judged. They stay until
  /// another story is asked for.
  [[nodiscard]] const std::vector<story::Entry>& entries_of(const record::StoryRef& story);

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
  std::set<std::string> rivals_;       ///< of records that are older than the files
};

}  // namespace crmtrack::ledger
