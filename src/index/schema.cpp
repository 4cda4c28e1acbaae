#include "index/schema.hpp"

#include <fmt/format.h>

namespace crmtrack::index {

namespace {

constexpr const char* kRecordTables = R"sql(
CREATE {temp}TABLE stories(
  key INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,      -- record::StoryKind
  id TEXT NOT NULL,
  UNIQUE(kind, id));
CREATE {temp}TABLE records(
  key INTEGER PRIMARY KEY,    -- the row of its words in fulltext, and of its bytes in sources
  story INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  at_unix INTEGER,
  at_offset INTEGER,          -- minutes
  by TEXT,
  recorded_unix INTEGER NOT NULL,
  author TEXT,
  "commit" BLOB NOT NULL,     -- 20 bytes
  fault TEXT,
  refused TEXT,               -- why it does not count
  rights INTEGER,             -- of a correction: what its author may do, if not all; then the fold says what is refused
  unfounded INTEGER NOT NULL, -- its commit does not have the complaint's own record
  policy INTEGER NOT NULL,    -- policies.key
  came_after INTEGER NOT NULL,  -- story::Provenance
  type TEXT, direction TEXT, purpose TEXT, "with" TEXT, evidence TEXT, sentiment TEXT, minutes INTEGER, channel TEXT);
CREATE {temp}TABLE corrections( -- one row a correction, and one more for each further target
  record INTEGER NOT NULL,    -- records.key
  story INTEGER NOT NULL, id TEXT NOT NULL,
  corrects TEXT NOT NULL,     -- records.id
  target TEXT);               -- the complaint that it moves something to
CREATE {temp}TABLE bad_files(
  path TEXT NOT NULL, "commit" TEXT NOT NULL, fault TEXT NOT NULL,
  PRIMARY KEY(path, "commit")) WITHOUT ROWID;
)sql";

constexpr const char* kFoldedTables = R"sql(
CREATE {temp}TABLE complaints(
  key INTEGER PRIMARY KEY,    -- stories.key
  id TEXT NOT NULL,
  tail TEXT NOT NULL,         -- the random part of the id
  phase INTEGER NOT NULL,     -- 0 before resolved, 1 resolved, 2 closed, withdrawn or void
  status TEXT NOT NULL,
  severity TEXT, severity_rank INTEGER,
  customer TEXT, contact TEXT, project TEXT, channel TEXT, reason TEXT, own_region TEXT, summary TEXT, owner TEXT,
  owner_folded TEXT,          -- as filters compare it
  level INTEGER NOT NULL, peak_level INTEGER NOT NULL, cycle INTEGER NOT NULL, handovers INTEGER NOT NULL,
  waiting_on TEXT, outcome TEXT, code TEXT, cause TEXT, systemic TEXT, accepted_by TEXT,
  redress_amount TEXT, redress_currency TEXT,
  received_unix INTEGER NOT NULL, acknowledged_unix INTEGER, responded_unix INTEGER, resolved_unix INTEGER,
  closed_unix INTEGER,
  first_responded_unix INTEGER, first_resolved_unix INTEGER,
  first_ended_unix INTEGER,   -- the first entry into resolved, closed or withdrawn
  next_due_unix INTEGER,      -- the earliest due time of an open promise
  contested INTEGER NOT NULL, reviewed INTEGER NOT NULL, bad INTEGER NOT NULL,
  source TEXT,
  fold INTEGER NOT NULL);     -- RowDigest of all rows of the story
CREATE {temp}TABLE complaint_values(
  complaint INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, folded TEXT NOT NULL,
  PRIMARY KEY(complaint, name, value)) WITHOUT ROWID;
CREATE {temp}TABLE customers(
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  name TEXT, segment TEXT, region TEXT, manager TEXT, compliments INTEGER NOT NULL, contested INTEGER NOT NULL,
  fold INTEGER NOT NULL);
CREATE {temp}TABLE promises(
  key INTEGER PRIMARY KEY,
  story INTEGER NOT NULL, kind TEXT NOT NULL, of TEXT, debtor INTEGER NOT NULL, who TEXT, creditor TEXT, what TEXT,
  start_unix INTEGER NOT NULL, warn_unix INTEGER, due_unix INTEGER, settled_unix INTEGER, settled_by TEXT,
  ended INTEGER NOT NULL,     -- 0 no, 1 kept, 2 waived, 3 void
  paused_seconds INTEGER NOT NULL, cycle INTEGER NOT NULL,
  owner TEXT);                -- the complaint's, or who manages the customer
CREATE {temp}TABLE escalations(
  key INTEGER PRIMARY KEY,
  story INTEGER NOT NULL, record TEXT NOT NULL, from_level INTEGER NOT NULL, to_level INTEGER NOT NULL, "to" TEXT,
  by TEXT, nature TEXT, trigger TEXT, asked TEXT, why TEXT, at_unix INTEGER NOT NULL, answer TEXT, answered_by TEXT,
  answer_why TEXT, answer_record TEXT, answered_unix INTEGER, left_unix INTEGER);
CREATE {temp}TABLE moves(      -- which records of a story other complaints show: the one for which they count, and
  story INTEGER NOT NULL,     -- those whose folders hold corrections of them
  record TEXT NOT NULL, target TEXT NOT NULL,
  PRIMARY KEY(target, story, record)) WITHOUT ROWID;
CREATE {temp}TABLE retold(     -- records that count for another story than that of their folder, or say something else
  key INTEGER PRIMARY KEY,    -- records.key
  home INTEGER NOT NULL,      -- the story whose fold says so
  place INTEGER NOT NULL,     -- the story for which it counts
  at_unix INTEGER, at_offset INTEGER, by TEXT,
  type TEXT, direction TEXT, purpose TEXT, "with" TEXT, evidence TEXT, sentiment TEXT, minutes INTEGER, channel TEXT);
)sql";

constexpr const char* kFileTables = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE policies(      -- which commits of main the ledger's commits name, and their ancestors
  key INTEGER PRIMARY KEY, "commit" TEXT NOT NULL, lineage INTEGER NOT NULL, UNIQUE("commit", lineage));
CREATE TABLE lineages(      -- ledger::PolicyLineage
  key INTEGER PRIMARY KEY, policy TEXT NOT NULL, before TEXT NOT NULL);
CREATE TABLE lineage_marks("commit" BLOB PRIMARY KEY, lineage INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE policy_files(name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources(key INTEGER PRIMARY KEY, source TEXT NOT NULL, canonical TEXT);  -- as story::Entry has them
)sql";

constexpr const char* kWordsTable = "CREATE VIRTUAL TABLE fulltext USING fts5(words, content='', tokenize='ascii');";

constexpr const char* kIndexes = R"sql(
CREATE INDEX {schema}records_by_story ON records(story, id);
CREATE INDEX {schema}records_by_time ON records(recorded_unix);
CREATE INDEX {schema}records_of_feeling ON records(story, sentiment, type, at_unix)
  WHERE kind = 'activity' AND fault IS NULL AND refused IS NULL AND (sentiment IS NOT NULL OR type = 'compliment');
CREATE INDEX {schema}records_bad ON records(key) WHERE fault IS NOT NULL;
CREATE INDEX {schema}records_refused ON records(key) WHERE refused IS NOT NULL;
CREATE INDEX {schema}complaints_by_tail ON complaints(tail);
CREATE INDEX {schema}complaints_by_id ON complaints(id);
CREATE INDEX {schema}complaints_by_time ON complaints(received_unix, id);
CREATE INDEX {schema}complaints_open ON complaints(received_unix, id) WHERE phase < 1;
CREATE INDEX {schema}complaints_active ON complaints(received_unix, id) WHERE phase < 2;
CREATE INDEX {schema}complaints_by_owner ON complaints(owner_folded, received_unix);
CREATE INDEX {schema}complaints_by_customer ON complaints(customer, received_unix);
CREATE INDEX {schema}complaints_by_source ON complaints(source) WHERE source IS NOT NULL;
CREATE INDEX {schema}complaint_values_by_value ON complaint_values(name, folded, complaint);
CREATE INDEX {schema}promises_by_story ON promises(story);
-- All that an agenda chooses by, in its order.
CREATE INDEX {schema}promises_open ON promises(due_unix IS NULL, due_unix, of, kind, who, creditor, owner, debtor)
  WHERE ended = 0;
CREATE INDEX {schema}escalations_by_story ON escalations(story);
CREATE INDEX {schema}moves_by_story ON moves(story);
CREATE INDEX {schema}retold_by_home ON retold(home);
CREATE INDEX {schema}corrections_by_story ON corrections(story, corrects);
CREATE INDEX {schema}corrections_by_corrected ON corrections(corrects, id);
CREATE INDEX {schema}corrections_by_id ON corrections(id);
CREATE INDEX {schema}corrections_by_target ON corrections(target) WHERE target IS NOT NULL;
)sql";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::string placed(const char* statements, Place place) {
  return replaced(statements, "{temp}", place == Place::temporary ? "TEMP " : "");
}

}  // namespace

std::string record_tables(Place place) { return placed(kRecordTables, place); }
std::string folded_tables(Place place) { return placed(kFoldedTables, place); }
std::string file_tables() { return fmt::format("{}{}", kFileTables, kWordsTable); }
std::string words_table() { return kWordsTable; }

std::string secondary_indexes(Place place) {
  return replaced(kIndexes, "{schema}", place == Place::temporary ? "temp." : "");
}

}  // namespace crmtrack::index
