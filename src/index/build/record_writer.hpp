#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "index/sqlite/database.hpp"
#include "record/record.hpp"
#include "story/story.hpp"

namespace crmtrack::index {

/// Writes records as the ledger has them: row, bytes, words.
class RecordWriter {
 public:
  explicit RecordWriter(const Database& database);

  /// The key of a story; a new one where it is not there yet.
  std::int64_t story_key(const record::StoryRef& story);
  /// The key of a story that is known to be new.
  std::int64_t add_story(const record::StoryRef& story);
  [[nodiscard]] bool has(std::int64_t story, const record::Record& record);
  void add(std::int64_t story, const story::Entry& entry, std::string_view words);
  /// Writes a record without its words; its key.
  std::int64_t add(std::int64_t story, const story::Entry& entry);
  /// Its words.
  void add_words(std::int64_t record, std::string_view words);
  /// The key of the policy that a record's commit names, with the commit's lineage.
  std::int64_t policy_key(const std::string& commit, std::uint32_t lineage);
  void add_bad_file(const std::string& path, const std::string& commit, const std::string& fault);

 private:
  void add_correction(std::int64_t key, std::int64_t story, const record::Record& correction);
  void add_to_tables(std::int64_t key, std::int64_t story, const record::Record& record);
  std::int64_t next_story_, next_record_;
  Statement find_story_, insert_story_, find_record_, insert_record_, insert_source_, insert_words_, insert_bad_file_,
      find_policy_, insert_policy_, insert_correction_, insert_mail_mark_, insert_notice_, insert_delivery_,
      insert_alarm_, insert_baseline_;
  std::map<std::uint32_t, std::map<std::string, std::int64_t, std::less<>>> policies_;  ///< those met so far
};

}  // namespace crmtrack::index
