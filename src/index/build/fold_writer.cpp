#include "index/build/fold_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/schema/complaint_table.hpp"
#include "index/schema/decision_table.hpp"
#include "index/schema/folded_tables.hpp"
#include "index/schema/row_digest.hpp"
#include "index/schema/schema.hpp"
#include "story/told_records.hpp"
#include "story/words.hpp"

namespace crmtrack::index {

namespace {

bool is_compliment(const record::Record& record) {
  return record.kind == record::Kind::activity && story::word(record.body, "type") == "compliment";
}

/// Whether an entry may be a review or a compliment; corrections may make one of an activity.
bool may_praise(const story::Entry& entry) {
  return entry.record.kind == record::Kind::review || entry.record.kind == record::Kind::correction ||
         is_compliment(entry.record);
}

std::string in(Place place, std::string statement) { return replaced(std::move(statement), "{}", prefix_of(place)); }

}  // namespace

FoldWriter::FoldWriter(const Database& database, Place place)
    : find_digest_(database.prepare(in(place,
                                       "SELECT fold FROM {}complaints WHERE key = ?1 "
                                       "UNION ALL SELECT fold FROM {}customers WHERE key = ?1 "
                                       "UNION ALL SELECT fold FROM {}decisions WHERE key = ?1"))),
      old_targets_(database.prepare(in(place, "SELECT target FROM {}moves WHERE story = ?"))),
      insert_complaint_(database.prepare(insert_text(kComplaints, place))),
      insert_value_(database.prepare(insert_text(kComplaintValues, place, "INSERT OR IGNORE"))),
      insert_rung_(database.prepare(insert_text(kEscalations, place))),
      insert_redress_(database.prepare(insert_text(kRedresses, place))),
      insert_review_(database.prepare(insert_text(kReviews, place))),
      insert_praise_(database.prepare(insert_text(kPraises, place))),
      insert_step_(database.prepare(insert_text(kSteps, place))),
      insert_wait_(database.prepare(insert_text(kWaits, place))),
      insert_move_(database.prepare(insert_text(kMoves, place, "INSERT OR IGNORE"))),
      insert_promise_(database.prepare(insert_text(kPromises, place))),
      insert_customer_(database.prepare(insert_text(kCustomers, place))),
      insert_decision_(database.prepare(insert_text(kDecisions, place))),
      insert_retold_(database.prepare(insert_text(kRetold, place, "INSERT OR REPLACE"))),
      find_complaint_(database.prepare(in(place, "SELECT key FROM {}stories WHERE kind = 0 AND id = ?"))),
      find_record_(database.prepare(in(place, "SELECT key FROM {}records WHERE story = ? AND id = ? AND kind = ?"))),
      set_refused_(database.prepare(in(place,
                                       "UPDATE {}records SET refused = ?4 WHERE story = ?1 AND id = ?2 AND kind = ?3 "
                                       "AND refused IS NOT ?4"))) {
  for (const FoldedTable& table : tables_of_folds()) {
    removals_.push_back(
        database.prepare(fmt::format("DELETE FROM {}{} WHERE {} = ?", prefix_of(place), table.name, table.story)));
  }
}

std::int64_t FoldWriter::digest_of(const Folded& folded) {
  RowDigest digest;
  looking_ = &digest;
  write(0, folded, 0);  // keys depend on the order in which stories came to be known
  looking_ = nullptr;
  return digest.value();
}

void FoldWriter::write(std::int64_t key, const Folded& folded, std::int64_t digest) {
  if (folded.complaint) write_complaint(key, *folded.complaint, digest);
  if (folded.customer) write_customer(key, *folded.customer, digest);
  if (folded.decision) write_decision(key, *folded.decision, digest);
}

void FoldWriter::insert(std::int64_t key, const Folded& folded) {
  write_refused(key, folded);
  write(key, folded, digest_of(folded));
}

/// Whether a correction counts may show only beside the record that it corrects, and whether what came before the
/// complaint does only beside that.
void FoldWriter::write_refused(std::int64_t key, const Folded& folded) {
  const auto write_entries = [&](const std::vector<story::Entry>& entries) {
    for (const story::Entry& entry : entries) {
      const story::Provenance& provenance = entry.provenance;
      const bool is_judged = provenance.may == policy::kEveryRight && !provenance.unfounded;
      if (is_judged || !entry.moved_from.empty()) continue;
      set_refused_.run(key, entry.record.id, entry.record.kind.name(), provenance.refused);
    }
  };
  if (folded.complaint) write_entries(folded.complaint->entries);
  if (folded.customer) write_entries(folded.customer->entries);
  if (folded.decision) write_entries(folded.decision->entries);
}

void FoldWriter::insert_new(std::int64_t key, const Folded& folded, std::int64_t first_record) {
  first_record_ = first_record;
  write(key, folded, digest_of(folded));  // its records were written as the fold has judged them
  first_record_ = 0;
}

void FoldWriter::replace(std::int64_t key, const Folded& now) {
  write_refused(key, now);
  const std::int64_t digest = digest_of(now);
  find_digest_.bind_all(key);
  const bool same = find_digest_.step() && find_digest_.integer(0) == digest;
  find_digest_.reset();
  // Its targets show its records, which may have changed though its own rows did not.
  note_old_targets(key);
  if (same) return;
  remove_rows(key);
  write(key, now, digest);
}

void FoldWriter::remove(std::int64_t key) {
  note_old_targets(key);
  remove_rows(key);
}

void FoldWriter::note_old_targets(std::int64_t key) {
  old_targets_.bind_all(key);
  while (old_targets_.step()) move_targets_.insert(old_targets_.text(0));
  old_targets_.reset();
}

void FoldWriter::remove_rows(std::int64_t key) {
  for (Statement& removal : removals_) removal.run(key);
}

std::set<std::string> FoldWriter::take_move_targets() { return std::exchange(move_targets_, {}); }

template <class Row>
void FoldWriter::write(Statement& insertion, const Table<Row>& table, const std::type_identity_t<Row>& row) {
  if (looking_ != nullptr)
    digest_row(*looking_, table, row);
  else
    write_row(insertion, table, row);
}

void FoldWriter::write_complaint(std::int64_t key, const story::Complaint& complaint, std::int64_t digest) {
  write_retelling(key, complaint.id, Retelling(complaint.entries, complaint.notes, complaint.revised),
                  complaint.entries);
  if (complaint.remainder) return;
  write(insert_complaint_, kComplaints, {key, complaint, digest});
  write_values(key, complaint);
  for (const story::Rung& rung : complaint.rungs) write(insert_rung_, kEscalations, {key, rung});
  for (const story::WaitSpan& wait : complaint.waits) write(insert_wait_, kWaits, {key, wait});
  for (const story::Redress& redress : complaint.redresses) write(insert_redress_, kRedresses, {key, redress});
  write_promises(key, complaint.promises, complaint.owner);
  write_steps(key, complaint.steps);
  write_learnt(key, complaint);
}

/// Writes the reviews of a story, and the praise in it.
template <class Story>
void FoldWriter::write_learnt(std::int64_t key, const Story& story) {
  if (std::ranges::none_of(story.entries, may_praise)) return;
  for (const record::Record* record : story::told_records(story.entries, story.notes, story.revised)) {
    if (is_compliment(*record)) write(insert_praise_, kPraises, {key, *record});
    if (record->kind != record::Kind::review) continue;
    write(insert_review_, kReviews, {key, *record});
    for (std::string& person : record->body.texts_of("praise"))
      write(insert_praise_, kPraises, {key, *record, std::move(person)});
  }
}

void FoldWriter::write_values(std::int64_t key, const story::Complaint& complaint) {
  for (const ManyValued& many : many_valued_keys()) {
    many.each(
        complaint,
        [&](const std::string& value) {
          if (!value.empty()) write(insert_value_, kComplaintValues, {key, many.name, value});
        });
  }
}

void FoldWriter::write_retelling(std::int64_t key, const std::string& id, const Retelling& retelling,
                                 const std::vector<story::Entry>& entries) {
  for (const auto& [record, target] : retelling.shown()) {
    write(insert_move_, kMoves, {key, record, target});
    if (looking_ == nullptr) move_targets_.insert(target);
  }
  for (const Retold& retold : retelling.records()) {
    const story::Entry& entry = entries[static_cast<std::size_t>(retold.entry)];
    const record::Record& told = *retold.record;
    RetoldRow row{0, 0, 0, told, retold.struck, activity_fields(told)};
    if (looking_ != nullptr) {  // keys depend on the order in which records came to be known
      looking_->add(told.kind.name());
      for (const std::string* text : {&told.id, &entry.moved_from, &retold.place}) looking_->add(*text);
      write(insert_retold_, kRetold, row);
    } else if (const std::int64_t record = find_record(key, entry, retold.entry)) {
      row.record = record;
      row.home = key;
      row.place = retold.place.empty() || retold.place == id ? key : find_complaint(retold.place, key);
      write(insert_retold_, kRetold, row);
    }
  }
}

/// The key of a complaint; `otherwise` where the ledger has none of that id.
std::int64_t FoldWriter::find_complaint(const std::string& id, std::int64_t otherwise) {
  find_complaint_.bind_all(Raw{id});
  const std::int64_t key = find_complaint_.step() ? find_complaint_.integer(0) : otherwise;
  find_complaint_.reset();
  return key;
}

std::int64_t FoldWriter::find_record(std::int64_t story, const story::Entry& entry, int number) {
  if (first_record_ != 0) return first_record_ + number;
  const std::int64_t folder = entry.moved_from.empty() ? story : find_complaint(entry.moved_from, 0);
  find_record_.bind_all(folder, entry.record.id, entry.record.kind.name());
  const std::int64_t key = find_record_.step() ? find_record_.integer(0) : 0;
  find_record_.reset();
  return key;
}

void FoldWriter::write_promises(std::int64_t key, const std::vector<story::Promise>& promises,
                                const std::string& owner) {
  for (const story::Promise& promise : promises) write(insert_promise_, kPromises, {key, promise, owner});
}

void FoldWriter::write_steps(std::int64_t key, const std::vector<story::Step>& steps) {
  for (const story::Step& step : steps) write(insert_step_, kSteps, {key, step});
}

void FoldWriter::write_customer(std::int64_t key, const story::Customer& customer, std::int64_t digest) {
  write(insert_customer_, kCustomers, {key, customer, digest});
  write_promises(key, customer.promises, customer.manager);
  write_steps(key, customer.steps);
  write_learnt(key, customer);
  write_retelling(key, customer.id, Retelling(customer.entries, customer.notes, customer.revised), customer.entries);
}

void FoldWriter::write_decision(std::int64_t key, const story::Decision& decision, std::int64_t digest) {
  write_retelling(key, decision.id, Retelling(decision.entries, decision.notes, decision.revised), decision.entries);
  if (decision.record.empty()) return;
  write(insert_decision_, kDecisions, {key, decision, digest});
  write_promises(key, decision.promises, decision.owner);
}

}  // namespace crmtrack::index
