#include <algorithm>

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
    "next_due_unix, contested, reviewed, bad, source) "
    "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

std::string in(Place place, std::string statement) {
  const std::size_t hole = statement.find("{}");
  return statement.replace(hole, 2, place == Place::temporary ? "temp." : "main.");
}

int phase_of(const story::Complaint& complaint) {
  if (complaint.is_open()) {
    return 0;
  }
  return complaint.status == "resolved" ? 1 : 2;
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
  for (const char* status : {"resolved", "closed", "withdrawn"}) {
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
      old_targets_(database.prepare(in(place, "SELECT target FROM {}moves WHERE story = ?"))),
      insert_complaint_(database.prepare(in(place, kInsertComplaint))),
      insert_value_(database.prepare(in(place, "INSERT OR IGNORE INTO {}complaint_values VALUES(?, ?, ?, ?)"))),
      insert_rung_(
          database.prepare(in(place, "INSERT INTO {}escalations VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"))),
      insert_move_(database.prepare(in(place, "INSERT OR IGNORE INTO {}moves VALUES(?, ?, ?)"))),
      insert_promise_(
          database.prepare(in(place, "INSERT INTO {}promises VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"))),
      insert_customer_(database.prepare(in(place, "INSERT INTO {}customers VALUES(?,?,?,?,?,?,?,?)"))) {
  for (const char* statement :
       {"DELETE FROM {}complaints WHERE key = ?", "DELETE FROM {}complaint_values WHERE complaint = ?",
        "DELETE FROM {}customers WHERE key = ?", "DELETE FROM {}promises WHERE story = ?",
        "DELETE FROM {}escalations WHERE story = ?", "DELETE FROM {}moves WHERE story = ?"}) {
    removals_.push_back(database.prepare(in(place, statement)));
  }
}

void FoldWriter::insert(std::int64_t key, story::Story story) {
  if (story.ref.kind == record::StoryKind::complaint) {
    insert_complaint(key, story::fold_complaint(std::move(story), policy_));
  } else if (story.ref.kind == record::StoryKind::customer) {
    insert_customer(key, story::fold_customer(std::move(story)));
  }
}

void FoldWriter::remove(std::int64_t key) {
  old_targets_.bind_all(key);
  while (old_targets_.step()) {
    move_targets_.insert(old_targets_.text(0));
  }
  old_targets_.reset();
  for (Statement& removal : removals_) {
    removal.run(key);
  }
}

std::set<std::string> FoldWriter::take_move_targets() { return std::exchange(move_targets_, {}); }

void FoldWriter::insert_complaint(std::int64_t key, const story::Complaint& complaint) {
  const auto text = [&](std::string_view field) { return complaint.text_of(field); };
  const std::string severity = text("severity");
  insert_complaint_.run(key, complaint.id, util::complaint_tail(complaint.id), phase_of(complaint), complaint.status,
                        severity, severity_rank(severity), text("customer"), text("contact"), text("project"),
                        text("channel"), text("reason"), text("region"), text("summary"), complaint.owner,
                        util::fold_case(complaint.owner), complaint.level, complaint.peak_level, complaint.cycle,
                        complaint.handovers, complaint.waiting_on, complaint.outcome, complaint.code, complaint.cause,
                        complaint.systemic, complaint.accepted_by, money_part(complaint.redress, "amount"),
                        money_part(complaint.redress, "currency"), complaint.received_at, complaint.acknowledged_at,
                        complaint.responded_at, complaint.resolved_at, complaint.closed_at,
                        complaint.first_entered("responded"), complaint.first_entered("resolved"),
                        first_ended(complaint), next_due(complaint.promises), complaint.contested(), complaint.reviewed,
                        complaint.moved_or_empty, text("source"));
  insert_values(key, complaint);
  insert_rungs(key, complaint.rungs);
  insert_moves(key, complaint);
  insert_promises(key, complaint.promises, complaint.owner);
}

void FoldWriter::insert_values(std::int64_t key, const story::Complaint& complaint) {
  const auto insert = [&](const char* name, const std::string& value) {
    if (!value.empty()) {
      insert_value_.run(key, name, value, util::fold_case(value));
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
  }
  for (const story::Promise& promise : complaint.promises) {
    if (story::is_open(promise)) {
      insert("promise", promise.kind);
    }
  }
}

void FoldWriter::insert_rungs(std::int64_t key, const std::vector<story::Rung>& rungs) {
  for (const story::Rung& rung : rungs) {
    insert_rung_.run(key, rung.record, rung.from_level, rung.to_level, rung.to, rung.by, rung.nature, rung.trigger,
                     rung.asked, rung.why, rung.at, rung.answer, rung.answered_by, rung.answer_why, rung.answer_record,
                     rung.answered_at, rung.left_at);
  }
}

void FoldWriter::insert_moves(std::int64_t key, const story::Complaint& complaint) {
  for (const auto& [record, state] : complaint.notes) {
    if (!state.moved_to.empty() && state.moved_to != complaint.id) {
      insert_move_.run(key, Raw{record}, Raw{state.moved_to});
      move_targets_.insert(state.moved_to);
    }
  }
}

void FoldWriter::insert_promises(std::int64_t key, const std::vector<story::Promise>& promises,
                                 const std::string& owner) {
  for (const story::Promise& promise : promises) {
    insert_promise_.run(key, promise.kind, promise.of, static_cast<int>(promise.debtor), promise.who, promise.creditor,
                        promise.what, promise.start_at, promise.warn_at, promise.due_at, promise.settled_at,
                        promise.settled_by, static_cast<int>(promise.ended), promise.paused_seconds, promise.cycle,
                        owner);
  }
}

void FoldWriter::insert_customer(std::int64_t key, const story::Customer& customer) {
  insert_customer_.run(key, customer.id, customer.name, customer.segment, customer.region, customer.manager,
                       static_cast<std::int64_t>(customer.compliments), !customer.conflicts.empty());
  insert_promises(key, customer.promises, customer.manager);
}

}  // namespace crmtrack::index
