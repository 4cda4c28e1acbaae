#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/object/object_store.hpp"
#include "record/path.hpp"
#include "record/record.hpp"

namespace crmtrack::ledger {

/// The records and complaints that a record refers to, with the field that names each.
struct References {
  struct Reference {
    std::string field, id;
  };
  std::vector<Reference> records, complaints;
};
References references_of(const record::Record& record);

/// The contents of one story's folder.
struct StoryFolder {
  struct Place {
    record::StatedKind kind;  ///< empty: attachments alone
    git::ObjectId blob;
    std::optional<git::ObjectId> attachments;  ///< the folder of its attachments

    [[nodiscard]] bool is_record() const { return !kind.name().empty(); }
  };
  std::multimap<std::string, Place, std::less<>> records;  ///< by id; several where somebody added another kind
};

/// Looks things up in a ledger's tree.
class LedgerLookup {
 public:
  LedgerLookup(const git::ObjectStore& objects, const git::ObjectId& tree) : objects_(objects), tree_(tree) {}

  /// Reads the folder of a story, and keeps it until another one is asked for.
  const StoryFolder& story(const record::StoryRef& ref);
  [[nodiscard]] bool has_complaint(const std::string& id) const;
  /// Says which kind of record stands where a story has several under one id.
  using Chooser = std::function<record::StatedKind(const record::StoryRef& story, const std::string& id)>;
  void choose_by(Chooser chooser) { chooser_ = std::move(chooser); }
  /// The record or attachments that an id means in a story; nullopt where the story has none of that id.
  std::optional<StoryFolder::Place> find_place(const record::StoryRef& ref, const std::string& id);
  /// Whether any story has a record of that id. Reads the whole ledger's folders at the first call.
  bool has_record(std::string_view id);
  /// The record that an id means in a story; nullopt where the story has no readable record of that id.
  std::optional<record::Record> find_record(const record::StoryRef& ref, const std::string& id);
  /// The record of that id in any story; nullopt where no story has a readable one. Prefers an activity, since only
  /// activities are moved.
  std::optional<record::Record> find_record_anywhere(std::string_view id);
  /// The story in which find_record_anywhere finds a record.
  std::optional<record::StoryRef> find_story_of(std::string_view id);
  /// The blob of a record's attachment; nullopt where it has none of that name.
  [[nodiscard]] std::optional<git::ObjectId> find_attachment(const StoryFolder::Place& place,
                                                             std::string_view name) const;
  [[nodiscard]] const git::ObjectStore& objects() const { return objects_; }

 private:
  void collect_records();
  void add_attachments(const std::string& id, const git::ObjectId& attachments);

  const git::ObjectStore& objects_;
  git::ObjectId tree_;
  Chooser chooser_;
  std::optional<record::StoryRef> current_;
  StoryFolder folder_;
  struct KnownRecord {
    std::string id;
    record::StatedKind kind;
    git::ObjectId blob;
    std::size_t story = 0;  ///< in `stories_`
  };
  [[nodiscard]] const KnownRecord* find_known(std::string_view id);
  std::optional<std::vector<KnownRecord>> records_;  ///< of all stories, sorted by id
  std::vector<record::StoryRef> stories_;
};

}  // namespace crmtrack::ledger
