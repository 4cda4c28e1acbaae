#include "index/schema/schema.hpp"

#include "index/schema/complaint_table.hpp"
#include "index/schema/decision_table.hpp"
#include "index/schema/file_tables.hpp"
#include "index/schema/folded_tables.hpp"
#include "index/schema/notice_tables.hpp"
#include "index/schema/record_tables.hpp"

namespace crmtrack::index {

namespace {

constexpr const char* kWordsTable = "CREATE VIRTUAL TABLE fulltext USING fts5(words, content='', tokenize='ascii');";

constexpr const char* kIndexes = R"sql(
CREATE INDEX {schema}records_by_story ON records(story, id);
CREATE INDEX {schema}records_by_time ON records(recorded_unix);
CREATE INDEX {schema}records_of_feeling ON records(story, sentiment, type, at_unix)
  WHERE kind = 'activity' AND fault IS NULL AND refused IS NULL AND (sentiment IS NOT NULL OR type = 'compliment');
CREATE INDEX {schema}records_viewing ON records(at_unix, id) WHERE kind = 'viewing';
CREATE INDEX {schema}records_of_feeling_by_time ON records(at_unix, story, sentiment, type)
  WHERE kind = 'activity' AND fault IS NULL AND refused IS NULL AND (sentiment IS NOT NULL OR type = 'compliment');
-- The minutes of a period.
CREATE INDEX {schema}records_of_work_by_time ON records(at_unix, story, direction, minutes)
  WHERE kind = 'activity' AND fault IS NULL AND refused IS NULL AND minutes IS NOT NULL;
CREATE INDEX {schema}records_bad ON records(key) WHERE fault IS NOT NULL;
CREATE INDEX {schema}records_refused ON records(key) WHERE refused IS NOT NULL;
CREATE INDEX {schema}complaints_by_tail ON complaints(tail);
CREATE INDEX {schema}complaints_by_id ON complaints(id);
CREATE INDEX {schema}complaints_by_time ON complaints(received_unix, id);
CREATE INDEX {schema}complaints_open ON complaints(received_unix, id) WHERE phase < 1;
CREATE INDEX {schema}complaints_active ON complaints(received_unix, id) WHERE phase < 2;
CREATE INDEX {schema}complaints_by_tick ON complaints(next_tick_unix) WHERE next_tick_unix IS NOT NULL;
CREATE INDEX {schema}complaints_unheard ON complaints(unheard_unix) WHERE unheard_unix IS NOT NULL;
CREATE INDEX {schema}complaints_by_owner ON complaints(owner_folded, received_unix);
CREATE INDEX {schema}complaints_by_customer ON complaints(customer, received_unix);
CREATE INDEX {schema}complaints_by_source ON complaints(source) WHERE source IS NOT NULL;
-- A report over a period reads what it needs of it.
CREATE INDEX {schema}complaints_by_answer ON complaints(first_responded_unix) WHERE first_responded_unix IS NOT NULL;
CREATE INDEX {schema}complaints_by_end ON complaints(first_ended_unix) WHERE first_ended_unix IS NOT NULL;
CREATE INDEX {schema}promises_by_first_due ON promises(coalesce(first_due_unix, due_unix)) WHERE due_unix IS NOT NULL;
CREATE INDEX {schema}complaint_values_by_value ON complaint_values(name, folded, complaint);
CREATE INDEX {schema}promises_by_story ON promises(story);
-- All that an agenda chooses by, in its order.
CREATE INDEX {schema}promises_open ON promises(due_unix IS NULL, due_unix, of, n, who, creditor, owner, debtor)
  WHERE ended = 0;
CREATE INDEX {schema}promises_warned ON promises(warn_unix) WHERE ended = 0 AND warn_unix IS NOT NULL;
CREATE INDEX {schema}promises_to_remind ON promises(remind_unix) WHERE remind_unix IS NOT NULL;
CREATE INDEX {schema}escalations_by_story ON escalations(story);
CREATE INDEX {schema}redresses_by_story ON redresses(story);
CREATE INDEX {schema}reviews_by_story ON reviews(story);
CREATE INDEX {schema}praises_by_story ON praises(story);
CREATE INDEX {schema}steps_by_story ON steps(story);
CREATE INDEX {schema}waits_by_story ON waits(story);
CREATE INDEX {schema}moves_by_story ON moves(story);
CREATE INDEX {schema}retold_by_home ON retold(home);
CREATE INDEX {schema}retold_by_place ON retold(place);
CREATE INDEX {schema}corrections_by_story ON corrections(story, corrects);
CREATE INDEX {schema}corrections_by_corrected ON corrections(corrects, id);
CREATE INDEX {schema}corrections_by_id ON corrections(id);
CREATE INDEX {schema}corrections_by_target ON corrections(target) WHERE target IS NOT NULL;
)sql";

/// Those of tables that only the file has.
constexpr const char* kIndexesOfFile = R"sql(
CREATE INDEX mail_marks_by_mark ON mail_marks(mark, story);
CREATE INDEX mail_marks_by_record ON mail_marks(record);
CREATE INDEX notices_by_time ON notices(at_unix);
CREATE INDEX notices_by_story ON notices(story);
CREATE INDEX notices_by_key ON notices(key, id);
CREATE INDEX deliveries_by_about ON deliveries(about, id);
)sql";

}  // namespace

std::string record_tables(Place place) {
  return create_text(kStories, place) + create_text(kRecords, place) + create_text(kCorrections, place) +
         create_text(kBadFiles, place);
}

std::string folded_tables(Place place) {
  return create_text(kComplaints, place) + create_text(kComplaintValues, place) + create_text(kCustomers, place) +
         create_text(kPromises, place) + create_text(kEscalations, place) + create_text(kRedresses, place) +
         create_text(kReviews, place) + create_text(kPraises, place) + create_text(kSteps, place) +
         create_text(kWaits, place) + create_text(kMoves, place) + create_text(kCircles, place) +
         create_text(kRetold, place) + create_text(kDecisions, place);
}

std::string file_tables() {
  return create_text(kMeta, Place::file) + create_text(kPolicies, Place::file) + create_text(kLineages, Place::file) +
         create_text(kLineageMarks, Place::file) + create_text(kPolicyFiles, Place::file) +
         create_text(kSources, Place::file) + create_text(kMailMarks, Place::file) +
         create_text(kNotices, Place::file) + create_text(kDeliveries, Place::file) +
         create_text(kAlarms, Place::file) + create_text(kBaselines, Place::file) + kWordsTable;
}

std::span<const FoldedTable> tables_of_folds() {
  static const FoldedTable kTables[] = {{kComplaints.name, kComplaints.story},
                                        {kComplaintValues.name, kComplaintValues.story},
                                        {kCustomers.name, kCustomers.story},
                                        {kPromises.name, kPromises.story},
                                        {kEscalations.name, kEscalations.story},
                                        {kRedresses.name, kRedresses.story},
                                        {kReviews.name, kReviews.story},
                                        {kPraises.name, kPraises.story},
                                        {kSteps.name, kSteps.story},
                                        {kWaits.name, kWaits.story},
                                        {kMoves.name, kMoves.story},
                                        {kRetold.name, kRetold.story},
                                        {kDecisions.name, kDecisions.story}};
  return kTables;
}

std::string words_table() { return kWordsTable; }

std::string secondary_indexes(Place place) {
  const std::string indexes = replaced(kIndexes, "{schema}", place == Place::temporary ? "temp." : "");
  return place == Place::file ? indexes + kIndexesOfFile : indexes;
}

}  // namespace crmtrack::index
