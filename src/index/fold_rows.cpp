#include <algorithm>

#include "index/row_digest.hpp"
#include "index/rows.hpp"
#include "util/id.hpp"
#include "util/text.hpp"

namespace crmtrack::index {

namespace {

constexpr const char* kInsertComplaint =
    "INSERT INTO {}complaints(key, id, tail, phase, status, severity, severity_rank, customer, contact, project, "
    "channel, reason, own_region, summary, owner, owner_folded, level, peak_level, cycle, handovers, waiting_on, "
    "outcome, code, cause, systemic, accepted_by, redress_amount, redress_currency, received_unix, acknowledged_unix, "
    "responded_unix, resolved_unix, closed_unix, first_responded_unix, first_resolved_unix, first_ended_unix, "
    "next_due_unix, contested, reviewed, bad, source, fold) "
    "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

std::string in(Place place, std::string statement) {
  for (std::size_t hole = statement.find("{}"); hole != std::string::npos; hole = statement.find("{}")) {
    statement.replace(hole, 2, place == Place::temporary ? "temp." : "main.");
  }
  return statement;
}

int phase_of(const story::Complaint& complaint) {
  if (complaint.is_open()) {
    return 0;
  }
  return complaint.status == record::Status::resolved ? 1 : 2;
}

/// 1 for low to 4 for critical; none for a word that is not ours.
std::optional<std::int64_t> severity_rank(std::string_view severity) {
  const auto found = std::find(record::kSeverities.begin(), record::kSeverities.end(), severity);
  return found == record::kSeverities.end() ? std::nullopt : std::optional(found - record::kSeverities.begin() + 1);
}

std::optional<util::Instant> next_due(const std::vector<story::Promise>& promises) {
  std::optional<util::Instant> earliest;
  for (const story::Promise& promise : promises) {
    if (story::is_open(promise) && promise.due_at && (!earliest || *promise.due_at < *earliest)) {
      earliest = promise.due_at;
    }
  }
  return earliest;
}

/// When the case was first over: resolved, closed or withdrawn, whichever came first.
std::optional<util::Instant> first_ended(const story::Complaint& complaint) {
  std::optional<util::Instant> first;
  using record::Status;
  for (const Status status : {Status::resolved, Status::closed, Status::withdrawn}) {
    const auto entered = complaint.first_entered(status);
    if (entered && (!first || *entered < *first)) {
      first = entered;
    }
  }
  return first;
}

std::string money_part(const yaml::Node& money, std::string_view part) {
  return money.is_map() ? money.text_of(part) : std::string();
}

}  // namespace

FoldWriter::FoldWriter(const Database& database, const policy::Policy& policy, Place place)
    : policy_(policy),
      find_digest_(database.prepare(in(place,
                                       "SELECT fold FROM {}complaints WHERE key = ?1 "
                                       "UNION ALL SELECT fold FROM {}customers WHERE key = ?1"))),
      old_targets_(database.prepare(in(place, "SELECT target FROM {}moves WHERE story = ?"))),
      insert_complaint_(database.prepare(in(place, kInsertComplaint))),
      insert_value_(database.prepare(in(place, "INSERT OR IGNORE INTO {}complaint_values VALUES(?, ?, ?, ?)"))),
      insert_rung_(
          database.prepare(in(place, "INSERT INTO {}escalations VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"))),
      insert_move_(database.prepare(in(place, "INSERT OR IGNORE INTO {}moves VALUES(?, ?, ?)"))),
      insert_promise_(
          database.prepare(in(place, "INSERT INTO {}promises VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"))),
      insert_customer_(database.prepare(in(place, "INSERT INTO {}customers VALUES(?,?,?,?,?,?,?,?,?)"))),
      insert_retold_(
          database.prepare(in(place, "INSERT OR REPLACE INTO {}retold VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"))),
      find_complaint_(database.prepare(in(place, "SELECT key FROM {}stories WHERE kind = 0 AND id = ?"))),
      find_record_(database.prepare(in(place, "SELECT key FROM {}records WHERE story = ? AND id = ? AND kind = ?"))),
      set_refused_(database.prepare(in(place,
                                       "UPDATE {}records SET refused = ?4 WHERE story = ?1 AND id = ?2 AND kind = ?3 "
                                       "AND refused IS NOT ?4"))) {
  for (const char* statement :
       {"DELETE FROM {}complaints WHERE key = ?", "DELETE FROM {}complaint_values WHERE complaint = ?",
        "DELETE FROM {}customers WHERE key = ?", "DELETE FROM {}promises WHERE story = ?",
        "DELETE FROM {}escalations WHERE story = ?", "DELETE FROM {}moves WHERE story = ?",
        "DELETE FROM {}retold WHERE home = ?"}) {
    removals_.push_back(database.prepare(in(place, statement)));
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
  if (folded.complaint) {
    write_complaint(key, *folded.complaint, digest);
  }
  if (folded.customer) {
    write_customer(key, *folded.customer, digest);
  }
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
}

void FoldWriter::insert_new(std::int64_t key, const Folded& folded, std::int64_t first_record) {
  first_record_ = first_record;
  write(key, folded, digest_of(folded));  // its records were written as the fold has judged them
  first_record_ = 0;
}

void FoldWriter::replace(std::int64_t key, story::Story story) {
  const Folded now = fold_story(std::move(story), policy_);
  write_refused(key, now);
  const std::int64_t digest = digest_of(now);
  find_digest_.bind_all(key);
  const bool same = find_digest_.step() && find_digest_.integer(0) == digest;
  find_digest_.reset();
  // Its targets show its records, which may have changed though its own rows did not.
  note_old_targets(key);
  if (same) {
    return;
  }
  remove_rows(key);
  write(key, now, digest);
}

void FoldWriter::remove(std::int64_t key) {
  note_old_targets(key);
  remove_rows(key);
}

void FoldWriter::note_old_targets(std::int64_t key) {
  old_targets_.bind_all(key);
  while (old_targets_.step()) {
    move_targets_.insert(old_targets_.text(0));
  }
  old_targets_.reset();
}

void FoldWriter::remove_rows(std::int64_t key) {
  for (Statement& removal : removals_) {
    removal.run(key);
  }
}

std::set<std::string> FoldWriter::take_move_targets() { return std::exchange(move_targets_, {}); }

template <class... Values>
void FoldWriter::write_row(Statement& insertion, const Values&... values) {
  if (looking_ != nullptr) {
    looking_->add_row(values...);
  } else {
    insertion.run(values...);
  }
}

void FoldWriter::write_complaint(std::int64_t key, const story::Complaint& complaint, std::int64_t digest) {
  write_retelling(key, complaint.id, Retelling(complaint.entries, complaint.notes, complaint.revised),
                  complaint.entries);
  if (complaint.remainder) {
    return;
  }
  const auto text = [&](std::string_view field) { return complaint.text_of(field); };
  const std::string severity = text("severity");
  write_row(insert_complaint_, key, complaint.id, util::complaint_tail(complaint.id), phase_of(complaint),
            record::name_of(complaint.status), severity, severity_rank(severity), text("customer"), text("contact"),
            text("project"), text("channel"), text("reason"), text("region"), text("summary"), complaint.owner,
            util::fold_case(complaint.owner), complaint.level, complaint.peak_level, complaint.cycle,
            complaint.handovers, complaint.waiting_on, complaint.outcome, complaint.code, complaint.cause,
            complaint.systemic, complaint.accepted_by, money_part(complaint.redress, "amount"),
            money_part(complaint.redress, "currency"), complaint.received_at, complaint.acknowledged_at,
            complaint.responded_at, complaint.resolved_at, complaint.closed_at,
            complaint.first_entered(record::Status::responded), complaint.first_entered(record::Status::resolved),
            first_ended(complaint), next_due(complaint.promises), complaint.contested(), complaint.reviewed,
            complaint.moved_or_empty, text("source"), digest);
  write_values(key, complaint);
  write_rungs(key, complaint.rungs);
  write_promises(key, complaint.promises, complaint.owner);
}

void FoldWriter::write_values(std::int64_t key, const story::Complaint& complaint) {
  const auto insert = [&](const char* name, const std::string& value) {
    if (!value.empty()) {
      write_row(insert_value_, key, name, value, util::fold_case(value));
    }
  };
  for (const auto& type : complaint.types) {
    insert("type", type);
  }
  for (const auto& sentiment : complaint.sentiments) {
    insert("sentiment", sentiment);
  }
  for (const auto& ref : complaint.refs) {
    insert("ref", ref);
  }
  for (const auto& link : complaint.links) {
    insert("link", link);
    insert("link", link.substr(0, link.find(':')));  // `link:related` is any of that kind
  }
  for (const story::Promise& promise : complaint.promises) {
    if (story::is_open(promise)) {
      insert("promise", std::string(record::name_of(promise.kind)));
    }
  }
}

void FoldWriter::write_rungs(std::int64_t key, const std::vector<story::Rung>& rungs) {
  for (const story::Rung& rung : rungs) {
    write_row(insert_rung_, key, rung.record, rung.from_level, rung.to_level, rung.to, rung.by, rung.nature,
              rung.trigger, rung.asked, rung.why, rung.at, rung.answer, rung.answered_by, rung.answer_why,
              rung.answer_record, rung.answered_at, rung.left_at);
  }
}

void FoldWriter::write_retelling(std::int64_t key, const std::string& id, const Retelling& retelling,
                                 const std::vector<story::Entry>& entries) {
  for (const auto& [record, target] : retelling.shown()) {
    write_row(insert_move_, key, Raw{record}, Raw{target});
    if (looking_ == nullptr) move_targets_.insert(target);
  }
  for (const Retold& retold : retelling.records()) {
    const story::Entry& entry = entries[static_cast<std::size_t>(retold.entry)];
    const record::Record& told = *retold.record;
    const ActivityColumns columns = activity_columns(told);
    const auto write = [&](const auto&... whose) {
      write_row(insert_retold_, whose..., told.at.utc, std::int64_t{told.at.offset.count()}, told.by, columns.type,
                columns.direction, columns.purpose, columns.with, columns.evidence, columns.sentiment, columns.minutes,
                columns.channel);
    };
    if (looking_ != nullptr) {  // keys depend on the order in which records came to be known
      write(told.kind.name(), told.id, entry.moved_from, retold.place);
    } else if (const std::int64_t record = find_record(key, entry, retold.entry)) {
      write(record, key, retold.place.empty() || retold.place == id ? key : find_complaint(retold.place, key));
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
  for (const story::Promise& promise : promises) {
    write_row(insert_promise_, key, record::name_of(promise.kind), promise.of, static_cast<int>(promise.debtor),
              promise.who, promise.creditor, promise.what, promise.start_at, promise.warn_at, promise.due_at,
              promise.settled_at, promise.settled_by, static_cast<int>(promise.ended), promise.paused_seconds,
              promise.cycle, owner);
  }
}

void FoldWriter::write_customer(std::int64_t key, const story::Customer& customer, std::int64_t digest) {
  write_row(insert_customer_, key, customer.id, customer.name, customer.segment, customer.region, customer.manager,
            static_cast<std::int64_t>(customer.compliments), !customer.conflicts.empty(), digest);
  write_promises(key, customer.promises, customer.manager);
  write_retelling(key, customer.id, Retelling(customer.entries, customer.notes, customer.revised), customer.entries);
}

}  // namespace crmtrack::index
