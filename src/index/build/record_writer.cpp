#include "index/build/record_writer.hpp"

#include "index/build/correction_links.hpp"
#include "index/build/mail_marks.hpp"
#include "index/schema/commit_bytes.hpp"
#include "index/schema/file_tables.hpp"
#include "index/schema/notice_tables.hpp"
#include "index/schema/record_tables.hpp"
#include "record/open.hpp"
#include "record/vocabulary.hpp"
#include "story/contact.hpp"
#include "yaml/write.hpp"

namespace crmtrack::index {

namespace {

std::int64_t next_key(const Database& database, const char* table) {
  Statement statement = database.prepare(std::string("SELECT coalesce(max(key), 0) + 1 FROM main.") + table);
  statement.step();
  return statement.integer(0);
}

}  // namespace

RecordWriter::RecordWriter(const Database& database)
    : next_story_(next_key(database, "stories")),
      next_record_(next_key(database, "records")),
      find_story_(database.prepare("SELECT key FROM main.stories WHERE kind = ? AND id = ?")),
      insert_story_(database.prepare(insert_text(kStories, Place::file))),
      find_record_(database.prepare("SELECT 1 FROM main.records WHERE story = ? AND id = ? AND kind = ?")),
      insert_record_(database.prepare(insert_text(kRecords, Place::file))),
      insert_source_(database.prepare(insert_text(kSources, Place::file))),
      insert_words_(database.prepare("INSERT INTO main.fulltext(rowid, words) VALUES(?, ?)")),
      insert_bad_file_(database.prepare(insert_text(kBadFiles, Place::file, "INSERT OR IGNORE"))),
      find_policy_(database.prepare("SELECT key FROM main.policies WHERE \"commit\" = ? AND lineage = ?")),
      insert_policy_(database.prepare(insert_text(kPolicies, Place::file) + " RETURNING key")),
      insert_correction_(database.prepare(insert_text(kCorrections, Place::file))),
      insert_mail_mark_(database.prepare(insert_text(kMailMarks, Place::file))),
      insert_notice_(database.prepare(insert_text(kNotices, Place::file))),
      insert_delivery_(database.prepare(insert_text(kDeliveries, Place::file))),
      insert_alarm_(database.prepare(insert_text(kAlarms, Place::file))),
      insert_baseline_(database.prepare(insert_text(kBaselines, Place::file))) {}

std::int64_t RecordWriter::add_story(const record::StoryRef& story) {
  write_row(insert_story_, kStories, {next_story_, story});
  return next_story_++;
}

std::int64_t RecordWriter::story_key(const record::StoryRef& story) {
  find_story_.bind_all(static_cast<int>(story.kind), story.id);
  const std::int64_t key = find_story_.step() ? find_story_.integer(0) : 0;
  find_story_.reset();
  return key != 0 ? key : add_story(story);
}

bool RecordWriter::has(std::int64_t story, const record::Record& record) {
  find_record_.bind_all(story, record.id, record.kind.name());
  const bool found = find_record_.step();
  find_record_.reset();
  return found;
}

void RecordWriter::add(std::int64_t story, const story::Entry& entry, std::string_view words) {
  add_words(add(story, entry), words);
}

void RecordWriter::add_words(std::int64_t record, std::string_view words) { insert_words_.run(record, Raw{words}); }

std::int64_t RecordWriter::add(std::int64_t story, const story::Entry& entry) {
  const record::Record& record = entry.record;
  const bool readable = entry.fault.empty();
  const story::Provenance& provenance = entry.provenance;
  write_row(insert_record_, kRecords,
            {next_record_, story, entry, policy_key(provenance.policy, provenance.lineage),
             commit_bytes(provenance.commit), readable ? activity_fields(record) : ActivityFields{}});
  write_row(insert_source_, kSources, {next_record_, entry});
  if (readable && record.kind == record::Kind::correction) add_correction(next_record_, story, record);
  if (readable)
    for (const std::string& mark : mail_marks_of(record))
      write_row(insert_mail_mark_, kMailMarks, {next_record_, story, mark});
  if (readable) add_to_tables(next_record_, story, record);
  return next_record_++;
}

/// Adds a record to the table of its kind, where it has one.
void RecordWriter::add_to_tables(std::int64_t key, std::int64_t story, const record::Record& record) {
  switch (record.kind.known()) {
    case record::Kind::notification:
      write_row(insert_notice_, kNotices, {key, story, record});
      break;
    case record::Kind::delivery:
      write_row(insert_delivery_, kDeliveries, {key, story, record});
      break;
    case record::Kind::alarm:
      write_row(insert_alarm_, kAlarms, {key, story, record});
      break;
    case record::Kind::baseline:
      write_row(insert_baseline_, kBaselines, {key, story, record});
      break;
    default:
      break;
  }
}

void RecordWriter::add_correction(std::int64_t key, std::int64_t story, const record::Record& correction) {
  const std::string corrects = correction.text_of("corrects");
  const std::vector<std::string> targets = move_targets_of(correction);
  const auto write = [&](std::string_view target) {
    write_row(insert_correction_, kCorrections, {key, story, correction.id, corrects, target});
  };
  if (targets.empty()) write("");
  for (const std::string& target : targets) write(target);
}

std::int64_t RecordWriter::policy_key(const std::string& commit, std::uint32_t lineage) {
  auto& policies = policies_[lineage];
  const auto met = policies.find(commit);
  if (met != policies.end()) return met->second;
  find_policy_.bind_all(Raw{commit}, static_cast<std::int64_t>(lineage));
  std::int64_t key = find_policy_.step() ? find_policy_.integer(0) : 0;
  find_policy_.reset();
  if (key == 0) key = write_row(insert_policy_, kPolicies, {commit, static_cast<std::int64_t>(lineage)});
  return policies[commit] = key;
}

void RecordWriter::add_bad_file(const std::string& path, const std::string& commit, const std::string& fault) {
  write_row(insert_bad_file_, kBadFiles, {path, commit, fault});
}

}  // namespace crmtrack::index
